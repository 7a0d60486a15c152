import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Medel, type Any, type Client } from '#testing';
import { must } from './stage.js';

let medel: Medel;
let reader: Client;
beforeAll(async () => {
  medel = await Medel.start();
  reader = await medel.as('sokande.1275');
});
afterAll(() => medel.stop());

const linesOf = (file: string) =>
  readFileSync(`data/${file}`, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));
const shares = new Map(
  linesOf('area_type_12_share_proxy_2022.csv').map((row) => [row[0]!, Number(row[3])] as const),
);
const municipalities = linesOf('municipalities.csv').map((row) => ({
  code: row[0]!,
  size: ['small', 'medium', 'large'].indexOf(row[5]!),
  group: row[6]!,
  share: shares.get(row[0]!)!,
}));

async function measuresOf(code: string, asOf = ''): Promise<Any> {
  const [{ id }] = (await reader.get(`/organisations?code=${code}`)).body.items;
  return (await must(reader.get(`/organisations/${id}/measures${asOf}`), 200)).body;
}

describe('the measures of a municipality', () => {
  it.each(['1280', '1275', '0114', '2518'])('%s stand beside those of its nearest', async (code) => {
    const [comparison] = (await measuresOf(code)).comparisons;
    expect(comparison).toMatchObject({ measure: 'areaType12Share', year: 2022, quality: 'proxy' });
    const own = municipalities.find((each) => each.code === code)!;
    const distance = (other: typeof own) => [
      Math.abs(other.size - own.size),
      other.group === own.group ? 0 : 1,
      Math.abs(other.share - own.share),
    ];
    const nearest = municipalities
      .filter((each) => each !== own)
      .map((each) => ({ code: each.code, distance: distance(each) }))
      .sort((a, b) => {
        const part = a.distance.findIndex((value, index) => value !== b.distance[index]);
        return part < 0 ? (a.code < b.code ? -1 : 1) : a.distance[part]! - b.distance[part]!;
      })
      .slice(0, 7);
    expect(comparison.items.map(({ organisation }: Any) => organisation.code)).toEqual(
      nearest.map((each) => each.code),
    );
    comparison.items.forEach((item: Any, index: number) => {
      const [size, group, share] = nearest[index]!.distance;
      expect(item).toMatchObject({
        rank: index + 1,
        value: shares.get(item.organisation.code),
        distance: { sizeClass: size, municipalityGroup: group },
        reason: null,
      });
      expect(item.distance.measure).toBeCloseTo(share! / 0.1307992394379313, 10);
    });
  });

  it('come with those that Kolada finds alike, and with where that is from', async () => {
    const { similar } = await measuresOf('1280');
    const file = readFileSync('data/similar_municipalities.csv');
    expect(similar).toMatchObject([
      {
        basis: 'socioeconomic',
        year: 2024,
        dataset: { vintage: '2024', source: expect.stringContaining('Kolada') },
      },
    ]);
    expect(similar[0].dataset.sha256).toBe(createHash('sha256').update(file).digest('hex'));
    const expected = linesOf('similar_municipalities.csv').filter(([code]) => code === '1280');
    expect(similar[0].items.map((item: Any) => [item.rank, item.organisation.code])).toEqual(
      expected.map(([, rank, code]) => [Number(rank), code]).sort(),
    );
    expect(expected).toHaveLength(7);
  });

  it.each([
    [`UPDATE similar_municipalities SET rank = rank + 100`, /what was loaded never changes/],
    [`DELETE FROM similar_municipalities`, /what was loaded never changes/],
    [
      `INSERT INTO similar_municipalities SELECT municipality_id, basis, year, rank + 100, dataset_id, similar_id
       FROM similar_municipalities LIMIT 1`,
      /values are added when their data set is accepted/,
    ],
  ])('never change once their data set is accepted: %s', async (statement, refusal) => {
    await expect(medel.owner.query(statement)).rejects.toThrow(refusal);
  });

  it('show the trend of each measure, which begins at 100', async () => {
    expect((await measuresOf('1280')).trends).toEqual([
      {
        measure: 'areaType12Share',
        points: [
          {
            year: 2022,
            value: 0.286458,
            index: 100,
            change: null,
            changePercent: null,
            reason: 'noEarlierValue',
          },
        ],
      },
    ]);
    // Nothing grows from zero.
    expect((await measuresOf('0114')).trends[0].points).toMatchObject([
      { value: 0, index: null, reason: 'zeroBase' },
    ]);
  });

  it('are compared with nothing on a day before there was anything', async () => {
    expect(await measuresOf('1280', '?asOf=2020-01-01')).toMatchObject({
      items: [],
      trends: [],
      comparisons: [],
      similar: [],
    });
  });
});

it('a region has no municipalities like it', async () => {
  expect(await measuresOf('12')).toMatchObject({ trends: [], comparisons: [], similar: [] });
});
