import { sql } from '#platform/database';

/** The years that a report accounts for: its own, and those that it settles (as `yearsSettledBy` says). */
const years = sql`(SELECT r.year UNION SELECT y.year FROM decision_years y WHERE y.decision_id = d.id AND r.id = (
    SELECT o.id FROM reports o WHERE o.decision_id = d.id AND o.year >= y.year
    ORDER BY o.year, o.due_on DESC LIMIT 1))`;

const planned = (
  list: 'costs' | 'coFinancing',
  by: 'kind' | 'source',
) => sql`SELECT (p->>'year')::integer AS year,
    p->>${by}::text AS what, sum((p->>'amount')::bigint)::bigint AS amount
  FROM jsonb_array_elements(a.content->${list}::text) p WHERE (p->>'year')::integer IN ${years} GROUP BY 1, 2`;

const actual = (
  list: 'costs' | 'coFinancing',
  by: 'kind' | 'source',
) => sql`SELECT (c->>'year')::integer AS year,
    c->>${by}::text AS what, sum((c->>'amount')::bigint)::bigint AS amount
  FROM jsonb_array_elements(r.content->${list}::text) c GROUP BY 1, 2`;

/**
 * What a smaller grant than the requested leaves uncovered. The costs stay as stated, so it is for the recipient's own
 * money to bear: so is the decided co-financing reckoned.
 */
const uncovered = sql`SELECT y.year, 'own' AS what, (coalesce((SELECT sum((q->>'amount')::bigint)
    FROM jsonb_array_elements(a.content->'requested') q WHERE (q->>'year')::integer = y.year), 0) - y.amount)::bigint AS amount
  FROM decision_years y WHERE y.decision_id = d.id AND y.year IN ${years}`;

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
      'granted', coalesce((SELECT amount FROM decision_years WHERE decision_id = d.id AND year = n.year), 0),
      'paid', (SELECT coalesce(sum(amount), 0)::bigint FROM payments
        WHERE decision_id = d.id AND year = n.year AND status = 'executed'),
      'plannedCosts', (SELECT coalesce(sum(amount), 0)::bigint FROM (${planned('costs', 'kind')}) p WHERE p.year = n.year),
      'actualCosts', (SELECT coalesce(sum(amount), 0)::bigint FROM (${actual('costs', 'kind')}) c WHERE c.year = n.year))
      ORDER BY n.year) FROM ${years} AS n(year)))`;
