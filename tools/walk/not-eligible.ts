import type { Any } from '#testing';
import { contentOf, type Walk } from './cast.js';
import { showThreshold } from './evidence-card.js';
import { detail, done } from './page.js';

/** A wrong turn: Stockholm has deprived areas, but its share of them is below the threshold of the example programme. */
export async function stockholmTries(walk: Walk, call: Any): Promise<void> {
  const { applicant, signatory } = walk.stockholm;
  const draft = (await applicant.post('/applications', { body: { callId: call.id } })).is(201);
  const path = `/applications/${draft.body.id}`;
  (await applicant.edit(path, contentOf(walk))).is(200);
  (await applicant.get(`${path}/checks`)).is(200).shows({ verdict: 'notEligible' });
  const refusal = (await signatory.post(`${path}/submit`)).refuses(
    422,
    'rulesNotMet',
    'Stockholm writes the same application and its signatory signs',
  );
  const finding = refusal.finding('measureThreshold');
  showThreshold(refusal, finding);
  (await applicant.post(`${path}/discard`)).is(200).shows({ status: 'discarded' });
  done('Stockholm discards its draft.');
  detail('It saw the same finding in its draft, before anybody signed.');
}
