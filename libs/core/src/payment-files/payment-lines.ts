import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { isAccountRefused } from '#domain/payments/bank/match-settlement';
import { endToEndIdOf, MAX_LINES } from '#domain/payments/bank/payment-order';
import { laterOf } from '#domain/shared/local-date';
import type { Finding } from '#domain/shared/finding';
import { PayeeAccountRepository, type UsableAccount } from '#core/payee-accounts';
import { heldBackFinding, PaymentRepository, PaymentService, type Payment } from '#core/payments';
import { Clock } from '#platform/clock';
import { DomainError, Invalid, refuseIf } from '#platform/errors';
import { PaymentFileLine } from './payment-file-line.entity.js';
import { PaymentFileRepository, type PaymentParties } from './payment-file.repository.js';

/** Turns payments into the lines of a file, or tells of each why it cannot be sent. */
@Injectable()
export class PaymentLines {
  constructor(
    private readonly files: PaymentFileRepository,
    private readonly accounts: PayeeAccountRepository,
    private readonly payments: PaymentRepository,
    private readonly service: PaymentService,
    private readonly clock: Clock,
  ) {}

  /** The lines in the order asked for. The payments are locked: whoever else wants one of them waits, and is then refused. */
  async of(actor: Actor, paymentIds: readonly string[], paymentFileId: string): Promise<PaymentFileLine[]> {
    refuseTwice(paymentIds);
    const locked = await this.payments.manyForUpdate(paymentIds);
    const found = new Map(locked.map((payment) => [payment.id, payment]));
    refuseUnknown(paymentIds, found);
    const ordered = paymentIds.map((id) => found.get(id)!);
    const parties = new Map(
      (await this.files.parties(actor, paymentIds)).map((each) => [each.paymentId, each]),
    );
    refuseSent(ordered, parties);
    refuseOfInterest(ordered, parties);
    const held = await this.service.heldBack(ordered);
    const organisations = [...new Set(ordered.map(({ organisationId }) => organisationId))];
    const accounts = await this.accounts.inUse(organisations, this.clock.today());
    refuseIf(
      ordered.flatMap((payment) => {
        const reason = held.get(payment.id);
        return [
          ...(reason ? [heldBackFinding(payment.id, reason)] : []),
          ...accountFindings(payment, parties.get(payment.id)!, accounts.get(payment.organisationId)),
        ];
      }),
    );
    return ordered.map((payment, index) =>
      Object.assign(new PaymentFileLine(), {
        ...this.line(payment, parties.get(payment.id)!, accounts.get(payment.organisationId)!),
        paymentFileId,
        number: index + 1,
      }),
    );
  }

  private line(payment: Payment, { payee, registryNumber }: PaymentParties, account: UsableAccount) {
    const { id, kind, number, bic } = account;
    return {
      paymentId: payment.id,
      organisationId: payment.organisationId,
      endToEndId: endToEndIdOf(payment.id),
      amount: payment.amount - payment.setOff,
      executeOn: laterOf(payment.payOn, this.clock.today()),
      payee,
      accountId: id,
      account: { kind, number, bic },
      text: `Statsbidrag ${registryNumber ?? ''} ${payment.year}-${payment.instalment}`,
    };
  }
}

function refuseTwice(paymentIds: readonly string[]): void {
  if (paymentIds.length > MAX_LINES)
    throw new Invalid([{ code: 'tooMany', path: 'paymentIds', data: { max: MAX_LINES } }]);
  const twice = paymentIds.flatMap((id, index) => (paymentIds.indexOf(id) < index ? [index] : []));
  if (twice.length > 0)
    throw new Invalid(twice.map((index) => ({ code: 'duplicate', path: `paymentIds[${index}]` })));
}

function refuseUnknown(paymentIds: readonly string[], found: Map<string, Payment>): void {
  const unknown = paymentIds.flatMap((id, index) => (found.has(id) ? [] : [index]));
  if (unknown.length > 0)
    throw new Invalid(unknown.map((index) => ({ code: 'unknownPayment', path: `paymentIds[${index}]` })));
}

/** A payment that is not attested, or stands in a file already: somebody was first, or has still to act. */
function refuseSent(payments: readonly Payment[], parties: Map<string, PaymentParties>): void {
  const taken = payments.filter(({ id, status }) => status !== 'attested' || parties.get(id)!.paymentFileId);
  if (taken.length === 0) return;
  const findings = taken.map(({ id, status }) => {
    const { paymentFileId } = parties.get(id)!;
    return paymentFileId
      ? { code: 'paymentInFile', path: 'paymentIds', data: { paymentId: id, paymentFileId } }
      : { code: 'paymentNotAttested', path: 'paymentIds', data: { paymentId: id, status } };
  });
  throw new DomainError('conflict', {}, findings);
}

/** Nobody with a declared interest acts in the case (förvaltningslagen 16–17 §§). */
function refuseOfInterest(payments: readonly Payment[], parties: Map<string, PaymentParties>): void {
  const findings = payments
    .filter(({ id }) => parties.get(id)!.hasInterest)
    .map(({ id }) => ({ code: 'paymentOfInterest', path: 'paymentIds', data: { paymentId: id } }));
  if (findings.length > 0) throw new DomainError('conflictOfInterest', {}, findings);
}

function accountFindings(
  payment: Payment,
  { payee, bouncedAccountId, bounce }: PaymentParties,
  account: UsableAccount | undefined,
): Finding[] {
  const data = { paymentId: payment.id, organisationId: payment.organisationId, name: payee };
  const finding = (code: string, more = {}): Finding => ({
    code,
    outcome: 'notMet',
    citation: null,
    data: { ...data, ...more },
  });
  if (!account) return [finding('payeeAccountMissing')];
  const isSame = account.id === bouncedAccountId;
  return isSame && bounce && isAccountRefused(bounce)
    ? [finding('payeeAccountBounced', { reason: bounce.code })]
    : [];
}
