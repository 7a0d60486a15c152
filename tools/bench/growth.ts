import { must } from './ask.js';
import { median, tell, type Figure } from './bench.js';
import { prepareDrafts } from './drafts.js';
import { amendAll, peopleOf, proposeAll, type People } from './proposals.js';
import type { World } from './world.js';

/** What one person does once, `turn` for the how manieth time. Answers when it is answered. */
type Act = (turn: number) => Promise<unknown>;

const PER_ROUND = 12;
const GOALS: Record<string, number> = { dashboard: 2 };

/**
 * The median time of what people do, one at a time, with many cases against few: what lies behind a page or an act must
 * not be felt. Milliseconds; a search for one case and one for what most cases have are told apart. The dashboard adds up all
 * grants once a minute for everyone: the median is what most of them wait.
 */
export async function benchGrowth(
  large: World,
  small: World,
  { rounds }: { rounds: number },
): Promise<boolean[]> {
  const sides = [await actsOf(large, rounds), await actsOf(small, rounds)] as const;
  const met: boolean[] = [];
  for (const name of Object.keys(sides[0])) {
    const figures: Figure[] = [];
    for (let round = 0; round < rounds; round += 1)
      figures.push({
        ours: await medianOf(sides[0][name]!, round),
        base: await medianOf(sides[1][name]!, round),
      });
    met.push(tell({ name: `growth of ${name}`, op: '<=', value: GOALS[name] ?? 1.5 }, figures));
  }
  return met;
}

async function medianOf(act: Act, round: number): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < PER_ROUND; turn += 1) {
    const began = performance.now();
    await act(round * PER_ROUND + turn);
    times.push(performance.now() - began);
  }
  return median(times);
}

async function actsOf(world: World, rounds: number): Promise<Record<string, Act>> {
  const people = await peopleOf(world);
  const get = (path: string, who = people.officer) => must(world, 'GET', path, who);
  const { items } = await get('applications?limit=200&status=underAssessment');
  const cases = items as { id: string; registryNumber: string }[];
  const each = (turn: number) => cases[turn % cases.length]!;
  const submitting = await prepareDrafts(world, rounds * PER_ROUND);
  const proposed = await proposals(world, people, rounds * PER_ROUND);
  return {
    list: () => get('applications?limit=50'),
    worklist: () => get('applications?limit=50&status=submitted'),
    'search for one': (turn) => get(`applications?limit=50&q=${each(turn).registryNumber}`),
    'search for many': () => get('applications?limit=50&q=syntetiskt'),
    decisions: () => get('decisions?limit=50'),
    payments: () => get('payments?limit=50', people.finance),
    dashboard: () => get('public/grants/summary'),
    detail: (turn) => get(`applications/${each(turn).id}`),
    submit: (turn) => must(world, 'POST', `applications/${submitting[turn]}/submit`, people.signatory),
    decide: (turn) => must(world, 'POST', `decisions/${proposed[turn]}/approve`, people.decider),
  };
}

async function proposals(world: World, people: People, count: number): Promise<string[]> {
  const drafts = await prepareDrafts(world, count);
  await amendAll(world, people.finance, () => ({ amount: 1e11, commitmentLimit: 1e11 }));
  return proposeAll(world, drafts, people);
}
