import { sql } from '#platform/database';

/** What the decision in force is part of: as applied for, or as an amendment states it anew. */
export const planJson = sql`coalesce(d.plan, a.content)`;

/** The years that a report accounts for: its own, and those that it settles (as `yearsSettledBy` says). */
const years = sql`(SELECT r.year UNION SELECT y.year FROM decision_years y WHERE y.decision_id = d.id AND y.status <> 'lapsed' AND r.id = (
    SELECT o.id FROM reports o JOIN decisions asked ON asked.id = o.decision_id
    WHERE asked.application_id = a.id AND o.status <> 'cancelled' AND o.year >= y.year
    ORDER BY o.year, o.due_on DESC LIMIT 1))`;

const planned = (
  list: 'costs' | 'coFinancing',
  by: 'kind' | 'source',
) => sql`SELECT (p->>'year')::integer AS year,
    p->>${by}::text AS what, sum((p->>'amount')::bigint)::bigint AS amount
  FROM jsonb_array_elements(${planJson}->${list}::text) p WHERE (p->>'year')::integer IN ${years} GROUP BY 1, 2`;

const actual = (
  list: 'costs' | 'coFinancing',
  by: 'kind' | 'source',
) => sql`SELECT (c->>'year')::integer AS year,
    c->>${by}::text AS what, sum((c->>'amount')::bigint)::bigint AS amount
  FROM jsonb_array_elements(r.content->${list}::text) c GROUP BY 1, 2`;

const sumOf = (list: 'costs' | 'coFinancing') => sql`coalesce((SELECT sum((q->>'amount')::bigint)
    FROM jsonb_array_elements(${planJson}->${list}::text) q WHERE (q->>'year')::integer = y.year), 0)`;

/**
 * Costs − co-financing − grant: what a smaller grant than the requested leaves uncovered. The costs stay as stated, so it is
 * for the recipient's own money to bear: so is the decided co-financing reckoned.
 */
const uncovered = sql`SELECT y.year, 'own' AS what, (${sumOf('costs')} - ${sumOf('coFinancing')} - y.amount)::bigint AS amount
  FROM decision_years y WHERE y.decision_id = d.id AND y.status <> 'lapsed' AND y.year IN ${years}`;

/** What was planned, decided and came of it, by year and kind or source. Whole kronor. */
export const comparisonJson = sql`jsonb_build_object(
  'costs', (SELECT coalesce(jsonb_agg(jsonb_build_object('year', year, 'kind', what,
      'planned', coalesce(p.amount, 0), 'actual', coalesce(c.amount, 0)) ORDER BY year, what), '[]')
    FROM (${planned('costs', 'kind')}) p FULL JOIN (${actual('costs', 'kind')}) c USING (year, what)),
  'coFinancing', (SELECT coalesce(jsonb_agg(jsonb_build_object('year', year, 'source', what,
      'planned', coalesce(p.amount, 0), 'decided', coalesce(p.amount, 0) + coalesce(u.amount, 0),
      'actual', coalesce(c.amount, 0)) ORDER BY year, what), '[]')
    FROM (${planned('coFinancing', 'source')}) p FULL JOIN (${actual('coFinancing', 'source')}) c USING (year, what)
    FULL JOIN (SELECT * FROM (${uncovered}) n WHERE amount <> 0) u USING (year, what)),
  'years', (SELECT jsonb_agg(jsonb_build_object('year', n.year,
      'granted', coalesce((SELECT amount FROM decision_years WHERE decision_id = d.id AND year = n.year AND status <> 'lapsed'), 0),
      'paid', (SELECT coalesce(sum(p.amount), 0)::bigint FROM payments p JOIN decisions of_case ON of_case.id = p.decision_id
        WHERE of_case.application_id = a.id AND p.year = n.year AND p.status = 'executed'),
      'plannedCosts', (SELECT coalesce(sum(amount), 0)::bigint FROM (${planned('costs', 'kind')}) p WHERE p.year = n.year),
      'actualCosts', (SELECT coalesce(sum(amount), 0)::bigint FROM (${actual('costs', 'kind')}) c WHERE c.year = n.year))
      ORDER BY n.year) FROM ${years} AS n(year)))`;
