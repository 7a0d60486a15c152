import { existedBy, happenedBy, statusAsOf } from '#platform/audit';
import { and, sql } from '#platform/database';
import { code, date, instant, integer, money, text, type ExportKind } from './export-kind.js';

/** Every payment with what of it is set off and what is paid. The sum of `paid` is what the ledger has paid out. */
export const paymentsExport: ExportKind = {
  kind: 'payments',
  columns: [
    text('registryNumber'),
    text('programmeCode'),
    text('organisationCode'),
    text('organisation'),
    text('appropriationCode'),
    integer('year'),
    integer('instalment'),
    code('status', 'status.payment'),
    date('payOn'),
    money('amount'),
    money('setOff'),
    money('toPay'),
    money('paid'),
    instant('attestedAt'),
  ],
  key: ['registryNumber', 'year', 'instalment'],
  filters: ['year', 'status', 'organisationId', 'programmeCode'],
  query({ year, status, organisationId, programmeCode }, asOf) {
    const current = statusAsOf('payment', { id: sql`p.id`, status: sql`p.status` }, asOf);
    const where = [
      existedBy('payment', sql`p.id`, asOf),
      ...(year === undefined ? [] : [sql`p.year = ${year}`]),
      ...(status ? [sql`${current} = ${status}`] : []),
      ...(organisationId ? [sql`p.organisation_id = ${organisationId}::uuid`] : []),
      ...(programmeCode ? [sql`c.programme_code = ${programmeCode}`] : []),
    ];
    const booked = asOf === null ? sql`true` : sql`booked_on <= ${asOf}`;
    return {
      rows: sql`SELECT a.registry_number AS "registryNumber", c.programme_code AS "programmeCode",
        o.code AS "organisationCode", o.name AS organisation, f.code AS "appropriationCode", p.year, p.instalment, ${current} AS status,
        p.pay_on AS "payOn", p.amount, s.amount AS "setOff", p.amount - s.amount AS "toPay",
        CASE WHEN ${current} = 'executed' THEN p.amount ELSE 0 END AS paid,
        CASE WHEN ${happenedBy(sql`p.attested_at`, asOf)} THEN p.attested_at END AS "attestedAt"
      FROM payments p JOIN decisions d ON d.id = p.decision_id JOIN applications a ON a.id = d.application_id
      JOIN calls c ON c.id = a.call_id JOIN organisations o ON o.id = p.organisation_id
      JOIN decision_years y ON y.id = p.decision_year_id JOIN appropriations f ON f.id = y.appropriation_id
      CROSS JOIN LATERAL (SELECT coalesce(sum(CASE act WHEN 'setOff' THEN amount ELSE -amount END), 0)::bigint AS amount
        FROM recovery_postings WHERE payment_id = p.id AND ${booked}) s
      WHERE ${and(where)}`,
      order: sql`a.registry_number, p.year, p.instalment, p.pay_on, p.id`,
    };
  },
};
