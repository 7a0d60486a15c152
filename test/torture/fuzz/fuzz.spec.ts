import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Contract, figure, Medel, seededRandom, sized, type Any, type Random } from '#testing';
import { ACCOUNT_OF, type Name } from '../../api/stage.js';
import { commands } from '../commands.js';
import type { Ready } from '../ready.js';
import { isRecipient, readDeclared } from '../routes/declared.js';
import { thingsOf, type Things } from '../things.js';
import { ORGANISATIONS, World } from '../world.js';
import type { Known } from './generate.js';
import { operationsOf, refusalsOf, Requests, type Made, type Operation } from './requests.js';
import { Wire } from './wire.js';

const REQUESTS = 10_000;
/** After so many requests what was brought to where it succeeds has been used up, and the world is not what it was: each round has its own. */
const ROUNDS = Array.from({ length: sized(1, 10) }, (_, at) => at + 1);
const LANES = 16;
/** What takes a password, sets type or reckons everything out is asked a tenth as often as the rest. */
const SLOW = ['signIn', 'acceptInvitation', 'downloadForm', 'recomputeEligibility', 'verifyAudit'];
const PEOPLE = ['handlaggare2', 'firmatecknare.annan', ...Object.values(ACCOUNT_OF)] as Name[];

const random: Random = seededRandom('fuzz');
const statuses: Record<string, number> = {};
let readBack = 0;

afterAll(() => {
  figure('fuzz', 'requests', REQUESTS * ROUNDS.length);
  figure('fuzz', 'readAfterTheyWereChanged', readBack);
  figure('fuzz', 'statuses', JSON.stringify(statuses));
});

describe.each(ROUNDS)('anything at all, round %i', (round) => {
  let medel: Medel;
  let world: World;
  let wire: Wire;

  let contract: Contract;
  let document: Any;
  let operations: Operation[];
  let things: Things[];
  let known: Known;

  beforeAll(async () => {
    medel = await Medel.start();
    wire = new Wire(medel.address);
    document = (await medel.anyone().get('//api/openapi.json')).body;
    contract = await Contract.of(medel.anyone());
    operations = operationsOf(document);
    world = await World.make(medel);
    things = [];
    for (const organisation of ORGANISATIONS) things.push(await thingsOf(world, organisation));
    // Accounts are changed, and none of those that send.
    const victim = await commands['inviteUser']!({
      world,
      organisation: '1275',
      who: world.stage.people.admin,
    });
    for (const each of things) each['users'] = victim.path.split('/')[2]!;
    known = knownOf();
  }, 300_000);
  afterAll(async () => {
    wire.close();
    await medel.expectCoherent();
    await medel.stop();
  });

  function knownOf(): Known {
    const of = (name: string) => things.map((each) => each[name]!);
    const year = world.stage.years[0]!;
    return {
      callId: of('calls'),
      applicationId: of('applications'),
      organisationId: [...of('organisations'), null],
      decisionId: of('decisions'),
      decisionIds: of('decisions'),
      paymentIds: of('payments'),
      scheduleId: of('export-schedules'),
      datasetId: of('measure-datasets'),
      userId: of('users'),
      recipients: of('users'),
      samePersonAs: of('users'),
      year: [...world.stage.years, year - 1],
      years: world.stage.years,
      measure: of('measures'),
      programmeCode: of('programmes'),
      appropriationCode: [world.stage.code],
      kind: [
        'decisions',
        'payments',
        'grants-by-year',
        'inequalityIndex',
        'iban',
        'case-bundle',
        'municipality',
      ],
      code: ['longTerm', 'prov', '1275'],
      findingCode: ['purpose'],
      sha256: of('sha256'),
    };
  }

  /** Every command, brought to where it succeeds, with the sessions of those who may give it. */
  async function prepare(): Promise<Map<string, { request: Ready; who: string[] }>> {
    const ready = new Map<string, { request: Ready; who: string[] }>();
    const lines = readDeclared();
    for (const { operationId, method, path } of operations) {
      const make = commands[operationId];
      if (!make) continue;
      const plain = path.replace('/api/v1', '').replace(/\{(\w+)\}/g, ':$1');
      const line = lines.find((each) => each.method === method && each.path === plain)!;
      const who = line.may.length > 0 ? line.may : (['auditor'] as const);
      const maker = world.stage.people[ACCOUNT_OF[who.at(-1)!]];
      const request = await make({ world, organisation: '1275', who: maker });
      // An export belongs to whoever ordered it: the last of those who may.
      const mine = line.subject === 'own' ? [who.at(-1)!] : who;
      ready.set(operationId, { request, who: mine.map((role) => ACCOUNT_OF[role]) });
    }
    for (const { operationId, path, method } of operations.filter((each) => !ready.has(each.operationId))) {
      const plain = path.replace('/api/v1', '').replace(/\{(\w+)\}/g, ':$1');
      const line = lines.find((each) => each.method === method && each.path === plain)!;
      const isAgencys = line.may.some((role) => !isRecipient(role));
      if (isAgencys && !plain.includes(':'))
        ready.set(operationId, { request: { path: plain }, who: ['revisor', 'admin'] });
    }
    return ready;
  }

  /** By operation and what is wrong: one of each tells what ten of them would. */
  const wrong = new Map<string, string>();
  const succeeded = new Set<string>();

  async function ask(requests: Requests, operation: Operation): Promise<void> {
    const made = requests.make(operation);
    const answer = await wire.send(made);
    const status = answer?.status ?? 0;
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (!answer) return;
    if (status < 400) succeeded.add(operation.operationId);
    const told = contract.check(operation.operationId, answer);
    const isRefusal = status >= 400;
    if (isRefusal && !refusalsOf(made).includes(status)) told.unshift(`refused with ${status}`);
    if (isRefusal && (answer.body as Any).status !== status) told.unshift('another status in the body');
    note(made, told, answer.body);
    if (operation.method !== 'PATCH' || isRefusal) return;
    // The next change is made at the version that this one made.
    if (made.ready) made.ready.ifMatch = answer.headers.get('etag')!;
    await readAgain(made);
  }

  function note(made: Made, told: string[], answer: unknown): void {
    if (told.length > 0)
      wrong.set(`${made.operation.operationId} ${told[0]}`, describeWrong(made, told, answer));
  }

  /** Whatever was taken can be read, and is as the contract says. */
  async function readAgain(made: Made): Promise<void> {
    const path = made.operation.path;
    const reading = operations.find((each) => each.method === 'GET' && each.path === path);
    if (!reading) return;
    const { host, cookie } = made.headers;
    const answer = await wire.send({
      method: 'GET',
      path: made.path.split('?')[0]!,
      headers: { host: host!, cookie: cookie! },
    });
    const told = contract.check(reading.operationId, answer!);
    if (answer!.status !== 200) told.unshift(`cannot be read after it was changed: ${answer!.status}`);
    readBack += 1;
    note(made, told, answer!.body);
  }

  it('is answered as the contract says, never with 5xx', async () => {
    const often = operations.flatMap((operation) =>
      Array.from({ length: SLOW.includes(operation.operationId) ? 1 : 10 }, () => operation),
    );
    const sessions = Object.fromEntries(PEOPLE.map((name) => [name, world.stage.people[name].session]));
    sessions['nobody'] = 'x=y';
    const requests = new Requests(document, known, random, sessions, things, await prepare());
    let left = REQUESTS;
    const lane = async () => {
      while (left > 0) {
        left -= 1;
        await ask(requests, often[random.whole(0, often.length - 1)]!);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    expect([...wrong.values()].slice(0, 10).join('\n\n')).toBe('');
    const silent = operations.map(({ operationId }) => operationId).filter((id) => !succeeded.has(id));
    if (round === ROUNDS.length) figure('fuzz', 'succeeded', `${succeeded.size} of ${operations.length}`);
    // What is refused for its form alone proves little: nearly every operation was also done.
    expect([silent, silent.length < operations.length / 10]).toEqual([silent, true]);
  }, 600_000);
});

function describeWrong(
  { operation, method, path, headers, body }: Made,
  told: string[],
  answer: unknown,
): string {
  const lines = [
    `${operation.operationId}: ${method} ${path.slice(0, 300)}`,
    JSON.stringify({ ...headers, cookie: '…' }).slice(0, 400),
    body?.toString().slice(0, 600) ?? '',
    ...told.slice(0, 5),
    JSON.stringify(answer).slice(0, 600),
  ];
  return lines.join('\n');
}
