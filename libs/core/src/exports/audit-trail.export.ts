import { happenedBy, SEALS } from '#platform/audit';
import { and, sql, trusted, type Sql } from '#platform/database';
import { SYSTEM } from '#core/access';
import { id, instant, integer, type ExportColumn, type ExportKind, type ExportRows } from './export-kind.js';

export const TRAIL_COLUMNS: readonly ExportColumn[] = [
  id('subjectType'),
  id('subject'),
  integer('seq'),
  id('action'),
  id('actor'),
  id('actorPerson'),
  instant('at'),
  id('organisation'),
  { key: 'data', type: 'json' },
  id('previousHash'),
  id('hash'),
];

export const TRAIL_KEY = ['subjectType', 'subject', 'seq'];

/**
 * Events `e`, each chain in its order, and the seals as a chain of their own. `which` says which events, from the comma
 * or join after `audit_events e` on.
 */
export const trailOf = (which: Sql, seals: Sql): ExportRows => ({
  rows: sql`SELECT e.subject_type AS "subjectType", e.subject_id AS subject, e.seq, e.action,
    e.actor_id AS actor, e.actor_person AS "actorPerson", e.at, e.organisation_id AS organisation, e.data::text AS data,
    encode(e.previous_hash, 'hex') AS "previousHash", encode(e.hash, 'hex') AS hash
  FROM audit_events e ${which}
  UNION ALL ${seals}`,
  order: sql`1, 2, 3`,
});

/** `which` says which seals, from the WHERE on. */
const sealRows = (
  heads: Sql,
  which: Sql,
) => sql`SELECT ${trusted(`'${SEALS.subjectType}'`)}, ${trusted(`'${SEALS.subjectId}'`)}::uuid,
    s.number, 'seal', ${trusted(`'${SYSTEM.userId}'`)}::uuid, ${trusted(`'${SYSTEM.personId}'`)}::uuid, s.at, NULL::uuid,
    json_build_object('settled', s.settled, 'publicKey', encode(s.public_key, 'base64'), 'signature', encode(s.signature, 'hex'),
      'heads', (SELECT json_agg(${heads} ORDER BY h.place) FROM audit_seal_heads h WHERE h.seal = s.number))::text,
    encode(s.previous_hash, 'hex'), encode(s.hash, 'hex')
  FROM audit_seals s ${which}`;

const head = sql`json_build_array(h.subject_type, h.subject_id, h.seq, encode(h.hash, 'hex'))`;

/** Every seal, whole. */
const allSeals = (which: Sql) => sealRows(head, which);

/**
 * For each chain the seal over its last sealed event: what came before, the chain itself ties to it. `chains` yields
 * `subject_type` and `subject_id`; of other chains' heads there is only the leaf.
 */
export const sealsOf = (chains: Sql, where: Sql = sql`true`): Sql =>
  sealRows(
    sql`CASE WHEN (h.subject_type, h.subject_id) IN (SELECT c.subject_type, c.subject_id FROM (${chains}) c) THEN ${head}
      ELSE to_json(encode(audit_leaf(h.subject_type, h.subject_id, h.seq, h.hash), 'hex')) END`,
    sql`WHERE s.number IN (SELECT DISTINCT ON (h.subject_type, h.subject_id) h.seal FROM audit_seal_heads h
        JOIN audit_seals s ON s.number = h.seal JOIN (${chains}) c USING (subject_type, subject_id)
      WHERE ${where} ORDER BY h.subject_type, h.subject_id, h.seq DESC)`,
  );

/** Every audit event with its hashes, and the seals: enough to verify them without the agency. */
export const auditTrailExport: ExportKind = {
  kind: 'audit-trail',
  columns: TRAIL_COLUMNS,
  key: TRAIL_KEY,
  filters: ['organisationId'],
  isSealed: true,
  query({ organisationId }, asOf) {
    // Without any condition the two are read in the order of their indexes, and nothing is sorted.
    if (!organisationId && !asOf) return trailOf(sql``, allSeals(sql``));
    const then = happenedBy(sql`e.at`, asOf);
    const sealedThen = happenedBy(sql`s.at`, asOf);
    if (!organisationId) return trailOf(sql`WHERE ${then}`, allSeals(sql`WHERE ${sealedThen}`));
    const own = sql`e.organisation_id = ${organisationId}::uuid`;
    const chains = sql`SELECT DISTINCT e.subject_type, e.subject_id FROM audit_events e WHERE ${own}`;
    return trailOf(sql`WHERE ${and([then, own])}`, sealsOf(chains, sealedThen));
  },
};
