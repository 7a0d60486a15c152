import { describe, expect, it } from '@jest/globals';
import { findProgramme } from '../regulations/index.js';
import { failures } from '../shared/finding.js';
import { EMPTY_CONTENT, type Activity, type ApplicationContent } from './application-content.js';
import { exampleContent, exampleWording } from './case.example.js';
import { checkCompleteness } from './completeness.js';

const call = { years: [2027, 2028] };
const check = (change: Partial<ApplicationContent>, wording = exampleWording) =>
  checkCompleteness({ ...exampleContent, ...change }, call, wording);
/** Code and path of every gap; the rules on the whole have no path. */
const gaps = (change: Partial<ApplicationContent>) =>
  failures(check(change)).flatMap(({ code, path }) => (path === undefined ? [] : [[code, path]]));
const [activity] = exampleContent.activities;
const withActivity = (change: Partial<Activity>) => ({ activities: [{ ...activity!, ...change }] });
const withGoal = (change: object) => withActivity({ goals: [{ ...activity!.goals[0]!, ...change }] });
const cost = exampleContent.costs[0]!;

describe('checkCompleteness', () => {
  it('has nothing to say of a complete application but that the rules are met', () =>
    expect(check({}).map(({ code, outcome }) => [code, outcome])).toEqual([
      ['calendarYear', 'met'],
      ['mandatoryParts', 'met'],
    ]));

  it.each<[string, Partial<ApplicationContent>, [string, string][]]>([
    ['no title', { title: ' \n' }, [['partMissing', 'title']]],
    ['no summary', { summary: '' }, [['partMissing', 'summary']]],
    ['no contact', { contact: null }, [['partMissing', 'contact']]],
    [
      'half a contact',
      { contact: { name: '', email: 'eva', phone: '' } },
      [
        ['partMissing', 'contact.name'],
        ['emailInvalid', 'contact.email'],
      ],
    ],
    ['no activity', { activities: [] }, [['partMissing', 'activities']]],
    ['no description', withActivity({ description: '' }), [['partMissing', 'activities[0].description']]],
    ['no area', withActivity({ priorityArea: null }), [['partMissing', 'activities[0].priorityArea']]],
    ['no goals', withActivity({ goals: [] }), [['partMissing', 'activities[0].goals']]],
    ['no indicator', withGoal({ indicator: '' }), [['partMissing', 'activities[0].goals[0].indicator']]],
    ['no target', withGoal({ target: null }), [['partMissing', 'activities[0].goals[0].target']]],
    ['a target of nought', withGoal({ target: 0 }), []],
    ['no first day', withActivity({ startsOn: null }), [['partMissing', 'activities[0].startsOn']]],
    ['no such day', withActivity({ endsOn: '2027-02-30' }), [['dateInvalid', 'activities[0].endsOn']]],
    [
      'an end before the start',
      withActivity({ startsOn: '2027-06-02', endsOn: '2027-06-01' }),
      [['endsBeforeStart', 'activities[0].endsOn']],
    ],
    ['one day', withActivity({ startsOn: '2027-06-01', endsOn: '2027-06-01' }), []],
    [
      'a year outside the call',
      withActivity({ startsOn: '2026-12-31' }),
      [['outsideCallYears', 'activities[0].startsOn']],
    ],
    ['no costs', { costs: [] }, [['partMissing', 'costs']]],
    ['costs of nothing', { costs: [{ ...cost, amount: 0 }] }, [['partMissing', 'costs']]],
    ['no request', { requested: [] }, [['partMissing', 'requested']]],
    [
      'costs outside the call',
      { costs: [cost, { ...cost, year: 2029 }] },
      [['outsideCallYears', 'costs[1].year']],
    ],
    ['half a krona', { costs: [{ ...cost, amount: 0.5 }] }, [['amountInvalid', 'costs[0].amount']]],
    [
      'a year asked for twice',
      { requested: [...exampleContent.requested, { year: 2027, amount: 1 }] },
      [['yearTwice', 'requested[1].year']],
    ],
    ['no follow-up', { followUp: null }, [['partMissing', 'followUp.plan']]],
    ['no answer on duty', { statutoryDuty: null }, [['partMissing', 'statutoryDuty']]],
    ['duty', { statutoryDuty: true }, []],
  ])('%s', (_, change, expected) => expect(gaps(change)).toEqual(expected));

  it('tells everything that an empty draft lacks, at once', () => {
    expect(gaps(EMPTY_CONTENT).map(([, path]) => path)).toEqual([
      'title',
      'summary',
      'contact',
      'activities',
      'costs',
      'requested',
      'followUp.plan',
      'statutoryDuty',
    ]);
    const parts = check(EMPTY_CONTENT).find(({ code }) => code === 'mandatoryParts')!;
    expect(parts.outcome).toBe('notMet');
    expect(parts.data.missing).toEqual(parts.data.parts);
  });

  it('cites the section where the ordinance asks for the part, and nothing where it does not', () => {
    const wording = findProgramme('sfs-2018-151')!.wordings[0]!;
    const findings = check({ title: '', costs: [], followUp: null, statutoryDuty: null }, wording);
    const citations = findings.flatMap(({ path, citation }) => (path ? [[path, citation?.section]] : []));
    expect(citations).toEqual([
      ['title', undefined],
      ['costs', '5 §'],
    ]);
  });
});

describe('calendarYear', () => {
  const outcome = (change: Partial<ApplicationContent>) => {
    const { outcome: said, data } = check(change).find(({ code }) => code === 'calendarYear')!;
    return [said, data.outside];
  };
  it('asks that every year an activity touches has a budget', () => {
    expect(outcome({})).toEqual(['met', []]);
    expect(outcome(withActivity({ endsOn: '2028-01-01' }))).toEqual(['notMet', [2028]]);
    const costs = [cost, { ...cost, year: 2028 }];
    expect(outcome({ ...withActivity({ endsOn: '2028-01-01' }), costs })).toEqual(['met', []]);
  });
  it('cannot be answered without days or years', () => {
    expect(outcome({ costs: [], requested: [] })).toEqual(['needsJudgement', []]);
    expect(outcome(withActivity({ startsOn: null }))).toEqual(['needsJudgement', []]);
  });
});
