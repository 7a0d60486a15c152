import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { checkAccount, normaliseAccount, type Account } from '#domain/payments/accounts/account';
import { usableFrom } from '#domain/payments/accounts/cooling-off';
import { payeeAccountLifecycle } from '#domain/payments/accounts/payee-account.lifecycle';
import { authorise } from '#core/access';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { DomainError, Forbidden, Invalid } from '#platform/errors';
import { newId } from '#platform/ids';
import { Transition } from '#platform/transition';
import { PayeeAccount } from './payee-account.entity.js';
import { PayeeAccountRepository } from './payee-account.repository.js';

@Injectable()
export class PayeeAccountService {
  constructor(
    private readonly accounts: PayeeAccountRepository,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  /** A signatory says where the organisation is to be paid. One change at a time. */
  @Transactional()
  async propose(actor: Actor, proposal: Account & { reason: string }): Promise<PayeeAccount> {
    authorise(actor, 'payeeAccount.create');
    if (actor.organisationId === null) throw new Forbidden();
    const { kind, number, bic } = normaliseAccount(proposal);
    const problems = checkAccount({ kind, number, bic });
    if (problems.length > 0) throw new Invalid(problems);
    const account = Object.assign(new PayeeAccount(), {
      id: newId(),
      organisationId: actor.organisationId,
      kind,
      number,
      bic,
      reason: proposal.reason,
      proposedBy: actor.userId,
      proposedByPerson: actor.personId,
      proposedAt: this.clock.now(),
    });
    return this.transition.create(payeeAccountLifecycle, account, actor, { kind, number, bic });
  }

  /** Another person, of the agency, who has asked the recipient by another way. A change waits before it is used. */
  @Transactional()
  async approve(actor: Actor, id: string): Promise<PayeeAccount> {
    const account = await this.accounts.getForUpdate(id);
    authorise(actor, 'payeeAccount.approve', account);
    if (account.proposedByPerson === actor.personId) throw new DomainError('fourEyes');
    const isFirst = await this.accounts.isFirst(account.organisationId);
    const approved = {
      approvedBy: actor.userId,
      approvedByPerson: actor.personId,
      approvedAt: this.clock.now(),
      usableFrom: usableFrom(this.clock.today(), { isFirst }),
    };
    const facts = { usableFrom: approved.usableFrom };
    return this.transition.apply(payeeAccountLifecycle, account, 'approve', actor, approved, facts);
  }

  @Transactional()
  async reject(actor: Actor, id: string, note: string): Promise<PayeeAccount> {
    const account = await this.accounts.getForUpdate(id);
    authorise(actor, 'payeeAccount.reject', account);
    return this.transition.apply(payeeAccountLifecycle, account, 'reject', actor, { note }, { note });
  }

  @Transactional()
  async withdraw(actor: Actor, id: string): Promise<PayeeAccount> {
    const account = await this.accounts.getForUpdate(id);
    authorise(actor, 'payeeAccount.withdraw', account);
    return this.transition.apply(payeeAccountLifecycle, account, 'withdraw', actor);
  }

  /** Either side stops an account that turns out to be wrong, at once; what waits is the change that brings another. */
  @Transactional()
  async stop(actor: Actor, id: string, note: string): Promise<PayeeAccount> {
    const account = await this.accounts.getForUpdate(id);
    authorise(actor, 'payeeAccount.stop', account);
    return this.transition.apply(payeeAccountLifecycle, account, 'stop', actor, { note }, { note });
  }
}
