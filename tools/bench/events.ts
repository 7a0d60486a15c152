import type { World } from './world.js';

const PER_CHAIN = 10;

/** Tops the audit trail up to so many events, in chains of their own, each hashed by the database as any other is. */
export async function addEvents({ owner }: World, count: number): Promise<void> {
  const { rows } = await owner.query<{ n: string }>('SELECT count(*) AS n FROM audit_events');
  const chains = Math.ceil((count - Number(rows[0]!.n)) / PER_CHAIN);
  if (chains <= 0) return;
  // Of nothing that is there: the database would not have them told of.
  await owner.query('ALTER TABLE audit_events DISABLE TRIGGER happened');
  await owner.query(
    `INSERT INTO audit_events (subject_type, subject_id, seq, action, actor_id, actor_person, at, data)
     SELECT 'synthetic', c.id, n, 'edit', u.id, u.person_id, now(), json_build_object('from', 'draft', 'to', 'draft', 'number', n)
     FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, $1)) c, generate_series(1, $2) n,
       (SELECT id, person_id FROM users ORDER BY id LIMIT 1) u ORDER BY c.id, n`,
    [chains, PER_CHAIN],
  );
  await owner.query('ALTER TABLE audit_events ENABLE TRIGGER happened');
  await owner.query('VACUUM ANALYZE audit_events');
}
