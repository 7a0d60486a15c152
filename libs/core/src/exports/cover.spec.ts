import { describe, expect, it } from '@jest/globals';
import { coverLines } from './cover.js';
import type { Told } from './formats/index.js';
import { rulesOf } from './manifest.js';

const same = (sv: string) => ({ sv, en: sv });
const column = (key: string, type: 'money' | 'number' | 'text') => ({
  key,
  type,
  heading: same(`Rubrik ${key}`),
});
const rules = rulesOf('2026-11-29', {
  judgedBy: [{ programmeCode: 'exempel-2027', wordingFrom: '2027-01-01' }],
});
const TOLD: Told = {
  ...{
    manifest: 'medel-export/1',
    id: 'x',
    kind: 'summary',
    title: same('Sammanfattning'),
    format: 'pdf',
    csv: null,
  },
  ...{ filters: {}, filtersInWords: [], asOf: null, requestedBy: { id: 'x', name: 'Demo' } },
  ...{ requestedAt: '2026-11-29T10:00:00Z', snapshot: { at: '2026-11-29T10:00:01Z', id: '1:1:' } },
  ...{ rules, datasets: [], rowCount: 1234, rowsSha256: 'a'.repeat(64), cutCells: 0, changes: null },
  columns: [column('granted', 'money'), column('approvalRate', 'number'), column('call', 'text')],
  controlSums: { granted: '1234567', approvalRate: '12.25' },
};
const cover = (told: Partial<Told> = {}) => coverLines({ ...TOLD, ...told });
const line = (name: string, told: Partial<Told> = {}) => cover(told).find(([each]) => each === name);

describe('a cover', () => {
  it('adds up money, grouped for people and exact for a sheet', () => {
    expect(line('Avstämningssumma: Rubrik granted')).toEqual([
      'Avstämningssumma: Rubrik granted',
      '1\u00a0234\u00a0567',
      '1234567',
    ]);
    expect(line('Antal rader')).toEqual(['Antal rader', '1\u00a0234', '1234']);
  });

  it('adds up no shares and means, whose sums say nothing', () => {
    expect(cover().filter(([name]) => name.startsWith('Avstämningssumma'))).toHaveLength(1);
  });

  it('names the wording that the cases are judged by, also before it is in force', () => {
    const [, value] = line('Lydelser som ärendena prövas enligt')!;
    expect(value).toMatch(/^Exempel: bidrag mot segregation 2027 .*, gällande från 2027-01-01$/);
    expect(line('Lydelser som gäller')![1]).not.toContain('2027-01-01');
  });

  it('leaves that out where the rows are of no cases', () => {
    expect(
      line('Lydelser som ärendena prövas enligt', { rules: { ...rules, judgedBy: [] } }),
    ).toBeUndefined();
  });

  it('prints the number of an ordinance once', () => {
    const value = line('Lydelser som gäller')![1];
    expect(value).toContain('(SFS 2018:151), i lydelse enligt SFS 2020:1266, gällande från 2021-02-01');
    for (const each of value.split('\n'))
      expect(each.match(/2018:1\d\d/g) ?? []).toHaveLength(each.includes('2018') ? 1 : 0);
  });
});
