import type { Any } from '#testing';
import type { Walk } from './cast.js';
import { showThreshold } from './evidence-card.js';
import { chapter, detail, done } from './page.js';

export async function theEvidence({ auditor, malmo }: Walk, application: Any): Promise<void> {
  chapter(4, 'The evidence (underlag), and doing it again');
  const path = `/applications/${application.id}`;
  const evidence = (await auditor.get(`${path}/evidence`))
    .is(200)
    .shows({ submission: 1, verdict: 'eligible' });
  const { programmeCode, wording, eligibility, submittedAt } = evidence.body;
  done(
    `The auditor reads what was recorded at the signing, ${submittedAt}: ${programmeCode} in the wording of ${wording.validFrom}, every fact, every finding, and the data set of each measure.`,
  );
  const threshold = eligibility.find((finding: Any) => finding.code === 'measureThreshold');
  evidence.agrees('measureThreshold', threshold?.outcome, 'met');
  showThreshold(evidence, threshold);
  (await auditor.post(`${path}/evidence/replay`))
    .is(200)
    .shows({ agrees: true, differences: [], today: { agrees: true } });
  done(
    'The auditor replays it: the recorded facts, computed again now, lead to the same findings. So do the measures of today.',
  );
  (await malmo.get(path)).refuses(404, 'notFound', 'Malmö’s applicant looks for the case of somebody else');
  detail('Not “forbidden”: nobody learns that another organisation’s case exists.');
}
