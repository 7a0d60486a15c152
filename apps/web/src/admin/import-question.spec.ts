import { fetchOf, mappingOf, readSelection, readYears } from './import-question.js';

const fields = {
  kind: 'areaType12Share',
  source: 'SCB',
  vintage: '2023',
  licence: '',
  quality: 'official',
  isPercent: false,
  word: '',
  where: '',
  year: '',
};

describe('what is typed to load or fetch measures', () => {
  it.each([
    ['2015–2018, 2020', [2015, 2016, 2017, 2018, 2020]],
    ['2015 - 2016', [2015, 2016]],
    ['2022', [2022]],
    ['', []],
    ['i år', [NaN, NaN]],
    ['2020–2010', [NaN]],
  ])('reads the years %j', (typed, years) => {
    expect(readYears(typed)).toEqual(years);
  });

  it('reads a selection, a dimension on each line', () => {
    expect(readSelection('Region=*\nTid = 2022, 2023\n\nKon')).toEqual({
      Region: '*',
      Tid: ['2022', '2023'],
      Kon: [],
    });
  });

  it('says nothing of words that are our own', () => {
    expect(mappingOf(fields, true)).toEqual({ quality: 'official' });
  });

  it('says which word is the measure, that it is percent and which year it is', () => {
    const told = { ...fields, word: 'N00001', isPercent: true, where: 'Kon=TotSa', year: '2023' };
    expect(mappingOf(told, true)).toEqual({
      quality: 'official',
      year: 2023,
      measures: [{ measure: 'areaType12Share', code: 'N00001', percent: true, where: { Kon: 'TotSa' } }],
    });
    expect(mappingOf(told, false)).toEqual({ quality: 'official', year: 2023 });
  });

  it('asks one source', () => {
    const asked = {
      ...fields,
      service: 'kolada' as const,
      kpis: 'N00001, N00002',
      years: '2022',
      municipalities: '',
      table: 'TAB1',
      selection: 'Region=*',
    };
    expect(fetchOf(asked, true)).toMatchObject({ kolada: { kpis: ['N00001', 'N00002'], years: [2022] } });
    expect(fetchOf(asked, true)).not.toHaveProperty('kolada.municipalities');
    expect(fetchOf({ ...asked, service: 'scb' }, true)).toMatchObject({
      scb: { table: 'TAB1', selection: { Region: '*' } },
    });
  });
});
