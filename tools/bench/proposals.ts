import { ask, must, type Headers } from './ask.js';
import { inLanes } from './load.js';
import type { World } from './world.js';

export interface Fund {
  allocated: number;
  reserved: number;
  committed: number;
  available: number;
}

interface Appropriation extends Fund {
  id: string;
  commitmentLimit: Fund;
}

export interface People {
  signatory: Headers;
  officer: Headers;
  decider: Headers;
  finance: Headers;
}

export async function peopleOf(world: World): Promise<People> {
  const [signatory, officer, decider, finance] = await Promise.all(
    ['firmatecknare.1275', 'handlaggare', 'beslut', 'ekonomi'].map((name) => world.signIn(name)),
  );
  return { signatory: signatory!, officer: officer!, decider: decider!, finance: finance! };
}

/** Submitted, taken under assessment, and proposed as asked for. */
export async function propose(world: World, id: string, { signatory, officer }: People) {
  const path = `applications/${id}`;
  await must(world, 'POST', `${path}/submit`, signatory);
  const { requested } = await must(world, 'POST', `${path}/start-assessment`, officer);
  const years = requested as { year: number; amount: number }[];
  const last = Math.max(...years.map(({ year }) => year));
  return ask(world, 'POST', `${path}/decision-proposals`, officer, {
    outcome: 'approve',
    years,
    reasons: 'Demo: uppfyller villkoren.',
    reportsDue: [{ kind: 'final', year: last, dueOn: `${last + 1}-03-01` }],
  });
}

/** The ids of the proposals, in the order of the drafts. */
export function proposeAll(world: World, drafts: readonly string[], people: People): Promise<string[]> {
  return inLanes(16, drafts, async (id) => {
    const { status, body } = await propose(world, id, people);
    if (status !== 201) throw new Error(`${id} was not proposed: ${JSON.stringify(body)}`);
    return body.id as string;
  });
}

/** By letters: money for all that is to be proposed, and then what is bound and not a krona more. */
export async function amendAll(
  world: World,
  finance: Headers,
  sums: (fund: Appropriation) => { amount: number; commitmentLimit: number },
): Promise<void> {
  const { items } = await must(world, 'GET', 'appropriations?limit=200', finance);
  const letter = { letterReference: 'bench', decidedOn: '2026-01-01', reason: 'bench' };
  for (const fund of items as Appropriation[])
    await ask(world, 'POST', `appropriations/${fund.id}/amendments`, finance, { ...letter, ...sums(fund) });
}
