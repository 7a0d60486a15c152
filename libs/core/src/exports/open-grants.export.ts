import type { LocalDate } from '#domain/shared/local-date';
import { contentAsOf } from '#core/submissions';
import { happenedBy, statusAsOf } from '#platform/audit';
import { and, list, sql, trusted, type Sql } from '#platform/database';
import { code, date, money, text, type ExportFilters, type ExportKind } from './export-kind.js';

const columns = [
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
  code('recipientKind', 'recipientKind'),
  text('programmeCode'),
  text('call'),
];

/** Where the rows are, and what each column is of one: for whoever pages through them, or adds them up. */
export interface OpenGrants {
  /** `d` the decision in force, `a` its application, `c` the call and `o` the recipient. */
  from: Sql;
  where: Sql[];
  cells: Record<string, Sql>;
}

/** A grant counts once, whatever amendments it has had: as the decision that is in force on the day. */
export function openGrants(
  { year, organisationId, programmeCode, callId }: ExportFilters,
  asOf: LocalDate | null,
): OpenGrants {
  const decision = statusAsOf('decision', { id: sql`d.id`, status: sql`d.status` }, asOf);
  const decisionYear = statusAsOf('decisionYear', { id: sql`y.id`, status: sql`y.status` }, asOf);
  const payment = statusAsOf('payment', { id: sql`p.id`, status: sql`p.status` }, asOf);
  const booked = asOf === null ? sql`true` : sql`b.booked_on <= ${asOf}`;
  const applied = contentAsOf('a', asOf);
  const cells = {
    id: sql`a.registry_number`,
    title: sql`${applied}->>'title'`,
    description: sql`${applied}->>'summary'`,
    currency: sql`'SEK'`,
    amountAwarded: sql`(SELECT coalesce(sum(y.amount), 0)::bigint FROM decision_years y
      WHERE y.decision_id = d.id AND ${decisionYear} <> 'lapsed')`,
    amountDisbursed: sql`(SELECT coalesce(sum(p.amount), 0)::bigint FROM payments p JOIN decisions paid ON paid.id = p.decision_id
      WHERE paid.application_id = a.id AND ${payment} = 'executed')`,
    amountReturned: sql`(SELECT coalesce(-sum(e.amount), 0)::bigint FROM recoveries r JOIN decisions claimed ON claimed.id = r.decision_id
      JOIN recovery_postings b ON b.recovery_id = r.id JOIN recovery_entries e ON e.posting_id = b.id
      WHERE claimed.application_id = a.id AND b.act IN ('payment', 'setOff', 'undoSetOff') AND e.part = 'principal'
        AND ${booked})`,
    awardDate: sql`(d.awarded_at AT TIME ZONE 'Europe/Stockholm')::date`,
    plannedStartDate: sql`(SELECT min(row->>'startsOn')::date FROM jsonb_array_elements(${applied}->'activities') row)`,
    plannedEndDate: sql`(SELECT max(row->>'endsOn')::date FROM jsonb_array_elements(${applied}->'activities') row)`,
    recipientOrganisationNumber: sql`o.organisation_number`,
    recipientCode: sql`o.code`,
    recipientName: sql`o.name`,
    recipientKind: sql`o.kind`,
    programmeCode: sql`c.programme_code`,
    call: sql`c.title`,
  };
  return {
    from: sql`decisions d JOIN applications a ON a.id = d.application_id JOIN calls c ON c.id = a.call_id
      JOIN organisations o ON o.id = d.organisation_id`,
    where: [
      sql`d.outcome = 'approve'`,
      happenedBy(sql`d.decided_at`, asOf),
      sql`${decision} = 'approved'`,
      ...(year === undefined ? [] : [awardedIn(year)]),
      ...(organisationId ? [sql`d.organisation_id = ${organisationId}::uuid`] : []),
      ...(programmeCode ? [sql`c.programme_code = ${programmeCode}`] : []),
      ...(callId ? [sql`c.id = ${callId}::uuid`] : []),
    ],
    cells,
  };
}

/** A range of instants, so that an index finds it. */
function awardedIn(year: number): Sql {
  const start = (of: number) =>
    sql`(make_date(${of}::integer, 1, 1)::timestamp AT TIME ZONE 'Europe/Stockholm')`;
  return sql`d.awarded_at >= ${start(year)} AND d.awarded_at < ${start(year + 1)}`;
}

/**
 * Granted applications for anyone to read, with the field names of the 360Giving standard where it has them. Public facts
 * only: who was granted what, when and for what; no person, and nothing of how the case was assessed. A decision that was
 * superseded stands as the one that took its place, awarded when it was; one that was revoked is not there.
 */
export const openGrantsExport: ExportKind = {
  kind: 'open-grants',
  columns,
  key: ['id'],
  filters: ['year', 'organisationId', 'programmeCode', 'callId'],
  query(filters, asOf) {
    const { from, where, cells } = openGrants(filters, asOf);
    const shown = columns.map(({ key }) => sql`${cells[key]!} AS ${trusted(`"${key}"`)}`);
    return {
      rows: sql`SELECT ${list(shown)} FROM ${from} WHERE ${and(where)}`,
      order: sql`a.registry_number`,
    };
  },
};
