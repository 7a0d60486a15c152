import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { isDemandedOf, PROOF_MINUTES } from '#domain/access/second-factor';
import { CONFIG, type Config } from '#platform/config';
import { Database, sql, type JsonText } from '#platform/database';

@Injectable()
export class SecondFactorQueries {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What a person has to prove to be themselves with: nothing of it that would prove anything. */
  one(actor: Actor): Promise<JsonText> {
    const factor = sql`json_build_object('id', f.id, 'kind', f.kind, 'name', f.name, 'createdAt', f.created_at, 'lastUsedAt', f.last_used_at)`;
    return this.database.document(
      actor,
      sql`SELECT json_build_object(
            'isDemanded', ${isDemandedOf(this.config.secondFactor.mode, actor)}::boolean,
            'proofMinutes', ${PROOF_MINUTES}::integer,
            'factors', coalesce((SELECT json_agg(${factor} ORDER BY f.created_at, f.id) FROM second_factors f
              WHERE f.user_id = ${actor.userId}), '[]'),
            'recoveryCodesLeft', (SELECT count(*) FROM recovery_codes WHERE user_id = ${actor.userId})
          )::text AS body`,
    );
  }
}
