import { sql, type Sql } from '#platform/database';
import { grantedIn, grantedYears, paidIn, planJson, reportsOfCase } from './report-terms-sql.js';

/**
 * The years that a report accounts for: its own, and those that it settles (as `yearsSettledBy` says), or has settled once it
 * is approved: what an amendment asks for later does not change that.
 */
const years = sql`(SELECT r.year UNION SELECT s.year FROM settlements s WHERE s.report_id = r.id
  UNION SELECT y.year FROM ${grantedYears} AND r.status <> 'approved' AND r.id = (
    SELECT o.id FROM ${reportsOfCase} AND o.year >= y.year ORDER BY o.year, o.due_on DESC, o.id LIMIT 1))`;

const planned = (
  list: 'costs' | 'coFinancing',
  by: 'kind' | 'source',
) => sql`SELECT (p->>'year')::integer AS year,
    p->>${by}::text AS what, sum((p->>'amount')::bigint)::bigint AS amount
  FROM jsonb_array_elements(${planJson}->${list}::text) p WHERE (p->>'year')::integer IN ${years} GROUP BY 1, 2`;

const actual = (
  content: Sql,
  list: 'costs' | 'coFinancing',
  by: 'kind' | 'source',
) => sql`SELECT (c->>'year')::integer AS year,
    c->>${by}::text AS what, sum((c->>'amount')::bigint)::bigint AS amount
  FROM jsonb_array_elements(${content}->${list}::text) c GROUP BY 1, 2`;

const sumOf = (list: 'costs' | 'coFinancing') => sql`coalesce((SELECT sum((q->>'amount')::bigint)
    FROM jsonb_array_elements(${planJson}->${list}::text) q WHERE (q->>'year')::integer = y.year), 0)`;

/**
 * Costs − co-financing − grant: what a smaller grant than the requested leaves uncovered. The costs stay as stated, so it is
 * for the recipient's own money to bear: so is the decided co-financing reckoned.
 */
const uncovered = sql`SELECT y.year, 'own' AS what, (${sumOf('costs')} - ${sumOf('coFinancing')} - y.amount)::bigint AS amount
  FROM ${grantedYears} AND y.year IN ${years}`;

/** What was planned, decided and came of it by the `content` of the report, by year and kind or source. Whole kronor. */
export const comparisonJson = (content: Sql): Sql => sql`jsonb_build_object(
  'costs', (SELECT coalesce(jsonb_agg(jsonb_build_object('year', year, 'kind', what,
      'planned', coalesce(p.amount, 0), 'actual', coalesce(c.amount, 0)) ORDER BY year, what), '[]')
    FROM (${planned('costs', 'kind')}) p FULL JOIN (${actual(content, 'costs', 'kind')}) c USING (year, what)),
  'coFinancing', (SELECT coalesce(jsonb_agg(jsonb_build_object('year', year, 'source', what,
      'planned', coalesce(p.amount, 0), 'decided', greatest(0, coalesce(p.amount, 0) + coalesce(u.amount, 0)),
      'actual', coalesce(c.amount, 0)) ORDER BY year, what), '[]')
    FROM (${planned('coFinancing', 'source')}) p FULL JOIN (${actual(content, 'coFinancing', 'source')}) c USING (year, what)
    FULL JOIN (SELECT * FROM (${uncovered}) n WHERE amount <> 0) u USING (year, what)),
  'years', (SELECT jsonb_agg(jsonb_build_object('year', n.year,
      'granted', ${grantedIn(sql`n.year`)}, 'paid', ${paidIn(sql`n.year`)},
      'plannedCosts', (SELECT coalesce(sum(amount), 0)::bigint FROM (${planned('costs', 'kind')}) p WHERE p.year = n.year),
      'actualCosts', (SELECT coalesce(sum(amount), 0)::bigint FROM (${actual(content, 'costs', 'kind')}) c WHERE c.year = n.year))
      ORDER BY n.year) FROM ${years} AS n(year)))`;
