import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { authorise } from '#core/access';
import { Clock } from '#platform/clock';
import { Transactional, type JsonText } from '#platform/database';
import { DomainError } from '#platform/errors';
import { AccountRepository } from './account.repository.js';
import { NO_PASSWORD } from './account.service.js';
import { PersonalDataRepository, type Remains } from './personal-data.repository.js';
import { SessionCache } from './session-cache.js';
import type { User } from './user.entity.js';

/** What a person has a right to by the General Data Protection Regulation, as far as public records allow. */
@Injectable()
export class PersonalDataService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly data: PersonalDataRepository,
    private readonly sessions: SessionCache,
    private readonly clock: Clock,
  ) {}

  /** Article 15. That it was made is written down first, so that nobody reads it unseen. */
  async extract(actor: Actor, id: string, reason: string): Promise<JsonText> {
    await this.noteExtract(actor, id, reason);
    return this.data.extract(actor, id, this.clock.now());
  }

  @Transactional()
  async noteExtract(actor: Actor, id: string, reason: string): Promise<void> {
    authorise(actor, 'user.extract-personal-data');
    await this.accounts.getForUpdate(id);
    const event = { action: 'extract-personal-data', actor, at: this.clock.now(), data: { reason } };
    await this.accounts.note(id, event);
  }

  async anonymise(actor: Actor, id: string, reason: string): Promise<void> {
    await this.anonymiseOne(actor, id, reason);
    this.sessions.clear();
  }

  /**
   * Article 17: the address, all that lets the account in, and what was remembered for it. The name too, unless the
   * account has acted in a case that the agency has received or in money: who did that is a public record, which is
   * kept (article 17.3 b and d). What was done stays the account's, by its id.
   */
  @Transactional()
  async anonymiseOne(actor: Actor, id: string, reason: string): Promise<void> {
    authorise(actor, 'user.anonymise');
    const { user } = await this.accounts.getForUpdate(id);
    const remains = await this.data.remains(id);
    const codes = refusalsOf(actor, user, remains);
    if (codes.length > 0)
      throw new DomainError(
        'conflict',
        {},
        codes.map((code) => ({ code })),
      );
    await this.data.removeOwn(id);
    const at = this.clock.now();
    const name = remains.isOnRecord ? user.name : ANONYMOUS;
    const changes = {
      name,
      email: `${id}@anonymised.invalid`,
      passwordHash: NO_PASSWORD,
      anonymisedAt: at,
    };
    const data = { reason, keepsName: remains.isOnRecord };
    await this.accounts.change(user, changes, { action: 'anonymise', actor, at, data });
  }
}

/** In the language of the agency: it is a name among names. */
const ANONYMOUS = 'Avidentifierad';

function refusalsOf(actor: Actor, user: User, { hasOpenCases, hasExportSchedules }: Remains): string[] {
  if (user.anonymisedAt !== null) return ['accountAnonymised'];
  return [
    ...(user.isActive ? ['accountActive'] : []),
    ...(user.personId === actor.personId ? ['ownAccount'] : []),
    ...(hasOpenCases ? ['hasOpenCases'] : []),
    ...(hasExportSchedules ? ['hasExportSchedules'] : []),
  ];
}
