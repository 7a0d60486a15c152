import { happenedBy, statusAsOf } from '#platform/audit';
import { and, sql } from '#platform/database';
import { date, money, text, type ExportKind } from './export-kind.js';

/**
 * Granted applications for anyone to read, with the field names of the 360Giving standard where it has them. Public facts
 * only: who was granted what, when and for what; no person, and nothing of how the case was assessed. A decision that was
 * superseded stands as the one that took its place; one that was revoked is not there.
 */
export const openGrantsExport: ExportKind = {
  kind: 'open-grants',
  columns: [
    text('id'),
    text('title'),
    text('description'),
    text('currency'),
    money('amountAwarded'),
    money('amountDisbursed'),
    money('amountReturned'),
    date('awardDate'),
    date('plannedStartDate'),
    date('plannedEndDate'),
    text('recipientOrganisationNumber'),
    text('recipientCode'),
    text('recipientName'),
    text('recipientKind'),
    text('programmeCode'),
    text('call'),
  ],
  key: ['id'],
  filters: ['year', 'organisationId', 'programmeCode', 'callId'],
  query({ year, organisationId, programmeCode, callId }, asOf) {
    const decision = statusAsOf('decision', { id: sql`d.id`, status: sql`d.status` }, asOf);
    const decisionYear = statusAsOf('decisionYear', { id: sql`y.id`, status: sql`y.status` }, asOf);
    const payment = statusAsOf('payment', { id: sql`p.id`, status: sql`p.status` }, asOf);
    const booked = asOf === null ? sql`true` : sql`b.booked_on <= ${asOf}`;
    const awarded = sql`(d.decided_at AT TIME ZONE 'Europe/Stockholm')::date`;
    const where = [
      sql`d.outcome = 'approve'`,
      happenedBy(sql`d.decided_at`, asOf),
      sql`${decision} = 'approved'`,
      ...(year === undefined ? [] : [sql`extract(year FROM ${awarded}) = ${year}`]),
      ...(organisationId ? [sql`d.organisation_id = ${organisationId}::uuid`] : []),
      ...(programmeCode ? [sql`c.programme_code = ${programmeCode}`] : []),
      ...(callId ? [sql`c.id = ${callId}::uuid`] : []),
    ];
    return sql`SELECT a.registry_number AS id, a.content->>'title' AS title, a.content->>'summary' AS description,
        'SEK' AS currency,
        (SELECT coalesce(sum(y.amount), 0)::bigint FROM decision_years y
          WHERE y.decision_id = d.id AND ${decisionYear} <> 'lapsed') AS "amountAwarded",
        (SELECT coalesce(sum(p.amount), 0)::bigint FROM payments p JOIN decisions paid ON paid.id = p.decision_id
          WHERE paid.application_id = a.id AND ${payment} = 'executed') AS "amountDisbursed",
        (SELECT coalesce(-sum(e.amount), 0)::bigint FROM recoveries r JOIN decisions claimed ON claimed.id = r.decision_id
          JOIN recovery_postings b ON b.recovery_id = r.id JOIN recovery_entries e ON e.posting_id = b.id
          WHERE claimed.application_id = a.id AND b.act IN ('payment', 'setOff', 'undoSetOff') AND e.part = 'principal'
            AND ${booked}) AS "amountReturned",
        ${awarded} AS "awardDate",
        (SELECT min(row->>'startsOn')::date FROM jsonb_array_elements(a.content->'activities') row) AS "plannedStartDate",
        (SELECT max(row->>'endsOn')::date FROM jsonb_array_elements(a.content->'activities') row) AS "plannedEndDate",
        o.organisation_number AS "recipientOrganisationNumber", o.code AS "recipientCode", o.name AS "recipientName",
        o.kind AS "recipientKind", c.programme_code AS "programmeCode", c.title AS call
      FROM decisions d JOIN applications a ON a.id = d.application_id JOIN calls c ON c.id = a.call_id
      JOIN organisations o ON o.id = d.organisation_id WHERE ${and(where)} ORDER BY a.registry_number`;
  },
};
