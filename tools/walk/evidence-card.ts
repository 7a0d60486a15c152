import type { Any } from '#testing';
import type { Answer } from './answer.js';
import { detail, table } from './page.js';
import { number, short, swedish, type Finding } from './words.js';

/** The measure behind a finding on eligibility: figures, data set, and the arithmetic done again here. */
export function showThreshold(answer: Answer, finding: Finding): void {
  for (const threshold of finding.data!['thresholds'] as Any[]) {
    const { measure, year, n, mean, standardDeviation, standardDeviations, quality, dataset } = threshold;
    detail(`${swedish(`measure.${measure}`)} (${measure}) ${year}, over ${n} municipalities`);
    const members = finding.data!['members'] as Any[];
    const standings = members.length === 0 ? [threshold] : members.flatMap(({ values }) => values);
    const best = standings.reduce((high: Any, each: Any) => (each.value > high.value ? each : high));
    agreesWithArithmetic(answer, threshold, best);
    table([
      ['', 'value', 'mean', 'deviation', 'z', `mean + ${standardDeviations} deviations`, ''],
      [
        members.length === 0 ? '' : `best of ${members.length} members`,
        number(best.value),
        number(mean),
        number(standardDeviation),
        number(best.z),
        number(threshold.threshold),
        best.outcome === 'met' ? '✓ reached' : '✗ not reached',
      ],
    ]);
    const isProxy = quality === 'proxy';
    detail(
      `The value is ${isProxy ? 'a proxy' : quality} (${swedish(`quality.${quality}`)})${isProxy ? ', not official' : ''}: «${dataset.source}».`,
    );
    detail(`Data set ${dataset.id}, «${dataset.vintage}», sha256 ${short(dataset.sha256)}`);
  }
}

/** z = (value − mean) / deviation; threshold = mean + k × deviation; reached when value ≥ threshold. */
function agreesWithArithmetic(answer: Answer, threshold: Any, { value, z, outcome }: Any): void {
  const { mean, standardDeviation, standardDeviations } = threshold;
  const near = (a: number, b: number) => Math.abs(a - b) < 1e-9;
  answer.agrees('z', near(z, (value - mean) / standardDeviation), true);
  answer.agrees('threshold', near(threshold.threshold, mean + standardDeviations * standardDeviation), true);
  answer.agrees('outcome', outcome, value >= threshold.threshold ? 'met' : 'notMet');
  answer.agrees('sha256 of the data set', /^[0-9a-f]{64}$/.test(threshold.dataset.sha256), true);
}
