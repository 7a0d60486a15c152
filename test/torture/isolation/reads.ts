import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { figure, seededRandom, sized, type Answer, type Any, type Random } from '#testing';
import type { Name, Organisation } from '../../api/stage.js';
import { declaredAnswer, readDeclared, STATUS, type Line, type Role } from '../routes/declared.js';
import { addressOf, thingsOf, type Things } from '../things.js';
import { ORGANISATIONS, type World } from '../world.js';

const LANES = 16;
const READS = sized(2_000, 10_000);
const LINES = readDeclared().filter(({ method, subject }) => method === 'GET' && subject !== 'public');
/** Who is told of organisations as such: facts that anyone may read, and none of them of a case. */
const TELL_OF_ANYONE = /^\/(organisations|programmes|measures|colleagues)/;

interface Caller {
  name: Name;
  role: Role;
  /** `null`: all of them. */
  organisation: Organisation | null;
}
const CALLERS: Caller[] = [
  { name: 'sokande.1275', role: 'applicant', organisation: '1275' },
  { name: 'firmatecknare.annan', role: 'signatory', organisation: 'annan' },
  { name: 'firmatecknare.1275', role: 'signatory', organisation: '1275' },
  { name: 'handlaggare', role: 'caseOfficer', organisation: null },
  { name: 'sokande.annan', role: 'applicant', organisation: 'annan' },
  { name: 'revisor', role: 'auditor', organisation: null },
];

const other = (organisation: Organisation): Organisation => (organisation === '1275' ? 'annan' : '1275');

/** Sixteen lanes that read everything, as one recipient and as another in turn. */
export function testReads(whole: () => World): void {
  let random: Random;
  const things = {} as Record<Organisation, Things>;
  /** Every id of a row of the recipient's cases, and of its accounts. */
  const idsOf = {} as Record<Organisation, Set<string>>;
  const held: Record<string, number> = {};

  beforeAll(async () => {
    random = seededRandom('isolation');
    for (const organisation of ORGANISATIONS) things[organisation] = await thingsOf(whole(), organisation);
    for (const organisation of ORGANISATIONS) idsOf[organisation] = await idsOfRows(organisation);
  });
  afterAll(() => figure('isolation', 'reads', READS));

  async function idsOfRows(organisation: Organisation): Promise<Set<string>> {
    const { medel, organisationIds } = whole();
    const { rows: tables } = await medel.owner.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public'
         AND column_name IN ('id', 'organisation_id') AND table_name <> 'eligibility_assessments'
       GROUP BY table_name HAVING count(*) = 2`,
    );
    const ids = new Set<string>();
    for (const { name } of tables) {
      const query = `SELECT id FROM ${name} WHERE organisation_id = $1`;
      const { rows } = await medel.owner.query<{ id: unknown }>(query, [organisationIds[organisation]]);
      for (const { id } of rows) ids.add(String(id));
    }
    return ids;
  }

  /** What no answer to a recipient may hold: a row of the other, nor, where cases are told of, the other at all. */
  function expectOwnRows(label: string, caller: Caller, line: Line, { body }: Answer<Any>): void {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const ids: string[] = text.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? [];
    const foreign = idsOf[other(caller.organisation!)];
    expect([label, ids.filter((id) => foreign.has(id))]).toEqual([label, []]);
    if (ids.some((id) => idsOf[caller.organisation!].has(id))) held[line.path] = (held[line.path] ?? 0) + 1;
    if (TELL_OF_ANYONE.test(line.path)) return;
    expect([label, ids.includes(whole().organisationIds[other(caller.organisation!)])]).toEqual([
      label,
      false,
    ]);
  }

  async function read(caller: Caller, line: Line): Promise<void> {
    const organisation = ORGANISATIONS[random.whole(0, 1)]!;
    const address = addressOf(line.path, things[organisation]);
    const isOthers = caller.organisation !== null && caller.organisation !== organisation;
    const told = declaredAnswer(line, caller.role, isOthers && line.subject === 'case' ? 'other' : 'own');
    const answer = await whole().stage.people[caller.name].get(address);
    const label = `${caller.name} ${address}`;
    expect([label, answer.status]).toEqual([label, told === 'success' ? 200 : STATUS[told]]);
    if (caller.organisation !== null) expectOwnRows(label, caller, line, answer);
  }

  it('are answered with their own rows only', async () => {
    const lane = async (number: number) => {
      for (let turn = 0; turn < READS / LANES; turn += 1) {
        // Every caller comes to every operation, in an order that no lane shares with another.
        const place = number * Math.ceil(READS / LANES) + turn;
        await read(
          CALLERS[(number + turn) % CALLERS.length]!,
          LINES[(place + random.whole(0, 7)) % LINES.length]!,
        );
      }
    };
    await Promise.all(Array.from({ length: LANES }, (_, number) => lane(number)));
    // That nothing was leaked means something only where something was shown.
    const cases = LINES.filter(({ subject, may }) => subject === 'case' && may.includes('applicant'));
    // Files, and answers without an id in them.
    const isMute =
      /\/(file|letter\.pdf|:id\.pdf|:attachmentId|checks|evidence|settlement|accounting)$|evidence-files/;
    const silent = cases.filter(({ path }) => !held[path] && !isMute.test(path));
    expect(silent.map(({ path }) => path)).toEqual([]);
  }, 600_000);
}
