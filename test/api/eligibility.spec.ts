import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '#core/access';
import { EligibilityService } from '#core/eligibility';
import { MeasureQueries, MEASURE_DATASET_ACCEPTED } from '#core/measures';
import { OrganisationQueries } from '#core/organisations';
import { measuresOf } from '#core/programmes';
import { checkRecipients } from '#domain/applications/eligibility';
import { programmes } from '#domain/regulations/index';
import { computeVerdict } from '#domain/shared/finding';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { Medel, until, type Any, type Client } from '#testing';
import { loadValues, seededValues } from './load-values.js';

let medel: Medel;
let admin: Client;
let officer: Client;
beforeAll(async () => {
  medel = await Medel.start({ worker: true });
  [admin, officer] = await Promise.all([medel.as('admin'), medel.as('handlaggare')]);
});
afterAll(async () => {
  await medel.expectCoherent();
  await medel.stop();
});

/** Σ and √ by hand over the seeded file: 290 municipalities, unweighted, deviation of the population. */
const MEAN = 0.10693136206896552;
const DEVIATION = 0.13079923943793145;
const THRESHOLD = 0.3031302212258627;
/** Municipalities at or above mean + 1.5 deviations, by the proxy. */
const ABOVE =
  `0127 0482 0483 0512 0760 0761 0767 0821 0860 1081 1256 1260 1273 1275 1282 1447 1460 1473 1730 1781
  1782 1862 1863 1864 1982 2084 2181`.split(/\s+/);
const REGIONS_ABOVE = '01 04 05 07 08 10 12 14 17 18 19 20 21'.split(' ');

async function said(programme: string, query = ''): Promise<Any[]> {
  const { status, body } = await officer.get(`/programmes/${programme}/eligibility${query}`);
  expect(status).toBe(200);
  return body.items;
}
const codes = (items: Any[]) => items.map((item) => item.organisation?.code ?? item.code);
const thresholdsOf = (items: Any[], code: string) => {
  const item = items.find(({ organisation }) => organisation.code === code);
  return item.findings.find((finding: Any) => finding.code === 'measureThreshold').data;
};

describe('who may have a grant, on the seeded values', () => {
  it('is the 27 municipalities above mean + 1.5 deviations, by the proxy', async () => {
    const items = await said('exempel-2025', '?kind=municipality&verdict=eligible');
    expect(codes(items)).toEqual(ABOVE);
  });

  it('and the regions with such a municipality', async () => {
    const items = await said('exempel-2025', '?kind=region');
    expect(codes(items.filter(({ verdict }) => verdict === 'eligible'))).toEqual(REGIONS_ABOVE);
    expect(thresholdsOf(items, '12').metBy).toEqual(['1256', '1260', '1273', '1275', '1282']);
    expect(thresholdsOf(items, '13').metBy ?? []).toEqual([]);
  });

  it.each([
    ['1280', 0.286458, 1.3725357938050227, 'notMet'],
    ['1275', 0.6, 3.7696598240925687, 'met'],
    ['1282', 0.347826, 1.841712833852883, 'met'],
    ['0180', 0.095588, -0.08672345586801603, 'notMet'],
  ])('%s: value %d, z %d, %s, with all that it rests on', async (code, value, z, outcome) => {
    const [threshold] = thresholdsOf(await said('exempel-2025', '?kind=municipality'), code).thresholds;
    expect(threshold).toMatchObject({
      measure: 'areaType12Share',
      standardDeviations: 1.5,
      value,
      n: 290,
      year: 2022,
      quality: 'proxy',
      outcome,
      dataset: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/), vintage: expect.any(String) },
    });
    expect(threshold.mean).toBeCloseTo(MEAN, 12);
    expect(threshold.standardDeviation).toBeCloseTo(DEVIATION, 12);
    expect(threshold.threshold).toBeCloseTo(THRESHOLD, 12);
    expect(threshold.z).toBeCloseTo(z, 10);
  });

  it('waits for the index that nobody has loaded, where it could decide', async () => {
    const items = await said('exempel-2027', '?kind=municipality');
    const verdicts = new Set(
      items.filter(({ organisation }) => !ABOVE.includes(organisation.code)).map((each) => each.verdict),
    );
    expect([...verdicts]).toEqual(['needsJudgement']);
    const { thresholds } = thresholdsOf(items, '1280');
    expect(thresholds[0]).toMatchObject({
      measure: 'inequalityIndex',
      outcome: 'needsJudgement',
      reason: 'noDataset',
    });
    expect(codes(items.filter(({ verdict }) => verdict === 'eligible'))).toEqual(ABOVE);
  });

  it('is the annex where the law has one', async () => {
    expect(codes(await said('sfs-2018-151', '?verdict=eligible'))).toHaveLength(32);
    expect(await said('sfs-2018-151', '?kind=region&verdict=eligible')).toEqual([]);
  });

  it.each(['/programmes/none/eligibility', '/programmes/exempel-2025/eligibility?asOf=2020-01-01'])(
    '%s is not there',
    async (path) => expect((await officer.get(path)).status).toBe(404),
  );

  it('narrows the list of organisations, and says who still needs a judgement', async () => {
    const list = async (query: string) => (await officer.get(`/organisations?limit=200&${query}`)).body;
    const { items, total } = await list('eligibleFor=exempel-2025&kind=municipality&sort=code');
    expect([codes(items), total]).toEqual([ABOVE, ABOVE.length]);
    expect(new Set(items.map((item: Any) => item.verdict))).toEqual(new Set(['eligible']));
    const open = await list('eligibleFor=exempel-2027&code=1280');
    expect(open.items.map((item: Any) => item.verdict)).toEqual(['needsJudgement']);
    expect((await list('code=1280')).items[0]).not.toHaveProperty('verdict');
  });
});

describe('the recomputation', () => {
  it('was made with the reference data', async () => {
    const { body } = await admin.get('/eligibility-recomputations');
    expect(body).toMatchObject({ total: 1, items: [{ cause: 'reference', datasetId: null }] });
  });

  it('is asked for by an administrator, keeps what was said before, and leaves one event', async () => {
    expect((await officer.post('/eligibility-recomputations')).status).toBe(403);
    const made = await admin.post('/eligibility-recomputations', { key: 'again' });
    expect([made.status, made.body.cause]).toEqual([201, 'asked']);
    const again = await admin.post('/eligibility-recomputations', { key: 'again' });
    expect([again.body.id, again.headers.get('idempotent-replayed')]).toEqual([made.body.id, 'true']);
    const { rows } = await medel.owner.query(
      `SELECT count(*)::integer AS n FROM eligibility_assessments GROUP BY recomputation_id`,
    );
    expect(rows).toHaveLength(2);
    expect(rows).toContainEqual({ n: made.body.rowCount });
    const events = await admin.get(`/audit-events?subject=${made.body.id}`);
    expect(events.body.items).toMatchObject([
      {
        subjectType: 'eligibilityRecomputation',
        action: 'create',
        data: { cause: 'asked', series: [{ year: 2022 }] },
      },
    ]);
    expect(made.body.scales).toMatchObject([
      { measure: 'areaType12Share', year: 2022, n: 290, quality: 'proxy' },
    ]);
    expect(made.body.scales[0].mean).toBeCloseTo(MEAN, 12);
  });

  it('is added to, never changed', async () => {
    const app = medel.api.get(Database);
    const tried = (statement: string) =>
      app
        .transaction(SYSTEM, () => app.execute({ text: statement, values: [], name: '' }))
        .then(
          () => 'not refused',
          (error: Error) => error.message,
        );
    expect(await tried(`UPDATE eligibility_assessments SET verdict = 'eligible'`)).toMatch(
      /permission denied/,
    );
    expect(await tried(`DELETE FROM eligibility_scales`)).toMatch(/permission denied/);
    const late = `INSERT INTO eligibility_assessments SELECT recomputation_id, 1000000 + number, programme_code, wording_from,
      organisation_id, measure_year, verdict, rules, measures, factors, deviations, values, z_scores, outcomes, met_by
      FROM eligibility_assessments LIMIT 1`;
    expect(await tried(late)).toMatch(/written with their recomputation/);
  });

  it('follows on the acceptance of a data set, once', async () => {
    const datasetId = await loadValues(medel, {
      measure: 'areaType12Share',
      year: 2023,
      values: await seededValues(medel, 'areaType12Share'),
    });
    const database = medel.api.get(Database);
    for (let told = 0; told < 2; told += 1)
      await database.transaction(SYSTEM, async () =>
        medel.api.get(Outbox).publish(MEASURE_DATASET_ACCEPTED, datasetId, SYSTEM),
      );
    const followed = async () =>
      (await admin.get('/eligibility-recomputations')).body.items.filter(
        (item: Any) => item.datasetId === datasetId,
      );
    await until(async () => (await followed()).length > 0);
    await medel.api.get(EligibilityService).recomputeAfter(SYSTEM, datasetId);
    expect(await followed()).toMatchObject([
      { cause: 'dataset', scales: [{ year: 2022 }, { year: 2023, quality: 'official' }] },
    ]);
  });
});

describe('the one statement and the rules of the domain', () => {
  /** Values that lie exactly on a threshold, are missing, alike or alone, in years of one measure and of both. */
  beforeAll(async () => {
    const shares = await seededValues(medel, 'areaType12Share');
    const all = Object.keys(shares);
    const each = (value: (code: string, index: number) => number | null, of = all) =>
      Object.fromEntries(of.map((code, index) => [code, value(code, index)]));
    // Four at 5, three at 4, one each at 2, 7 and 9 would be mean 5, deviation 2; of 288 in 36 groups it still is.
    const eights = [9, 7, 5, 5, 4, 4, 4, 2];
    await loadValues(
      medel,
      {
        measure: 'inequalityIndex',
        year: 2022,
        values: each((_, index) => eights[index % 8]!, all.slice(0, 288)),
      },
      {
        measure: 'inequalityIndex',
        year: 2021,
        values: each((_, index) => (index % 5 === 0 ? null : index / 7)),
      },
      { measure: 'inequalityIndex', year: 2020, values: each(() => 0.1) },
      {
        measure: 'areaType12Share',
        year: 2020,
        values: each((_, index) => (index % 3 === 0 ? null : (index % 11) / 13)),
      },
      { measure: 'areaType12Share', year: 2019, values: { '1280': 0.4 } },
      { measure: 'areaType12Share', year: 2018, values: each(() => null) },
      // 0.1 + 0.2 and its like: a threshold that no decimal hits exactly.
      {
        measure: 'areaType12Share',
        year: 2017,
        values: each((_, index) => eights[index % 8]! / 10, all.slice(0, 288)),
      },
    );
    expect((await admin.post('/eligibility-recomputations')).status).toBe(201);
  });

  it('say the same of every recipient, wording and year', async () => {
    const { rows } = await medel.owner.query(
      `SELECT programme_code, wording_from, organisation_id, measure_year, verdict, rules, values, z_scores, outcomes, met_by
       FROM eligibility_assessments WHERE recomputation_id =
         (SELECT id FROM eligibility_recomputations ORDER BY recomputed_at DESC, id DESC LIMIT 1)`,
    );
    const keyOf = (...parts: unknown[]) => parts.join(' ');
    const written = new Map<string, Any>(
      rows.map((row: Any) => [
        keyOf(row.programme_code, row.wording_from, row.measure_year, row.organisation_id),
        row,
      ]),
    );
    const recipients = await medel.api.get(OrganisationQueries).recipients(SYSTEM);
    const measures = medel.api.get(MeasureQueries);
    const seen = { met: 0, notMet: 0, needsJudgement: 0 } as Record<string, number>;
    let compared = 0;
    for (const { code, wordings } of programmes)
      for (const wording of wordings) {
        const asked = measuresOf(wording);
        const years = await medel.owner.query(
          `SELECT DISTINCT year FROM measure_series WHERE measure_code = ANY($1) ORDER BY 1`,
          [asked],
        );
        for (const year of asked.length === 0 ? [null] : years.rows.map((row: Any) => row.year as number)) {
          const facts = year === null ? {} : await measures.facts(SYSTEM, asked, undefined, year);
          for (const { recipient, findings } of checkRecipients(recipients, facts, wording)) {
            const row = written.get(keyOf(code, wording.validFrom, year, recipient.id));
            const told = Object.fromEntries(findings.map((finding) => [finding.code, finding.outcome]));
            const where = [code, year, recipient.code];
            expect([...where, row?.verdict, row?.rules]).toEqual([...where, computeVerdict(findings), told]);
            const threshold = findings.find((finding) => finding.code === 'measureThreshold');
            compared += 1;
            if (!threshold) continue;
            seen[threshold.outcome] = seen[threshold.outcome]! + 1;
            expect(recipient.kind === 'nonProfit' ? [] : row.met_by).toEqual(threshold.data['metBy']);
            if (recipient.kind !== 'municipality') continue;
            const standings = threshold.data['thresholds'] as Any[];
            expect([...where, row.values, row.outcomes]).toEqual([
              ...where,
              standings.map(({ value }) => value),
              standings.map(({ outcome }) => outcome),
            ]);
            standings.forEach(({ z }, index) =>
              z === null || row.z_scores[index] === null
                ? expect([...where, row.z_scores[index]]).toEqual([...where, z])
                : expect(row.z_scores[index]).toBeCloseTo(z, 9),
            );
          }
        }
      }
    expect(compared).toBe(written.size);
    for (const outcome of ['met', 'notMet', 'needsJudgement']) expect(seen[outcome]).toBeGreaterThan(100);
  });

  it('both meet exactly at the threshold', async () => {
    const items = await said('exempel-2027', '?kind=municipality&measureYear=2022');
    const { thresholds } = thresholdsOf(items, Object.keys(await seededValues(medel, 'areaType12Share'))[1]!);
    expect(thresholds[0]).toMatchObject({
      value: 7,
      mean: 5,
      standardDeviation: 2,
      threshold: 7,
      z: 1,
      outcome: 'met',
    });
  });
});

describe('the export', () => {
  it('has a row for every recipient, wording, year and threshold, with control sums', async () => {
    const order = {
      kind: 'eligibility',
      format: 'json',
      filters: { programmeCode: 'exempel-2025', year: 2022 },
    };
    const { body } = await officer.post('/exports', { body: order });
    const ready = await until(async () => {
      const made = (await officer.get(`/exports/${body.id}`)).body;
      return made.status === 'ready' && made;
    });
    const rows = (await officer.get(`/exports/${body.id}/file`)).body as Any[];
    const { rows: organisations } = await medel.owner.query(
      `SELECT count(*)::integer AS n FROM organisations`,
    );
    expect([ready.rowCount, rows.length]).toEqual([organisations[0].n, organisations[0].n]);
    const municipalities = rows.filter(({ organisationKind }) => organisationKind === 'municipality');
    expect(
      codes(
        municipalities
          .filter(({ verdict }) => verdict === 'eligible')
          .map((row) => ({ code: row.organisationCode })),
      ),
    ).toEqual(ABOVE);
    const malmo = rows.find(({ organisationCode }) => organisationCode === '1280');
    expect(malmo).toMatchObject({
      verdict: 'notEligible',
      measure: 'areaType12Share',
      value: 0.286458,
      standardDeviations: 1.5,
      n: 290,
      quality: 'proxy',
      rules: { recipientKind: 'met', measureThreshold: 'notMet' },
    });
    expect(malmo.z).toBeCloseTo(1.3725357938050227, 9);
    const sum = municipalities.reduce((total: number, { value }) => total + value, 0);
    expect(ready.controlSums.value).toBeCloseTo(sum, 6);
  });
});
