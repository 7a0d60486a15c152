import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { hasText } from '#text';
import { readFigures, type EvaluationFile } from './evaluation-figures.js';

const file = JSON.parse(readFileSync('data/statskontoret_2023_4.json', 'utf8')) as EvaluationFile;

describe('the figures of the evaluation', () => {
  it('are read with their years, places and reservations', () => {
    const figures = readFigures(file);
    expect(figures).toContainEqual(
      expect.objectContaining({
        ...{ figure: 'grantedPerYear', programmeCode: 'sfs-2018-151', fromYear: 2018, toYear: 2020 },
        ...{ value: 410_000_000, approximately: 'somewhat more than' },
      }),
    );
    const allocated = figures.filter(
      ({ figure, programmeCode }) => figure === 'announcedAllocation' && programmeCode === 'sfs-2018-118',
    );
    // The ordinance named in the fact is no year of it.
    expect(allocated.map(({ fromYear, toYear, value, note }) => [fromYear, toYear, value, note])).toEqual([
      [2018, 2018, 53_000_000, 'with sfs-2018-119'],
      [2019, 2027, 75_000_000, 'with sfs-2018-119'],
    ]);
    expect(figures.filter(({ figure }) => figure === 'regionGranted')).toHaveLength(8);
  });

  it('are all of them read: every number of the file stands in one', () => {
    const numbers = (value: unknown, key = ''): number[] => {
      if (typeof value === 'number') return /year$/i.test(key) ? [] : [value];
      if (typeof value !== 'object' || value === null) return [];
      return Object.entries(value).flatMap(([name, each]) => numbers(each, name));
    };
    const read = readFigures(file).flatMap(({ value }) => value ?? []);
    expect(read.toSorted((a, b) => a - b)).toEqual(numbers(file).toSorted((a, b) => a - b));
  });

  it('have words for every code, their remarks too', () => {
    const codes = readFigures(file).flatMap(({ figure, section, wording, approximately, note }) => [
      `evaluationFigure.${figure}`,
      ...(/^[\d.]+$/.test(section) ? [] : [`evaluationSection.${section}`]),
      ...(wording ? [`evaluationWording.${wording}`] : []),
      ...[approximately, note].flatMap((remark) => (remark ? [`evaluationRemark.${remark}`] : [])),
    ]);
    expect([...new Set(codes)].filter((code) => !hasText(code))).toEqual([]);
  });

  it('are not read where a fact is not known', () => {
    const grants = { 'sfs-2018-151': [{ fact: 'something new', section: '1' }] };
    expect(() => readFigures({ ...file, grants })).toThrow('something new');
  });
});
