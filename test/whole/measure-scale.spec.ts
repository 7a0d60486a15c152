import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Medel, until, type Any, type Client } from '#testing';
import { loadValues, seededValues } from '../api/load-values.js';

const MEASURE = 'inequalityIndex';
/** Of 1, 3 and 5. */
const DEVIATION = Math.sqrt(8 / 3);

/** What a value is held against, wherever it is told: municipalities that have a code and a value, and nobody else. */
describe('the scale of a data set', () => {
  let medel: Medel;
  let officer: Client;
  let later: string;

  const values = async (year: number) => (await officer.get(`/measures/${MEASURE}/values?year=${year}`)).body;
  const itemOf = ({ items }: Any, code: string): Any =>
    items.find(({ organisation }: Any) => organisation.code === code);
  /** The measure of an organisation by year, from its own page. */
  const own = async (code: string, year: number): Promise<Any> => {
    const { body } = await officer.get(`/organisations?code=${code}`);
    const { items } = (await officer.get(`/organisations/${body.items[0].id}/measures`)).body;
    return items.find((item: Any) => item.measure === MEASURE && item.year === year);
  };
  const exported = async (year: number): Promise<Record<string, Any>> => {
    const order = { kind: 'measures', format: 'json', filters: { measure: MEASURE, year } };
    const { id } = (await officer.post('/exports', { body: order })).body;
    await until(async () => (await officer.get(`/exports/${id}`)).body.status === 'ready');
    const rows = (await officer.get(`/exports/${id}/file`)).body as Any[];
    return Object.fromEntries(rows.map((row) => [row.organisationCode, row]));
  };

  beforeAll(async () => {
    medel = await Medel.start({ worker: true });
    officer = await medel.as('handlaggare');
    const everyone = Object.keys(await seededValues(medel, 'areaType12Share'));
    await loadValues(
      medel,
      { measure: MEASURE, year: 2010, values: { '0180': 1, '1275': 5, '01': 100, '12': 200 } },
      { measure: MEASURE, year: 2010, quality: 'proxy', values: { '1280': 3, '0114': null } },
      { measure: MEASURE, year: 2011, values: Object.fromEntries(everyone.map((code) => [code, 0.1])) },
      { measure: MEASURE, year: 2011, quality: 'computed', values: { '01': 0.7 } },
      { measure: MEASURE, year: 2012, quality: 'computed', values: { '01': 1, '12': 2 } },
      { measure: MEASURE, year: 2013, values: { '0180': 1, '1280': 2 } },
    );
    later = await loadValues(medel, { measure: MEASURE, year: 2013, values: { '0180': 3 } });
  });
  afterAll(async () => {
    await medel.expectCoherent();
    await medel.stop();
  });

  it('is over municipalities, and one proxy among them makes it one', async () => {
    const scale = { mean: 3, standardDeviation: expect.closeTo(DEVIATION, 12), n: 3 };
    const body = await values(2010);
    expect(body).toMatchObject({ ...scale, quality: 'proxy' });
    expect(body.items).toHaveLength(6);
    expect(itemOf(body, '1275')).toMatchObject({ value: 5, quality: 'official' });
    expect(itemOf(body, '1275').zScore).toBeCloseTo(2 / DEVIATION, 12);
    expect(itemOf(body, '0114')).toMatchObject({ value: null, zScore: null });
    expect(await own('1275', 2010)).toMatchObject(scale);
    const rows = await exported(2010);
    expect(Object.keys(rows)).toHaveLength(6);
    expect(rows['1275']).toMatchObject(scale);
    expect(rows['1275'].zScore).toBeCloseTo(2 / DEVIATION, 12);
  });

  it('shows a region where it lies on it, though it is no part of it', async () => {
    const z = expect.closeTo(97 / DEVIATION, 10);
    expect(itemOf(await values(2010), '01')).toMatchObject({ value: 100, zScore: z });
    expect(await own('01', 2010)).toMatchObject({ value: 100, mean: 3, n: 3, zScore: z });
    expect((await exported(2010))['01']).toMatchObject({ value: 100, mean: 3, n: 3, zScore: z });
  });

  it('has no spread where the values are alike, so that nobody has a standard score', async () => {
    const body = await values(2011);
    expect(body).toMatchObject({ standardDeviation: 0, n: 290, quality: 'official' });
    expect(new Set(body.items.map(({ zScore }: Any) => zScore))).toEqual(new Set([null]));
    expect(await own('1275', 2011)).toMatchObject({ standardDeviation: 0, zScore: null, n: 290 });
    expect((await exported(2011))['1275']).toMatchObject({ standardDeviation: 0, zScore: null, n: 290 });
  });

  it('is none where no municipality has a value', async () => {
    const none = { mean: null, standardDeviation: null, n: 0 };
    const body = await values(2012);
    expect(body).toMatchObject({ ...none, quality: 'computed' });
    expect(itemOf(body, '12')).toMatchObject({ value: 2, zScore: null });
    expect(await own('12', 2012)).toMatchObject({ ...none, value: 2, zScore: null });
    expect((await exported(2012))['12']).toMatchObject({ ...none, value: 2, zScore: null });
  });

  it('is of the data set that answers, and what only an earlier one has is in use nowhere', async () => {
    expect(await values(2013)).toMatchObject({ dataset: { id: later }, mean: 3, n: 1 });
    expect(await own('0180', 2013)).toMatchObject({ dataset: { id: later }, value: 3 });
    expect(await own('1280', 2013)).toBeUndefined();
    expect(Object.keys(await exported(2013))).toEqual(['0180']);
  });
});
