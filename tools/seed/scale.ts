import pg from 'pg';
import type { Actor } from '#domain/access/actor';
import { SYSTEM } from '#core/access';
import { ApplicationService } from '#core/applications';
import { AppropriationService } from '#core/appropriations';
import { AssessmentService, JudgementService } from '#core/assessments';
import { CallService } from '#core/calls';
import { DecisionService, ProposalService } from '#core/decisions';
import { contentOf, DemoPeople } from '#core/demo';
import { Clock } from '#platform/clock';
import { newId } from '#platform/ids';
import type { Seeds } from './context.js';
import { BATCH_TABLE, COPY, FILL, MODEL_TABLE } from './synthetic-sql.js';

const TITLE = 'Syntetiska ärenden för mätning (demo)';
const CODE = 'syntetiskt anslag (demo)';
const ACCOUNT = 'syntetisk';
const ORGANISATIONS = 300;
const BATCH = 2_500;
const LANES = 2;
/** Far ahead, so that the worker has no payment of theirs to see to while something is measured. */
const YEARS = [2028, 2029];

interface Model {
  applicationId: string;
  callId: string;
}

/**
 * Tops the synthetic cases up to `count`: one goes through the services, the others are copies of it, made by two
 * connections side by side. What the first batch put there is counted before the rest is planned, unless told not to.
 * They are the owner's: the runtime role makes no temporary tables.
 */
export async function addSyntheticCases(
  seeds: Seeds,
  ownerUrl: string,
  count: number,
  say: (line: string) => void,
  isCounted = true,
): Promise<void> {
  if (!ownerUrl)
    throw new Error(
      'Synthetic cases are made by the owner of the tables: set DATABASE_OWNER_URL (medel_owner).',
    );
  const lanes = await Promise.all(Array.from({ length: LANES }, () => connect(ownerUrl)));
  try {
    const [client] = lanes as [pg.Client, ...pg.Client[]];
    const organisations = await addOrganisations(client);
    const model = (await findModel(client)) ?? (await makeModel(seeds, client, organisations[0]!));
    const { rows } = await client.query<{ n: string }>(
      'SELECT count(*) AS n FROM applications WHERE call_id = $1',
      [model.callId],
    );
    const existing = Number(rows[0]!.n);
    if (existing >= count) return say(`Synthetic cases … all ${existing} were there`);
    const batches = batchesOf(existing, count);
    const copyNext = async (lane: pg.Client, batch: Batch) => {
      await copyBatch(lane, batch, organisations);
      say(`Synthetic cases … ${batch.made + batch.size} of ${count}`);
    };
    for (const lane of lanes) {
      await lane.query(BATCH_TABLE);
      await lane.query(MODEL_TABLE, [model.applicationId]);
      // Or its one row is taken for hundreds, and all tables are read whole for each batch.
      await lane.query('ANALYZE model');
    }
    await copyNext(client, batches.next().value!);
    if (isCounted) await analyse(client);
    await Promise.all(
      lanes.map(async (lane) => {
        for (const batch of batches) await copyNext(lane, batch);
      }),
    );
    if (isCounted) await analyse(client);
  } finally {
    for (const lane of lanes) await lane.end();
  }
}

interface Batch {
  /** How many there are before it. */
  made: number;
  size: number;
}

function* batchesOf(existing: number, count: number): Generator<Batch, undefined> {
  for (let made = existing; made < count; made += BATCH) yield { made, size: Math.min(BATCH, count - made) };
}

async function connect(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** So that what is measured next is planned on what is there, and counted by indexes alone, as after any night. */
async function analyse(owner: pg.Client): Promise<void> {
  await owner.query('VACUUM ANALYZE');
}

async function copyBatch(client: pg.Client, { made, size }: Batch, organisations: string[]): Promise<void> {
  const ids = () => Array.from({ length: size }, newId);
  await client.query('BEGIN');
  await client.query(FILL, [made, ids(), ids(), organisations]);
  await client.query('ANALYZE batch');
  for (const statement of COPY) await client.query(statement);
  await client.query('COMMIT');
}

async function addOrganisations(client: pg.Client): Promise<string[]> {
  const names = Array.from(
    { length: ORGANISATIONS },
    (_, index) => `Syntetisk kommun ${String(index + 1).padStart(4, '0')}`,
  );
  await client.query(
    `INSERT INTO organisations (id, kind, name, is_example)
     SELECT id, 'municipality', name, true FROM unnest($1::uuid[], $2::text[]) AS o(id, name) ON CONFLICT DO NOTHING`,
    [names.map(() => newId()), names],
  );
  const { rows } = await client.query<{ id: string }>(
    'SELECT id FROM organisations WHERE name = ANY($1) AND is_example ORDER BY name',
    [names],
  );
  return rows.map(({ id }) => id);
}

async function findModel(client: pg.Client): Promise<Model | undefined> {
  const { rows } = await client.query<Model>(
    `SELECT a.id AS "applicationId", c.id AS "callId" FROM calls c JOIN applications a ON a.call_id = c.id
     JOIN decisions d ON d.application_id = a.id AND d.status = 'approved' AND d.outcome = 'approve'
     WHERE c.title = $1 ORDER BY a.id LIMIT 1`,
    [TITLE],
  );
  return rows[0];
}

/** A case from draft to grant, of a synthetic municipality, in a call of its own that is closed again. */
async function makeModel(seeds: Seeds, client: pg.Client, organisationId: string): Promise<Model> {
  await client.query(
    `WITH made AS (INSERT INTO users (id, version, person_id, email, name, password_hash, roles, organisation_id, is_active)
       VALUES ($1, 1, $2, $3, 'Syntetisk sökande (demo)', '!', '{applicant,signatory}', $4, false) ON CONFLICT DO NOTHING
       RETURNING id, version, organisation_id)
     INSERT INTO audit_events (subject_type, subject_id, seq, organisation_id, action, actor_id, actor_person, at, data)
     SELECT 'user', id, version, organisation_id, 'create', $5, $6, now(), '{}' FROM made`,
    [newId(), newId(), `${ACCOUNT}@medel.example`, organisationId, SYSTEM.userId, SYSTEM.personId],
  );
  const { actor } = await seeds.get(DemoPeople).gather([]);
  const [applicant, officer] = [actor(ACCOUNT), actor('handlaggare')];
  await appropriate(seeds, client, actor('ekonomi'));
  const today = seeds.get(Clock).today();
  const calls = seeds.get(CallService);
  const call = await calls.create(officer, {
    programmeCode: 'exempel-2027',
    title: TITLE,
    opensOn: today,
    closesOn: today,
    step: 'measures',
    years: YEARS,
    budget: YEARS.map((year) => ({ year, amount: 1_000_000_000_000 })),
    appropriationCode: CODE,
  });
  await calls.publish(officer, call.id);
  const applications = seeds.get(ApplicationService);
  const { id, version } = await applications.create(applicant, call.id);
  const content = contentOf({
    number: 1,
    step: 'measures',
    years: YEARS,
    costs: 1_000,
    percent: 80,
    organisation: 'Syntetisk kommun',
    email: `${ACCOUNT}@medel.example`,
    areaCodes: [],
  });
  await applications.edit(applicant, id, version, content);
  await applications.submit(applicant, id);
  await seeds.get(AssessmentService).start(officer, id);
  // A synthetic municipality has no values, so its threshold is for an officer to judge.
  await seeds.get(JudgementService).judge(officer, id, {
    findingCode: 'measureThreshold',
    path: null,
    outcome: 'met',
    motive: 'Demo: en syntetisk kommun har inga värden.',
  });
  const proposed = await seeds.get(ProposalService).propose(officer, id, {
    outcome: 'approve',
    years: content.requested,
    reasons: 'Demo: ett syntetiskt ärende för mätning.',
    conditions: [],
    reportsDue: YEARS.map((year, index) => ({
      kind: index === YEARS.length - 1 ? 'final' : 'interim',
      year,
      dueOn: `${year + 1}-02-28`,
    })),
  });
  await seeds.get(DecisionService).approve(actor('beslut'), proposed.id);
  await calls.close(officer, call.id);
  return { applicationId: id, callId: call.id };
}

async function appropriate(seeds: Seeds, client: pg.Client, actor: Actor): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM appropriations WHERE code = $1', [CODE]);
  if (rowCount) return;
  await seeds.get(AppropriationService).create(actor, {
    code: CODE,
    name: 'Syntetiskt anslag för mätning (demo)',
    year: YEARS[0]!,
    amount: 1_000_000_000_000,
    commitmentLimit: 1_000_000_000_000,
  });
}
