import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Any, figure, isFull, lanes, Medel, sized, tally, type Client } from '#testing';
import { must, YEAR, type Name } from '../../api/stage.js';
import { commands } from '../commands.js';
import { give, LETTER, type Ready } from '../ready.js';
import { World } from '../world.js';

const LANES = sized(16, 64);
const ROUNDS = sized(1, 200);
/** More than these use up the money of a world. */
const ROUNDS_OF_A_WORLD = 50;

interface Lane {
  /** Who sends it; taken in turn where there are several. */
  who: Name[];
  /** The last part of the address, where it is another than that of the command made ready. */
  action?: string;
  body?: object;
}

interface Race {
  command: string;
  /** Of requests that are all the same there is one; where they conflict, one for each. */
  lanes: Lane[];
  /** How the others are answered. */
  lost: string[];
  /** How many are done, where it is not one. */
  won?: number;
  /** Makes room for the next round, where there would be none. */
  after?: (who: Client, path: string) => Promise<unknown>;
}

const officers: Name[] = ['handlaggare', 'handlaggare2'];
const deciders: Name[] = ['beslut', 'beslut2'];
const finance: Name[] = ['ekonomi'];
const signatory: Name[] = ['firmatecknare.1275'];
const applicants: Name[] = ['sokande.1275', 'firmatecknare.1275'];
const COMPLETION = { items: [{ text: 'Demo' }], dueOn: `${YEAR + 1}-12-31` };
const NOTE = { note: 'Demo' };
const REASON = { reason: 'Demo' };

const STEP = ['409 illegalTransition'];
const same = (command: string, who: Name[], lost = STEP, body?: object): Race => ({
  command,
  lanes: [{ who, ...(body && { body }) }],
  lost,
});

/** Many times the same: one is done. */
const IDENTICAL: Race[] = [
  same('submitApplication', signatory),
  same('discardApplication', applicants),
  same('withdrawApplication', signatory),
  same('completeApplication', signatory),
  same('editApplication', applicants, ['412 stale']),
  same('startAssessment', officers),
  same('requestApplicationCompletion', officers),
  same('proposeDecision', officers),
  same('approveDecision', deciders),
  same('returnDecision', deciders),
  same('confirmDecisionYear', [...deciders, 'ekonomi']),
  same('lapseDecisionYear', deciders),
  same('amendDecision', officers, ['409 conflict']),
  same('revokeDecision', deciders),
  same('considerRecovery', officers, ['422 rulesNotMet'], { amount: 800_000 }),
  same('notifyRecovery', officers),
  same('dropRecovery', officers),
  same('decideRecovery', deciders),
  same('registerPayment', finance),
  same('setOff', finance, STEP, { amount: 100_000 }),
  same('writeOff', deciders),
  same('attestPayment', finance),
  same('withholdPayment', finance),
  same('releasePayment', finance),
  same('replanPayment', finance, ['409 conflict']),
  same('orderPaymentFile', finance, ['409 conflict']),
  // The bank may say a thing twice: it is kept each time, and has its effect once, which coherence tells.
  { ...same('registerSettlement', finance, []), won: LANES },
  same('approvePayeeAccount', finance),
  same('rejectPayeeAccount', finance),
  same('withdrawPayeeAccount', signatory),
  same('stopPayeeAccount', [...signatory, ...finance]),
  same('proposePayeeAccount', signatory, ['409 conflict']),
  same('submitReport', signatory),
  same('approveReport', [...officers, ...deciders]),
  same('requestReportCompletion', officers),
  same('editReport', applicants, ['412 stale']),
  same('adoptAccounting', applicants),
  same('remapAccounting', applicants, ['412 stale']),
  same('acceptEvidence', officers),
  same('sendBackEvidence', officers),
  same('createAppropriation', finance, ['409 conflict']),
  // Nothing is left to amend: told as it would be of any such letter.
  same('amendAppropriation', finance, ['400 invalid']),
  {
    ...same('carryOver', finance, ['409 budgetExceeded'], { amount: 500_000_000 }),
    after: async (who, path) => {
      const at = path.replace('/carry-over', '');
      const { allocated } = (await must(who.get<Any>(at), 200)).body;
      await must(who.post(`${at}/amendments`, { body: { ...LETTER, amount: allocated + 500_000_000 } }), 201);
    },
  },
  same('publishCall', officers),
  same('closeCall', officers),
  same('recordReferenceRate', finance, ['409 conflict']),
  same('cancelExport', ['revisor']),
  {
    ...same('retryExport', ['revisor']),
    after: (who, path) => must(who.delete(path.replace('/retry', '')), 200),
  },
  same('pauseExportSchedule', ['revisor']),
  same('resumeExportSchedule', ['revisor']),
  same('endExportSchedule', ['revisor']),
  same('editExportSchedule', ['revisor'], ['412 stale']),
  same('acceptMeasureDataset', ['admin']),
  same('rejectMeasureDataset', ['admin']),
  same('createUser', ['admin'], ['409 conflict']),
  same('editUser', ['admin'], ['412 stale']),
  // A token that was used is none.
  same('acceptInvitation', ['admin'], ['400 invalid']),
];

const either = (command: string, lanes: Lane[], lost = STEP): Race => ({ command, lanes, lost });

/** Requests of which each rules out the others: one of all is done. */
const CONFLICTING: Race[] = [
  either('submitApplication', [{ who: signatory }, { who: applicants, action: 'discard' }]),
  either('proposeDecision', [{ who: officers }, { who: signatory, action: 'withdraw' }]),
  either('proposeDecision', [
    { who: officers },
    { who: officers, action: 'request-completion', body: COMPLETION },
  ]),
  either('approveDecision', [{ who: deciders }, { who: deciders, action: 'return', body: NOTE }]),
  either('confirmDecisionYear', [
    { who: [...deciders, ...finance] },
    { who: deciders, action: 'lapse-year', body: REASON },
  ]),
  either('attestPayment', [{ who: finance }, { who: finance, action: 'withhold', body: REASON }]),
  either('decideRecovery', [{ who: deciders }, { who: officers, action: 'drop', body: { reasons: 'Demo' } }]),
  either('registerPayment', [
    { who: finance },
    { who: deciders, action: 'write-off', body: { reasons: 'Demo' } },
    { who: finance, action: 'set-off', body: { amount: 100_000 } },
  ]),
  either('approvePayeeAccount', [
    { who: finance },
    { who: finance, action: 'reject', body: NOTE },
    { who: signatory, action: 'withdraw' },
  ]),
  either('approveReport', [
    { who: [...officers, ...deciders] },
    {
      who: officers,
      action: 'request-completion',
      body: COMPLETION,
    },
  ]),
  either('acceptEvidence', [{ who: officers }, { who: deciders, action: 'send-back', body: NOTE }]),
  either('acceptMeasureDataset', [{ who: ['admin'] }, { who: ['admin'], action: 'reject', body: REASON }]),
];

describe(`${LANES} at once`, () => {
  let medel: Medel | undefined;
  let world: World | undefined;
  let raced = 0;

  // All races in one world, where they are short.
  beforeEach(enter, 120_000);
  afterEach(async () => {
    await medel!.expectCoherent();
    if (isFull) await leave();
  });
  afterAll(async () => {
    figure('race', 'rounds', ROUNDS);
    figure('race', 'requests', raced);
    await leave();
  });

  async function enter(): Promise<void> {
    medel ??= await Medel.start();
    world ??= await World.make(medel);
  }

  async function leave(): Promise<void> {
    await medel?.stop();
    medel = world = undefined;
  }

  const people = (names: Name[]): Client[] => names.map((name) => world!.stage.people[name]);

  async function round({ command, lanes: rivals, lost, won = 1, after }: Race): Promise<void> {
    const [maker] = people(rivals[0]!.who);
    const ready = await commands[command]!({ world: world!, organisation: '1275', who: maker! });
    const requests = rivals.map(({ action, body }): Ready => {
      const isOther = action !== undefined;
      const path = isOther ? ready.path.replace(/[\w-]+$/, action) : ready.path;
      const own = isOther
        ? command === 'confirmDecisionYear'
          ? (ready.body as object)
          : undefined
        : ready.body;
      return { ...ready, path, body: body ? { ...(own as object), ...body } : own };
    });
    const answers = await lanes(LANES, (lane) => {
      const rival = lane % rivals.length;
      const who = people(rivals[rival]!.who);
      return give(who[Math.floor(lane / rivals.length) % who.length]!, requests[rival]!);
    });
    raced += LANES;
    const done = answers.filter(({ status }) => status < 300);
    const told = tally(answers.filter(({ status }) => status >= 300));
    expect([command, done.length, Object.keys(told)]).toEqual([command, won, lost]);
    await after?.(maker!, ready.path);
  }

  const minutes = isFull ? 60 : 2;
  const rounds = async (race: Race) => {
    for (let n = 0; n < ROUNDS; n += 1) {
      if (n > 0 && n % ROUNDS_OF_A_WORLD === 0) {
        await medel!.expectCoherent();
        await leave();
        await enter();
      }
      await round(race);
    }
  };

  it.each(IDENTICAL)('do the same, and one is done: $command', rounds, minutes * 60_000);
  it.each(CONFLICTING)(
    'do what rules out the other, from where it can be: $command',
    rounds,
    minutes * 60_000,
  );
});
