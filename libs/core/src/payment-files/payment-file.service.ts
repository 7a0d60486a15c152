import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { checkPaymentFile } from '#domain/payments/bank/check-payment-file';
import { paymentFileLifecycle } from '#domain/payments/bank/payment-file.lifecycle';
import { checkPayer, type PaymentOrder } from '#domain/payments/bank/payment-order';
import { renderPaymentFile } from '#domain/payments/bank/render-payment-file';
import { sumKronor } from '#domain/shared/money';
import { authorise } from '#core/access';
import { PaymentExecution, PaymentRepository } from '#core/payments';
import { Clock } from '#platform/clock';
import { CONFIG, type Config } from '#platform/config';
import { Transactional } from '#platform/database';
import { refuseIf } from '#platform/errors';
import { newId } from '#platform/ids';
import { defineTopic, Outbox } from '#platform/outbox';
import { sha256 } from '#platform/storage';
import { Transition } from '#platform/transition';
import { parseXml } from '#platform/xml';
import type { PaymentFileLine } from './payment-file-line.entity.js';
import { PaymentFile } from './payment-file.entity.js';
import { PaymentFileRepository } from './payment-file.repository.js';
import { PaymentLines } from './payment-lines.js';

export const PAYMENT_FILE_REQUESTED = defineTopic('paymentFile.requested');

const SILENT_SECONDS = 30;

/** Orders the file that the bank takes, and makes it. */
@Injectable()
export class PaymentFileService {
  constructor(
    private readonly files: PaymentFileRepository,
    private readonly lines: PaymentLines,
    private readonly payments: PaymentRepository,
    private readonly execution: PaymentExecution,
    private readonly outbox: Outbox,
    private readonly transition: Transition,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The payments are the file's from here on. Everything is checked now, so that the making cannot fail on them. */
  @Transactional()
  async order(actor: Actor, paymentIds: readonly string[]): Promise<PaymentFile> {
    authorise(actor, 'paymentFile.create');
    const { payer } = this.config;
    if (payer === null || checkPayer(payer).length > 0)
      refuseIf([
        {
          code: 'payerNotConfigured',
          outcome: 'notMet',
          citation: null,
          data: { fields: payer ? checkPayer(payer) : [] },
        },
      ]);
    const id = newId();
    const lines = await this.lines.of(actor, paymentIds, id);
    const file = Object.assign(new PaymentFile(), {
      id,
      messageId: id.replaceAll('-', ''),
      payer: payer!,
      paymentCount: lines.length,
      controlSum: sumKronor(lines.map(({ amount }) => amount)),
      requestedBy: actor.userId,
      requestedByPerson: actor.personId,
      requestedAt: this.clock.now(),
    });
    this.refuseWhatTheBankRefuses(file, lines);
    const { messageId, paymentCount, controlSum } = file;
    await this.transition.create(paymentFileLifecycle, file, actor, { messageId, paymentCount, controlSum });
    await this.files.addLines(lines);
    this.outbox.publish(PAYMENT_FILE_REQUESTED, id, actor);
    return file;
  }

  /** The content, and its payments sent, in one transaction. Run twice, it makes the file once. */
  @Transactional()
  async make(actor: Actor, id: string): Promise<void> {
    const file = await this.files.getForUpdate(id);
    if (!paymentFileLifecycle.next(file.status, 'make')) return;
    const lines = await this.files.linesOf(id);
    const content = Buffer.from(renderPaymentFile(orderOf(file, lines)), 'utf8');
    const checksum = sha256(content);
    const made = { content, sha256: checksum, madeAt: this.clock.now() };
    await this.transition.apply(paymentFileLifecycle, file, 'make', actor, made, {
      sha256: checksum,
      size: content.length,
    });
    for (const payment of await this.payments.manyForUpdate(lines.map(({ paymentId }) => paymentId)))
      await this.execution.send(actor, payment, id);
  }

  /** Takes up what the queue lost. */
  async resume(actor: Actor): Promise<void> {
    for (const id of await this.files.unmade(SILENT_SECONDS)) await this.make(actor, id);
  }

  async open(actor: Actor, id: string): Promise<{ content: Buffer; name: string }> {
    const { content, messageId } = await this.files.content(actor, id);
    return { content, name: `pain.001-${messageId}.xml` };
  }

  /** Reads the file that would be made as a bank does, and tells everything that it would turn away. */
  private refuseWhatTheBankRefuses(file: PaymentFile, lines: readonly PaymentFileLine[]): void {
    const document = parseXml(Buffer.from(renderPaymentFile(orderOf(file, lines)), 'utf8'));
    const problems = checkPaymentFile(document, { today: this.clock.today() });
    refuseIf(
      problems.map(({ code, ...data }) => ({
        code: 'bankRefuses',
        outcome: 'notMet',
        citation: null,
        data: { problem: code, ...data },
      })),
    );
  }
}

function orderOf(file: PaymentFile, lines: readonly PaymentFileLine[]): PaymentOrder {
  const { messageId, payer, requestedAt } = file;
  const createdAt = `${requestedAt.toISOString().slice(0, 19)}Z`;
  return { messageId, createdAt, payer, lines };
}
