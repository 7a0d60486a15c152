import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '#platform/errors';
import { EMPTY_MAPPING, parseImportMapping } from './import-mapping.js';

const problems = (sent: unknown): string[] => {
  try {
    parseImportMapping(sent, ['areaType12Share', 'inequalityIndex']);
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.findings.map((finding) => `${(finding as { path: string }).path} ${finding.code}`);
  }
};

describe('parseImportMapping', () => {
  it('fills in what is left out', () => {
    for (const sent of [undefined, null, {}]) expect(parseImportMapping(sent)).toEqual(EMPTY_MAPPING);
    expect(parseImportMapping({ measures: [{ measure: 'areaType12Share' }], period: 'M12' })).toEqual({
      ...EMPTY_MAPPING,
      period: 'M12',
      measures: [{ measure: 'areaType12Share', code: null, gender: 'T', where: {}, percent: false }],
    });
  });

  it.each<[unknown, string[]]>([
    [[], ['mapping notObject']],
    [{ percent: true }, ['mapping.percent unknownField']],
    [
      {
        measures: [{ measure: 'joy', percent: 1, gender: 'X', where: { Kon: 1 }, code: '' }],
        period: 'M13',
        year: 20.5,
        quality: 'good',
        leaveOut: [1],
        region: 5,
      },
      [
        'mapping.measures[0].measure notOneOf',
        'mapping.measures[0].percent notBoolean',
        'mapping.measures[0].code required',
        'mapping.measures[0].gender notOneOf',
        'mapping.measures[0].where.Kon notText',
        'mapping.period notOneOf',
        'mapping.year notYear',
        'mapping.region notText',
        'mapping.quality notOneOf',
        'mapping.leaveOut[0] notText',
      ],
    ],
    [
      {
        measures: [
          { measure: 'areaType12Share', code: 'a\0', where: { 'K\0n': 'x', Kon: '\ud800', '\udc00': 'x' } },
        ],
        region: '\0',
        leaveOut: ['\ud800'],
        'x\0': 1,
      },
      [
        'mapping.x  unknownField',
        'mapping.measures[0].code malformedText',
        'mapping.measures[0].where.K n malformedText',
        'mapping.measures[0].where.Kon malformedText',
        'mapping.measures[0].where.\ufffd malformedText',
        'mapping.region malformedText',
        'mapping.leaveOut[0] malformedText',
      ],
    ],
    [{ measures: {} }, ['mapping.measures notList']],
    [{ measures: ['x'] }, ['mapping.measures[0] notObject', 'mapping.measures[0].measure required']],
    [
      { measures: [{ measure: 'areaType12Share' }, { measure: 'areaType12Share' }] },
      ['mapping.measures[1] duplicate'],
    ],
  ])('tells everything that is wrong with %j', (sent, expected) => expect(problems(sent)).toEqual(expected));

  it('never fails in another way, and what it gives it takes back', () => {
    fc.assert(
      fc.property(fc.oneof(fc.object(), fc.anything()), (sent) => void problems(sent)),
      { numRuns: 500 },
    );
    const mapping = parseImportMapping({
      measures: [{ measure: 'a', code: 'b', where: { c: 'd' } }],
      year: 2022,
    });
    expect(parseImportMapping(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping);
  });
});
