import { sql } from '#platform/database';

export interface Chains {
  /** Links that do not follow on the one before, and subjects whose version is not the length of their chain. */
  broken: number;
  events: number;
  /** SHA-256 over the last hash of every chain. */
  head: string;
}

const isWrong = sql`hash <> audit_hash(previous_hash, subject_type, subject_id, seq, action, actor_id, actor_person, at, data)`;

/** Events whose hash is not that of what they tell. In no order, so that PostgreSQL can share the work among processors. */
export const wrongHashes = sql`SELECT count(*) AS wrong FROM audit_events WHERE ${isWrong}`;

/** Every event in the order of its chain, which an index has. */
const linked = sql`SELECT subject_type, subject_id, seq, hash, number, is_last,
    seq <> number OR previous_hash <> coalesce(before, '\\x') AS is_loose
  FROM (SELECT subject_type, subject_id, seq, hash, previous_hash, row_number() OVER chain AS number,
      lag(hash) OVER chain AS before, lead(seq) OVER chain IS NULL AS is_last
    FROM audit_events WINDOW chain AS (PARTITION BY subject_type, subject_id ORDER BY seq)) e`;

const heads = sql`heads AS MATERIALIZED (SELECT * FROM linked WHERE is_last)`;
const misfits = sql`SELECT subject_type, subject_id, version AS seq FROM audited_subjects
  LEFT JOIN heads USING (subject_type, subject_id) WHERE heads.seq IS DISTINCT FROM version`;

/** One row. All but the ends of chains and what is wrong goes by. */
export const chains = sql`WITH told AS MATERIALIZED (SELECT * FROM (${linked}) linked WHERE is_last OR is_loose),
    heads AS (SELECT * FROM told WHERE is_last)
  SELECT (SELECT count(*) FROM told WHERE is_loose) + (SELECT count(*) FROM (${misfits}) misfits) AS broken,
    (SELECT coalesce(sum(number), 0)::bigint FROM heads) AS events,
    encode(sha256(coalesce((SELECT string_agg(hash, '' ORDER BY subject_type, subject_id) FROM heads), '')), 'hex') AS head`;

/** One row, `link`; null where nothing is broken. */
export const firstBrokenLink = sql`WITH linked AS (${linked}), ${heads},
    broken AS (SELECT subject_type, subject_id, seq FROM linked WHERE is_loose
      UNION ALL SELECT subject_type, subject_id, seq FROM audit_events WHERE ${isWrong}
      UNION ALL ${misfits})
  SELECT (SELECT json_build_object('subjectType', subject_type, 'subjectId', subject_id, 'seq', seq)
    FROM broken ORDER BY subject_type, subject_id, seq LIMIT 1) AS link`;
