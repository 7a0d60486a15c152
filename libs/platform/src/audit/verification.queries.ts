import { sql } from '#platform/database';

export interface Links {
  /** Events whose hash is not that of what they tell, or that do not follow on the one before. */
  broken: number;
  events: number;
  /** SHA-256 over the last hash of every chain. */
  head: string;
}

/** Events of before seals have no transaction, and their organisation is not in their hash. */
const isChanged = sql`(e.hash IS DISTINCT FROM CASE WHEN e.tx IS NULL
  THEN audit_hash(e.previous_hash, e.subject_type, e.subject_id, e.seq, e.action, e.actor_id, e.actor_person, e.at, e.data)
  ELSE audit_hash(e.previous_hash, e.subject_type, e.subject_id, e.seq, e.action, e.actor_id, e.actor_person, e.at,
    e.organisation_id, e.data) END)`;
const isLoose = sql`CASE WHEN e.seq = 1 THEN e.previous_hash <> '\\x' ELSE p.hash IS NULL OR e.previous_hash <> p.hash END`;

/**
 * Every event `e` with the one before it, `p`. The last of a chain is before none. What an event tells is hashed as it is read:
 * the join carries whether that was right, and not the event.
 */
const linked = sql`(SELECT e.*, ${isChanged} AS is_changed FROM audit_events e) e FULL JOIN audit_events p
  ON p.subject_type = e.subject_type AND p.subject_id = e.subject_id AND p.seq = e.seq - 1`;

/**
 * One row. Each hash is computed and held against its neighbour in one pass that PostgreSQL can share among processors:
 * in no order, and all but the ends of chains and what is wrong goes by.
 */
export const links = sql`SELECT count(*) FILTER (WHERE NOT is_end) AS broken,
    coalesce(sum(seq) FILTER (WHERE is_end), 0)::bigint AS events,
    encode(sha256(coalesce(string_agg(hash, '') FILTER (WHERE is_end), '')), 'hex') AS head
  FROM (SELECT e.seq IS NULL AS is_end, p.seq, p.hash, coalesce(e.subject_type, p.subject_type) AS subject_type,
      coalesce(e.subject_id, p.subject_id) AS subject_id
    FROM ${linked} WHERE e.seq IS NULL OR (${isLoose}) OR e.is_changed ORDER BY subject_type, subject_id) told`;

const misfits = sql`SELECT s.subject_type, s.subject_id, s.version AS seq, 'chainLength' AS fault FROM audited_subjects s
  LEFT JOIN LATERAL (SELECT e.seq FROM audit_events e WHERE e.subject_type = s.subject_type AND e.subject_id = s.subject_id
    ORDER BY e.seq DESC LIMIT 1) last ON true
  WHERE last.seq IS DISTINCT FROM s.version`;

/** Subjects whose version is not the length of their chain. */
export const countMisfits = sql`SELECT count(*) AS misfits FROM (${misfits}) m`;

const unsealed = sql`SELECT h.subject_type, h.subject_id, h.seq,
    CASE WHEN e.hash IS NULL THEN 'eventMissing' ELSE 'eventReplaced' END AS fault
  FROM audit_seal_heads h LEFT JOIN audit_events e USING (subject_type, subject_id, seq)
  WHERE e.hash IS DISTINCT FROM h.hash`;

/** How many sealed events are not there, or are others: by itself, so that PostgreSQL can share it among processors. */
export const countOtherwise = sql`SELECT count(*) AS otherwise FROM (${unsealed}) u`;

/** `sealed`: how many events stand under a seal. */
export const heads = sql`SELECT (SELECT coalesce(sum(seq), 0)::bigint FROM (SELECT max(seq) AS seq FROM audit_seal_heads GROUP BY subject_type, subject_id) s) AS sealed,
  (SELECT coalesce(max(seal), 0) FROM audit_seal_heads) AS "lastWithHeads"`;

/** One row, `seals`: so many of them after a number, with the digest of their heads as these are now. */
export const sealsAfter = (number: number, count: number) => sql`
  SELECT coalesce(json_agg(json_build_object('number', number, 'at', audit_time(at), 'settled', settled,
    'publicKey', encode(public_key, 'base64'), 'previousHash', encode(previous_hash, 'hex'), 'hash', encode(hash, 'hex'),
    'signature', encode(signature, 'hex'), 'digest', encode(sha256(coalesce((
      SELECT string_agg(audit_leaf(h.subject_type, h.subject_id, h.seq, h.hash), '' ORDER BY h.place)
      FROM audit_seal_heads h WHERE h.seal = s.number), '')), 'hex')) ORDER BY number), '[]') AS seals
  FROM (SELECT * FROM audit_seals WHERE number > ${number} ORDER BY number LIMIT ${count}) s`;

const first = (
  faults: ReturnType<typeof sql>,
) => sql`SELECT (SELECT json_build_object('subjectType', subject_type,
    'subjectId', subject_id, 'seq', seq, 'fault', fault)
  FROM (${faults}) f ORDER BY subject_type, subject_id, seq, fault LIMIT 1) AS link`;

/** One row, `link`: the first event that a chain tells to be wrong; null where none is. */
export const firstBroken = first(sql`
  SELECT e.subject_type, e.subject_id, CASE WHEN NOT e.is_changed AND p.seq IS NULL AND e.seq > 1 THEN e.seq - 1 ELSE e.seq END AS seq,
    CASE WHEN e.is_changed THEN 'eventChanged' WHEN p.seq IS NULL AND e.seq > 1 THEN 'eventMissing' ELSE 'eventUnlinked' END AS fault
  FROM ${linked} WHERE e.seq IS NOT NULL AND ((${isLoose}) OR e.is_changed)
  UNION ALL ${misfits}`);

/** The same, of events that a seal tells to be wrong. */
export const firstOtherwise = first(unsealed);
