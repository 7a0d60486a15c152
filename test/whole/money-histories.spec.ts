import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { Medel, seededRandom, sized } from '#testing';
import * as decisions from '../api/histories/decision-steps.js';
import { History, type Draw } from '../api/histories/history.js';
import * as payments from '../api/histories/payment-steps.js';
import * as recoveries from '../api/histories/recovery-steps.js';
import * as years from '../api/histories/year-steps.js';

/** How many acts of people in one history. */
const STEPS = sized(500, 10_000);
/** How many of its last steps a failed history tells; all of them with its seed again. */
const TOLD = 60;

/** How likely each step is. Most are drawn where they are legal, a good part where they are not. */
const DRAWS: readonly (readonly [number, Draw])[] = [
  [8, decisions.newCase],
  [12, decisions.propose],
  [12, decisions.approve],
  [3, decisions.sendBack],
  [7, decisions.amend],
  [2, decisions.revoke],
  [5, years.confirmYear],
  [2, years.confirmYears],
  [2, years.lapseYear],
  [3, payments.appropriate],
  [5, payments.amendLetter],
  [2, payments.carryOver],
  [12, payments.attest],
  [2, payments.withhold],
  [2, payments.release],
  [6, payments.orderFile],
  [6, payments.makeFile],
  [9, payments.settle],
  [1, payments.settleAgain],
  [4, payments.replan],
  [6, recoveries.report],
  [5, recoveries.approveReport],
  [5, recoveries.consider],
  [5, recoveries.notify],
  [2, recoveries.answer],
  [5, recoveries.decide],
  [1, recoveries.drop],
  [2, recoveries.ageClaim],
  [5, recoveries.registerPayment],
  [6, recoveries.setOff],
  [2, recoveries.plan],
  [1, recoveries.writeOff],
  [2, recoveries.trespass],
];

describe('money over years', () => {
  let medel: Medel;
  let history: History;
  const random = seededRandom('money histories');

  beforeAll(async () => {
    medel = await Medel.start();
    history = await History.begin(medel, random);
  });
  afterAll(() => medel.stop());

  it(
    `agrees with its model through ${STEPS} random steps, legal and illegal`,
    async () => {
      try {
        await history.run(STEPS, DRAWS);
        await medel.expectCoherent();
      } catch (error) {
        const told = history.told.map((step, index) => `${index + 1}. ${step}`).slice(-TOLD);
        const { message } = error as Error;
        throw new Error(`MEDEL_TEST_SEED=${random.seed}\n${told.join('\n')}\n${message}`, { cause: error });
      } finally {
        if (STEPS > 1_000) process.stderr.write(`${JSON.stringify(history.counts, null, 1)}\n`);
      }
    },
    60_000 + STEPS * 500,
  );
});
