import { placeInForm, sentCall, type CallValues } from './new-call.js';

const values: CallValues = {
  programmeCode: 'exempel-2027',
  title: 'x',
  step: '',
  opensOn: '2027-01-01',
  closesOn: '2027-02-01',
  budget: [
    { year: '2027', amount: null },
    { year: '2028', amount: 100 },
    { year: 'snart', amount: 'mycket' },
  ],
  appropriationCode: '13:5',
};

describe('a call as it is sent', () => {
  it('has every year, and a budget for those with money', () => {
    const { body, kept } = sentCall(values);
    expect(body.years).toEqual([2027, 2028, 'snart']);
    expect(body.budget).toEqual([
      { year: 2028, amount: 100 },
      { year: 'snart', amount: 'mycket' },
    ]);
    expect([body.step, kept]).toEqual([null, [1, 2]]);
    expect(sentCall({ ...values, step: 'mapping' }).body.step).toBe('mapping');
  });

  it.each([
    ['years[0]', 'budget[0].year'],
    ['budget[0].amount', 'budget[1].amount'],
    ['title', 'title'],
    ['years', 'years'],
  ])('has %s told at %s', (path, place) => {
    expect(placeInForm(path, [1, 2])).toBe(place);
  });
});
