import { happenedBy, statusAsOf } from '#platform/audit';
import { and, sql } from '#platform/database';
import { code, date, instant, money, text, type ExportKind } from './export-kind.js';

/**
 * Every recovery with its books: claimed + charged = paid + setOff + writtenOff + principal + interest. The sum of
 * `returned`, what was repaid of the principal, is what the ledger has returned.
 */
export const recoveriesExport: ExportKind = {
  kind: 'recoveries',
  columns: [
    text('registryNumber'),
    text('programmeCode'),
    text('organisationCode'),
    text('organisation'),
    code('grounds', 'recoveryGround'),
    code('status', 'status.recovery'),
    instant('consideredAt'),
    instant('notifiedAt'),
    instant('decidedAt'),
    date('dueOn'),
    money('amount'),
    money('claimed'),
    money('charged'),
    money('paid'),
    money('setOff'),
    money('writtenOff'),
    money('principal'),
    money('interest'),
    money('returned'),
  ],
  key: ['registryNumber', 'consideredAt'],
  filters: ['year', 'status', 'organisationId', 'programmeCode'],
  query({ year, status, organisationId, programmeCode }, asOf) {
    const current = statusAsOf('recovery', { id: sql`r.id`, status: sql`r.status` }, asOf);
    const where = [
      happenedBy(sql`r.considered_at`, asOf),
      ...(year === undefined ? [] : [sql`r.years @> ${JSON.stringify([{ year }])}::jsonb`]),
      ...(status ? [sql`${current} = ${status}`] : []),
      ...(organisationId ? [sql`r.organisation_id = ${organisationId}::uuid`] : []),
      ...(programmeCode ? [sql`c.programme_code = ${programmeCode}`] : []),
    ];
    const booked = asOf === null ? sql`true` : sql`p.booked_on <= ${asOf}`;
    const sum = (sign: 1 | -1, of: ReturnType<typeof sql>) =>
      sql`coalesce(${sign}::bigint * sum(e.amount) FILTER (WHERE ${of}), 0)::bigint`;
    const isDecided = happenedBy(sql`r.decided_at`, asOf);
    return {
      rows: sql`SELECT a.registry_number AS "registryNumber", c.programme_code AS "programmeCode",
        o.code AS "organisationCode", o.name AS organisation, r.grounds, ${current} AS status, r.considered_at AS "consideredAt",
        CASE WHEN ${happenedBy(sql`r.notified_at`, asOf)} THEN r.notified_at END AS "notifiedAt",
        CASE WHEN ${isDecided} THEN r.decided_at END AS "decidedAt", CASE WHEN ${isDecided} THEN r.due_on END AS "dueOn",
        r.amount, b.*
      FROM recoveries r JOIN decisions d ON d.id = r.decision_id JOIN applications a ON a.id = d.application_id
      JOIN calls c ON c.id = a.call_id JOIN organisations o ON o.id = r.organisation_id
      CROSS JOIN LATERAL (
        SELECT ${sum(1, sql`p.act = 'claim'`)} AS claimed, ${sum(1, sql`p.act = 'interest'`)} AS charged,
          ${sum(-1, sql`p.act = 'payment'`)} AS paid, ${sum(-1, sql`p.act IN ('setOff', 'undoSetOff')`)} AS "setOff",
          ${sum(-1, sql`p.act = 'writeOff'`)} AS "writtenOff", ${sum(1, sql`e.part = 'principal'`)} AS principal,
          ${sum(1, sql`e.part = 'interest'`)} AS interest,
          ${sum(-1, sql`p.act IN ('payment', 'setOff', 'undoSetOff') AND e.part = 'principal'`)} AS returned
        FROM recovery_postings p JOIN recovery_entries e ON e.posting_id = p.id
        WHERE p.recovery_id = r.id AND ${booked}) b
      WHERE ${and(where)}`,
      order: sql`a.registry_number, r.considered_at, r.id`,
    };
  },
};
