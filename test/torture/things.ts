import { until } from '#testing';
import { must, YEAR, type Organisation } from '../api/stage.js';
import { PATIENCE, TODAY, unique, type World } from './world.js';

/** An id of every collection, and of what lies below one: of what a recipient has where it has any, else the agency's. */
export type Things = Record<string, string>;

/** All of them can be read by whoever may read any. */
export async function thingsOf(world: World, organisation: Organisation): Promise<Things> {
  const { stage, medel } = world;
  const { people } = stage;
  const own = world.organisationIds[organisation];
  const find = async (query: string): Promise<string> =>
    Object.values<string>((await medel.owner.query(query, query.includes('$1') ? [own] : [])).rows[0])[0]!;
  const ofOwn = (table: string, where = 'true') =>
    find(`SELECT id FROM ${table} WHERE organisation_id = $1 AND ${where} ORDER BY id LIMIT 1`);

  const { id, attachmentId } = await world.attached(organisation);
  const decision = await find(`SELECT decision_id FROM recoveries WHERE organisation_id = $1 LIMIT 1`);
  const letter = await ofOwn('letters', `status = 'sealed' AND decision_id = '${decision}'`);
  const settlement = await find('SELECT id FROM payment_settlements ORDER BY id LIMIT 1');
  const amended = {
    letterReference: 'Demo',
    decidedOn: TODAY,
    reason: 'Demo',
    amount: 899_000_000 + unique(),
  };
  const path = `/appropriations/${stage.appropriation.id}/amendments`;
  return {
    applications: id,
    attachmentId,
    decisions: decision,
    payments: await ofOwn('payments', `decision_id = '${decision}'`),
    reports: await find('SELECT report_id FROM accounting_imports WHERE organisation_id = $1 LIMIT 1'),
    'accounting-imports': await ofOwn('accounting_imports'),
    'evidence-demands': await ofOwn('evidence_demands'),
    'evidence-files': await ofOwn('evidence_files'),
    letters: letter,
    registryNumber: await find(
      `SELECT registry_number FROM applications WHERE id = (SELECT application_id FROM letters WHERE id = '${letter}')`,
    ),
    sha256: await find(`SELECT sha256 FROM letters WHERE id = '${letter}'`),
    'payee-accounts': await ofOwn('payee_accounts'),
    recoveries: await ofOwn('recoveries'),
    calls: stage.call.id,
    appropriations: stage.appropriation.id,
    amendmentId: (await must(people.ekonomi.post(path, { body: amended }), 201)).body.id,
    'payment-files': await find(`SELECT payment_file_id FROM payment_settlements WHERE id = '${settlement}'`),
    settlementId: settlement,
    thinnings: await world.thinning(false, organisation),
    samples: await find('SELECT id FROM samples LIMIT 1'),
    exports: await readyExport(world),
    'export-schedules': await ownSchedule(world),
    'measure-datasets': await world.dataset(),
    'eligibility-recomputations': (await must(people.admin.post('/eligibility-recomputations'), 201)).body.id,
    organisations: own,
    users: world.colleagueId,
    programmes: 'exempel-2025',
    measures: 'areaType12Share',
  };
}

async function readyExport({ stage, medel }: World): Promise<string> {
  const { revisor } = stage.people;
  const { body } = await must(revisor.post('/exports', { body: { kind: 'decisions', format: 'csv' } }), 202);
  await medel.startWorker();
  await until(async () => (await revisor.get(`/exports/${body.id}`)).body.status === 'ready', {
    seconds: PATIENCE,
  });
  await medel.stopWorker();
  return body.id;
}

async function ownSchedule({ stage }: World): Promise<string> {
  const recurrence = { every: 'year', month: 1, day: 31, at: '06:00', from: `${YEAR}-01-01` };
  const body = { title: 'Demo', kind: 'decisions', format: 'csv', recurrence };
  return (await must(stage.people.revisor.post('/export-schedules', { body }), 201)).body.id;
}

/** The address of an operation, of these things: `/applications/:id/checks`. */
export function addressOf(path: string, things: Things): string {
  const collection = path.replace('/public', '').split('/')[1]!;
  const address = path.replace(/:(\w+)/g, (_, name: string) =>
    name === 'id' || name === 'code' ? things[collection]! : encodeURIComponent(things[name]!),
  );
  return path.includes(':registryNumber') ? `${address}?sha256=${things['sha256']}` : address;
}
