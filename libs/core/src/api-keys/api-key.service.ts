import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { checkNewKey, LONGEST_KEY_DAYS, MOST_KEYS, type KeyScope } from '#domain/access/api-key';
import { addDays, type LocalDate } from '#domain/shared/local-date';
import { authorise } from '#core/access';
import { AccountRepository, SessionCache, type SessionUser } from '#core/users';
import type { AuditData } from '#platform/audit';
import { hashToken, isApiKey, newApiKey } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Transactional, type JsonText } from '#platform/database';
import { DomainError, Invalid, NotFound } from '#platform/errors';
import { newId } from '#platform/ids';
import { ApiKeyRepository, type ApiKey } from './api-key.repository.js';

export interface NewApiKey {
  name: string;
  scopes: KeyScope[];
  expiresOn: LocalDate;
}

/** Keys by which machines act in the name of who made them, each with a part of what that account may do. */
@Injectable()
export class ApiKeyService {
  constructor(
    private readonly keys: ApiKeyRepository,
    private readonly accounts: AccountRepository,
    private readonly cache: SessionCache,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<JsonText> {
    return this.keys.list(actor);
  }

  /** The key is answered here and kept nowhere: only its hash is. */
  @Transactional()
  async create(actor: Actor, { name, expiresOn, ...asked }: NewApiKey): Promise<ApiKey & { key: string }> {
    authorise(actor, 'apiKey.create');
    const today = this.clock.today();
    const scopes = [...new Set(asked.scopes)];
    const problems = checkNewKey(
      actor,
      { scopes: asked.scopes, expiresOn },
      { today, latest: addDays(today, LONGEST_KEY_DAYS) },
    );
    if (problems.length > 0) throw new Invalid(problems);
    const made = { id: newId(), name, scopes, createdAt: this.clock.now(), expiresOn };
    // The account is locked by its event: of two that are made at the same time, one is the last there is room for.
    await this.note(actor, 'create-api-key', { newKeyId: made.id, name, scopes, expiresOn });
    if ((await this.keys.countOf(actor.userId)) >= MOST_KEYS)
      throw new DomainError('conflict', {}, [{ code: 'tooMany', data: { max: MOST_KEYS } }]);
    const key = newApiKey(made.id);
    await this.keys.insert(actor.userId, hashToken(key), made);
    return { ...made, key };
  }

  /** It is good for nothing from the next request on, in every process. */
  async revoke(actor: Actor, id: string): Promise<void> {
    await this.remove(actor, id);
    this.cache.clear();
  }

  @Transactional()
  async remove(actor: Actor, id: string): Promise<void> {
    authorise(actor, 'apiKey.revoke');
    if (!(await this.keys.remove(actor, id))) throw new NotFound();
    await this.note(actor, 'revoke-api-key', { revokedKeyId: id });
  }

  /** Who acts by the key; nobody where it is none, has ended, was revoked, or its account is closed. */
  async find(key: string): Promise<SessionUser | undefined> {
    if (!isApiKey(key)) return undefined;
    const hash = hashToken(key);
    const user = await this.cache.get(`key ${hash.toString('base64')}`, () =>
      this.keys.touch(hash, this.clock.now()),
    );
    return user?.key && user.key.expiresOn >= this.clock.today() ? user : undefined;
  }

  private note(actor: Actor, action: string, data: AuditData): Promise<void> {
    return this.accounts.note(actor.userId, { action, actor, at: this.clock.now(), data });
  }
}
