import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { paymentLifecycle } from '#domain/payments/payment.lifecycle';
import type { Kronor } from '#domain/shared/money';
import { Transactional } from '#platform/database';
import { Transition } from '#platform/transition';
import type { Payment } from './payment.entity.js';
import { PaymentRepository } from './payment.repository.js';

/** What recoveries take of payments that nobody has attested: the instalment stays what it is, and less of it is sent. */
@Injectable()
export class PaymentSetOff {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly transition: Transition,
  ) {}

  /** The coming payments to an organisation of which something is left, in firm years of decisions in force; locked. */
  openFor(organisationId: string): Promise<Payment[]> {
    return this.payments.openToSetOffForUpdate(organisationId);
  }

  /** Of a case's payments that may still be cancelled, those that were lowered; locked. */
  async loweredOf(applicationId: string): Promise<Payment[]> {
    const payments = await this.payments.ofCaseForUpdate(applicationId);
    return payments.filter(
      (payment) => payment.setOff > 0 && paymentLifecycle.next(payment.status, 'cancel') !== undefined,
    );
  }

  /** Kronor more, or less where they are negative, of a payment that is locked. */
  @Transactional()
  async change(actor: Actor, payment: Payment, amount: Kronor, recoveryId: string): Promise<void> {
    const setOff = payment.setOff + amount;
    const facts = { recoveryId, amount, setOff };
    await this.transition.apply(paymentLifecycle, payment, 'set-off', actor, { setOff }, facts);
  }
}
