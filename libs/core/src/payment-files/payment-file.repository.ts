import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import type { SentLine } from '#domain/payments/bank/match-settlement';
import type { BankReason } from '#domain/payments/bank/settlement-notice';
import { batchesOf } from '#domain/payments/bank/payment-order';
import { Database, sql, type Scope } from '#platform/database';
import { NotFound } from '#platform/errors';
import { isUnderWay } from '#platform/outbox';
import { PaymentFileLine } from './payment-file-line.entity.js';
import { PaymentFile } from './payment-file.entity.js';
import { PaymentSettlement } from './payment-settlement.entity.js';

/** What a line says of the payment beside what stands on the payment itself. */
export interface PaymentParties {
  paymentId: string;
  payee: string;
  /** Of the case; it stands in what the recipient reads. */
  registryNumber: string | null;
  /** The account that an earlier attempt came back from, and why. */
  bouncedAccountId: string | null;
  bounce: BankReason | null;
  /** The file that has it already. */
  paymentFileId: string | null;
  /** Whether who asks has declared an interest in its case. */
  hasInterest: boolean;
}

@Injectable()
export class PaymentFileRepository {
  constructor(private readonly database: Database) {}

  getForUpdate(id: string): Promise<PaymentFile> {
    return this.database.lock(PaymentFile, id);
  }

  async content(scope: Scope, id: string): Promise<{ content: Buffer; messageId: string }> {
    const found = await this.database.readOne<{ content: Buffer; messageId: string }>(
      scope,
      sql`SELECT content, message_id AS "messageId" FROM payment_files WHERE id = ${id} AND content IS NOT NULL`,
    );
    if (!found) throw new NotFound();
    return found;
  }

  parties({ personId }: Actor, paymentIds: readonly string[]): Promise<PaymentParties[]> {
    return this.database.execute<PaymentParties>(
      sql`SELECT p.id AS "paymentId", o.name AS payee, a.registry_number AS "registryNumber",
            earlier.account_id AS "bouncedAccountId", bounced.bounce, own.payment_file_id AS "paymentFileId",
            has_interest(d.application_id, ${personId}) AS "hasInterest"
          FROM payments p JOIN organisations o ON o.id = p.organisation_id JOIN decisions d ON d.id = p.decision_id
          JOIN applications a ON a.id = d.application_id
          LEFT JOIN payments bounced ON bounced.id = p.replaces
          LEFT JOIN payment_file_lines earlier ON earlier.payment_id = p.replaces
          LEFT JOIN payment_file_lines own ON own.payment_id = p.id
          WHERE p.id = ANY(${paymentIds}::uuid[])`,
    );
  }

  async addLines(lines: readonly PaymentFileLine[]): Promise<void> {
    const insert = this.database.manager.createQueryBuilder().insert().into(PaymentFileLine);
    await insert.values([...lines]).execute();
  }

  linesOf(paymentFileId: string): Promise<PaymentFileLine[]> {
    return this.database.manager
      .createQueryBuilder(PaymentFileLine, 'line')
      .where('line.payment_file_id = :paymentFileId', { paymentFileId })
      .orderBy('line.number')
      .getMany();
  }

  /** Every payment of the file, and those of other files that a notice names, with where they stand now. */
  async sentLines(file: PaymentFile, endToEndIds: readonly string[]): Promise<SentLine[]> {
    const own = await this.linesOf(file.id);
    const batches = batchesOf({ lines: own });
    const batchOf = (line: PaymentFileLine) =>
      batches.findIndex(({ executeOn }) => executeOn === line.executeOn) + 1;
    const others = await this.database.execute<PaymentFileLine>(
      sql`SELECT payment_id AS "paymentId", end_to_end_id AS "endToEndId", amount FROM payment_file_lines
          WHERE end_to_end_id = ANY(${endToEndIds}::text[]) AND payment_file_id <> ${file.id}`,
    );
    const line = ({ paymentId, endToEndId, amount }: PaymentFileLine) => ({
      paymentId,
      endToEndId,
      amount,
      status: 'sent' as const,
    });
    return [
      ...own.map((each) => ({
        ...line(each),
        paymentInformationId: `${file.messageId}-${batchOf(each)}`,
        isOfOtherFile: false,
      })),
      ...others.map((each) => ({ ...line(each), paymentInformationId: '', isOfOtherFile: true })),
    ];
  }

  async settlementOf(paymentFileId: string, sha256: string): Promise<string | undefined> {
    const [row] = await this.database.execute<{ id: string }>(
      sql`SELECT id FROM payment_settlements WHERE payment_file_id = ${paymentFileId} AND sha256 = ${sha256}`,
    );
    return row?.id;
  }

  async addSettlement(settlement: PaymentSettlement): Promise<void> {
    const insert = this.database.manager.createQueryBuilder().insert().into(PaymentSettlement);
    await insert.values(settlement).execute();
  }

  /** Files whose order the queue may have lost: still to be made though nothing is on its way. */
  async unmade(seconds: number): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(
      { organisationId: null },
      sql`SELECT f.id FROM payment_files f WHERE f.status = 'queued' AND f.requested_at < now() - make_interval(secs => ${seconds})
            AND NOT ${isUnderWay(sql`f.id`, seconds)}`,
    );
    return rows.map((row) => row.id);
  }
}
