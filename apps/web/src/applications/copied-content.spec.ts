import type { Application } from './content.js';
import { continueContent, copyContent } from './copied-content.js';

const earlier = {
  title: 'Insatser',
  summary: 'Om insatserna',
  contact: { name: 'Anna', email: 'anna@kommun.example', phone: '' },
  partners: [{ name: 'Regionen', organisationNumber: '', role: '' }],
  followUp: null,
  statutoryDuty: false,
  call: { years: [2025, 2026, 2027] },
  activities: [
    {
      title: 'Studiecirkel',
      description: 'Text',
      areaCodes: ['1280R001'],
      targetGroups: ['youth'],
      startsOn: '2025-03-01',
      endsOn: '2027-12-31',
      goals: [{ indicator: 'Deltagare', baseline: 0, target: 40, year: 2026 }],
    },
  ],
  costs: [
    { year: 2025, amount: 1, kind: 'personnel', note: '' },
    { year: 2027, amount: 3, kind: 'personnel', note: '' },
  ],
  requested: [{ year: 2026, amount: 2 }],
  coFinancing: [],
} as unknown as Application;

describe('an application that begins with an earlier one', () => {
  it('is moved to the years of the new call, and leaves out what is beyond them', () => {
    const copied = copyContent(earlier, [2027, 2028]);
    expect(copied.activities![0]).toMatchObject({
      startsOn: '2027-03-01',
      endsOn: null,
      goals: [{ year: 2028 }],
    });
    expect(copied.costs).toEqual([{ year: 2027, amount: 1, kind: 'personnel', note: '' }]);
    expect(copied.requested).toEqual([{ year: 2028, amount: 2 }]);
    expect(copied).toMatchObject({ title: 'Insatser', partners: earlier.partners });
  });

  it('does not answer for the recipient what the law demands', () => {
    expect(copyContent(earlier, [2027])).not.toHaveProperty('statutoryDuty');
  });

  it('leaves a leap day to be set anew', () => {
    const leap = { ...earlier, call: { years: [2028] } } as unknown as Application;
    leap.activities = [{ ...earlier.activities[0]!, startsOn: '2028-02-29', endsOn: '2028-03-01' }];
    expect(copyContent(leap, [2030]).activities![0]).toMatchObject({ startsOn: null, endsOn: '2030-03-01' });
  });

  it('takes places and people of a mapping, and what it found', () => {
    const continued = continueContent(earlier, 'Två områden behöver mer.');
    expect(continued.summary).toBe('Två områden behöver mer.');
    expect(continued.activities![0]).toMatchObject({ areaCodes: ['1280R001'], title: '', goals: [] });
    expect(continued).not.toHaveProperty('costs');
  });
});
