import { ApplicationQueries } from '#core/applications';
import { pageOf, type Database, type JsonText, type Sql } from '#platform/database';
import type { Actor } from '#domain/access/actor';
import { compare, tell } from './bench.js';
import { readsPerSecond } from './load.js';
import type { World } from './world.js';

export interface Size {
  rounds: number;
  seconds: number;
  connections: number;
}

/** Lists and details with everything on (session, row security, policy) against the same statement from a bare server. */
export async function benchReads(world: World, { rounds, seconds, connections }: Size): Promise<boolean[]> {
  const headers = await world.signIn('sokande.1275');
  const actor = await applicantOf(world);
  const load = (url: string, with_?: Record<string, string>) =>
    readsPerSecond({ url, headers: with_, connections, seconds });

  const list = await world.base((await listOfApplicant(world)).statement, false);
  const listed = await compare(
    rounds,
    () => load(`${world.address}/api/v1/applications?limit=50`, headers),
    () => load(list),
  );

  const { rows } = await world.owner.query<{ id: string }>(
    `SELECT id FROM applications WHERE organisation_id = $1 AND status = 'decided' LIMIT 1`,
    [actor.organisationId],
  );
  const id = rows[0]!.id;
  const detail = await world.base(await statementOf((queries) => queries.one(actor, id)), false);
  const shown = await compare(
    rounds,
    () => load(`${world.address}/api/v1/applications/${id}`, headers),
    () => load(detail),
  );
  return [
    tell({ name: 'list', op: '>=', value: 0.75 }, listed),
    tell({ name: 'detail', op: '>=', value: 0.75 }, shown),
  ];
}

/** What the list of one applicant is read by. */
export async function listOfApplicant(
  world: World,
): Promise<{ statement: { text: string; values: unknown[] }; organisationId: string }> {
  const actor = await applicantOf(world);
  const statement = await statementOf((queries) => queries.list(actor, {}, { limit: 50 }));
  return { statement, organisationId: actor.organisationId! };
}

/** The statement that a query would send. */
async function statementOf(
  query: (queries: ApplicationQueries) => Promise<JsonText>,
): Promise<{ text: string; values: unknown[] }> {
  let sent: Sql | undefined;
  const listening = {
    page: (_: unknown, page: never, request: never) => listening.document(_, pageOf(page, request)),
    document: async (_: unknown, statement: Sql) => void (sent = statement),
  };
  await query(new ApplicationQueries(listening as unknown as Database));
  return { text: sent!.text, values: sent!.values };
}

async function applicantOf(world: World): Promise<Actor> {
  const { rows } = await world.owner.query<Actor>(
    `SELECT id AS "userId", person_id AS "personId", roles, organisation_id AS "organisationId" FROM users
     WHERE email = 'sokande.1275@medel.example'`,
  );
  return rows[0]!;
}
