import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { figure, Medel, type Answer, type Any, type Client } from '#testing';
import { permissions } from '#domain/access/permissions';
import { readAccessTable, type Operation } from '../../../apps/api/src/http/access-table.js';
import { API_PREFIX } from '../../../apps/api/src/http/server.js';
import { ACCOUNT_OF, must, NOWHERE, type Name, type Organisation } from '../../api/stage.js';
import { commands } from '../commands.js';
import { give, type Ready } from '../ready.js';
import { statementsOf } from '../statements.js';
import { addressOf, thingsOf, type Things } from '../things.js';
import { World } from '../world.js';
import {
  declaredAnswer,
  EXCEPTIONS,
  isRecipient,
  readDeclared,
  relationsOf,
  ROLES,
  STATUS,
  WITHOUT_PROVIDER,
  type Line,
  type Relation,
  type Role,
  type Told,
} from './declared.js';

const LINES = readDeclared();
const ANY_ID = /[0-9a-f]{8}-[0-9a-f-]{27}/;
const named = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

describe('every operation, by every role, on things of every relation', () => {
  let medel: Medel;
  let world: World;
  let operations: Operation[];
  let things: Record<Organisation, Things>;
  const published = new Map<string, { operationId: string; success: number }>();
  let asked = 0;

  beforeAll(async () => {
    medel = await Medel.start();
    operations = readAccessTable(medel.api, API_PREFIX).map((operation) => ({
      ...operation,
      path: operation.path.replace(`/${API_PREFIX}`, ''),
    }));
    const { paths } = (await medel.anyone().get('//api/openapi.json')).body;
    for (const [path, methods] of Object.entries<Any>(paths))
      for (const [method, { operationId, responses }] of Object.entries<Any>(methods)) {
        const plain = path.replace(`/${API_PREFIX}`, '').replace(/\{(\w+)\}/g, ':$1');
        const success = Number(Object.keys(responses).find((status) => status.startsWith('2')));
        published.set(`${method.toUpperCase()} ${plain}`, { operationId, success });
      }
    world = await World.make(medel);
    things = { '1275': await thingsOf(world, '1275'), annan: await thingsOf(world, 'annan') };
  });
  afterAll(async () => {
    figure('routes', 'operations', LINES.length);
    figure('routes', 'answers', asked);
    await medel.expectCoherent();
    await medel.stop();
  });

  it('is declared, as the handlers, the contract and the policy have it', () => {
    expect(LINES.map(named).toSorted()).toEqual(operations.map(named).toSorted());
    expect([...published.keys()].toSorted()).toEqual(operations.map(named).toSorted());
    for (const operation of operations) {
      const line = LINES.find((each) => named(each) === named(operation))!;
      const { access } = operation;
      const may = 'permission' in access ? permissions[access.permission] : [];
      expect([named(line), line.may.toSorted()]).toEqual([named(line), [...may].toSorted()]);
      expect([named(line), line.subject === 'public']).toEqual([named(line), 'publicBecause' in access]);
    }
    for (const { operations: which, because } of EXCEPTIONS) {
      expect([which, LINES.some((line) => which.test(named(line)))]).toEqual([which, true]);
      expect(because).toMatch(/\w+ \w+/);
    }
  });

  it('that changes something can be brought to where it succeeds', () => {
    const changing = [...published].filter(([name]) => !name.startsWith('GET'));
    expect(Object.keys(commands).toSorted()).toEqual(changing.map(([, each]) => each.operationId).toSorted());
  });

  /** Who asks, and where its own things are. */
  function asker(role: Role, relation: Relation): Client {
    const name: Name =
      role === 'caseOfficer' && relation === 'unassigned' ? 'handlaggare2' : ACCOUNT_OF[role];
    return world.stage.people[name];
  }

  async function ready(line: Line, organisation: Organisation, who: Client): Promise<Ready> {
    const make = commands[published.get(named(line))!.operationId];
    if (!make) return { method: line.method, path: addressOf(line.path, things[organisation]) };
    return make({ world, organisation, who });
  }

  const elsewhere = (request: Ready, id: string): Ready => ({
    ...request,
    path: request.path.replace(ANY_ID, id).replace(/\/(programmes|measures)\/[\w-]+/, `/$1/${id}`),
  });

  const declareInterest = (who: Client, { applicationId }: Ready, interest: string) =>
    must(
      who.post(`/applications/${applicationId}/declare-conflict-of-interest`, {
        body: { interest, note: 'Demo' },
      }),
      200,
    );

  /** What a line is asked about. A thing that nothing was done to does for the next as well. */
  class Supply {
    private spare: Ready | undefined;

    constructor(
      private readonly line: Line,
      private readonly sample: Ready,
    ) {
      // What is of an account is made by whoever asks.
      if (line.subject !== 'own' && line.subject !== 'self') this.spare = sample;
    }

    async requestFor(role: Role, relation: Relation): Promise<Ready> {
      if (relation === 'missing') return elsewhere(this.sample, NOWHERE);
      if (relation === 'malformed') return elsewhere(this.sample, 'x');
      const { line } = this;
      const who = asker(role, relation);
      const isOthers = relation === 'other' && line.subject === 'case';
      if (isOthers) return ready(line, 'annan', who);
      if (!line.may.includes(role)) return this.sample;
      if (relation === 'other') return ready(line, '1275', world.stage.people.beslut2);
      const request = this.spare ?? (await ready(line, '1275', who));
      this.spare = undefined;
      if (relation === 'conflicted') await declareInterest(who, request, 'possible');
      return request;
    }

    /** Refused: the thing is as it was, once the interest is withdrawn. */
    async putBack(role: Role, request: Ready): Promise<void> {
      await declareInterest(asker(role, 'conflicted'), request, 'none');
      this.spare = request;
    }
  }

  function expectTold(label: string, { status, body }: Answer<Any>, told: Told, success: number): void {
    asked += 1;
    if (told === 'success') expect([label, status, body.code]).toEqual([label, success, body.code]);
    else expect([label, status, body.code]).toEqual([label, STATUS[told], told]);
    if (told === 'forbidden') expect([label, body.findings]).toEqual([label, undefined]);
  }

  const comparable = ({ status, body, headers }: Answer<Any>) => ({
    status,
    body: { ...body, requestId: null },
    headers: [...headers].filter(([name]) => !['date', 'x-request-id'].includes(name)),
  });

  /** Asked by somebody whose session was read a moment ago: it is kept for a while, and read again after that. */
  const known = async (who: Client, request: Ready) => {
    await who.get('/session');
    return statementsOf(() => give(who, request));
  };

  it.each(LINES.filter(({ subject }) => subject !== 'public'))('$method $path', async (line) => {
    const { success } = published.get(named(line))!;
    const sample = await ready(line, '1275', world.stage.people[ACCOUNT_OF[line.may.at(-1)!]]);
    const unknown = await give(medel.anyone(), sample);
    expect([unknown.status, unknown.body.code]).toEqual([401, 'unauthenticated']);
    asked += 1;
    const supply = new Supply(line, sample);
    for (const role of ROLES)
      for (const relation of relationsOf(line, role)) {
        const label = `${named(line)} ${role} ${relation}`;
        const request = await supply.requestFor(role, relation);
        const who = asker(role, relation);
        const told = declaredAnswer(line, role, relation);
        const { result, statements } = await known(who, request);
        expectTold(label, result, told, success);
        if (relation === 'conflicted') await supply.putBack(role, request);
        if (relation !== 'other' || told !== 'notFound' || !isRecipient(role)) continue;
        const none = await known(who, elsewhere(request, NOWHERE));
        expect([label, comparable(result)]).toEqual([label, comparable(none.result)]);
        expect([label, statements]).toEqual([label, none.statements]);
      }
  });

  it.each(LINES.filter(({ subject }) => subject === 'public'))('$method $path, by anyone', async (line) => {
    const { success } = published.get(named(line))!;
    const request = /^\/(health|metrics)/.test(line.path)
      ? { method: line.method, path: `/${line.path}` }
      : await ready(line, '1275', world.stage.people.admin);
    const told = WITHOUT_PROVIDER[named(line)] ?? 'success';
    expectTold(named(line), await give(medel.anyone(), request), told, success);
    if (!line.path.includes(':id')) return;
    expectTold(named(line), await give(medel.anyone(), elsewhere(request, NOWHERE)), 'notFound', success);
    expectTold(named(line), await give(medel.anyone(), elsewhere(request, 'x')), 'invalid', success);
  });
});
