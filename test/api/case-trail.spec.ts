import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Medel, type Any } from '#testing';
import { findingsOf } from './problem.js';
import { must, NOWHERE, Stage } from './stage.js';

let medel: Medel;
let stage: Stage;

const eventsOf = async (query: string): Promise<Any[]> =>
  (await must(stage.people.revisor.get(`/audit-events?limit=200&${query}`), 200)).body.items;
const typesOf = (events: Any[]) => [...new Set(events.map(({ subjectType }: Any) => subjectType))].toSorted();

beforeAll(async () => {
  medel = await Medel.start();
  stage = await Stage.set(medel, { span: 1 });
});
afterAll(() => medel?.stop());

describe('the audit trail of a case', () => {
  it('has the events of all that is of the case or that it stands on, and of nothing else', async () => {
    const decision = await stage.decision('approved');
    const other = await stage.application('submitted');
    const events = await eventsOf(`applicationId=${decision.applicationId}`);
    const subjects = new Set(events.map(({ subject }: Any) => subject));
    expect(typesOf(events)).toEqual(
      expect.arrayContaining([
        'application',
        'appropriation',
        'call',
        'decision',
        'decisionYear',
        'payment',
        'report',
      ]),
    );
    expect(subjects.has(decision.applicationId)).toBe(true);
    expect(subjects.has(other)).toBe(false);
    const whole = await eventsOf(`subject=${decision.applicationId}`);
    expect(events.filter(({ subject }: Any) => subject === decision.applicationId)).toEqual(whole);
  });

  it('can be narrowed to one thing, and is empty of a case that nobody has', async () => {
    const { id, applicationId } = await stage.decision('approved');
    expect(typesOf(await eventsOf(`applicationId=${applicationId}&subject=${id}`))).toEqual(['decision']);
    expect(await eventsOf(`applicationId=${NOWHERE}`)).toEqual([]);
  });

  it('refuses what is no id', async () => {
    const answer = await stage.people.revisor.get('/audit-events?applicationId=2025-000001');
    expect(answer.status).toBe(400);
    expect(findingsOf(answer)).toHaveLength(1);
  });
});
