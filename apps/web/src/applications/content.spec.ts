import { contentOf, editOf, EMPTY, type Application } from './content.js';

describe('what a form holds of an application', () => {
  it('has every group of fields, also of a new draft', () => {
    const draft = { ...EMPTY, contact: null, followUp: null, id: 'x' } as unknown as Application;
    expect(contentOf(draft)).toEqual(EMPTY);
    expect(contentOf(draft)).not.toHaveProperty('id');
  });

  it('is sent with what is not chosen as nothing, and an empty amount as 0', () => {
    const activity = { title: 'a', priorityArea: '', startsOn: '', goals: [{ indicator: 'b', target: '' }] };
    const costs = [{ year: 2027, kind: 'personnel', amount: null }];
    expect(editOf({ activities: [activity], costs } as never)).toMatchObject({
      activities: [{ priorityArea: null, startsOn: null, goals: [{ target: null, year: null }] }],
      costs: [{ amount: 0 }],
    });
  });

  it('sends what is no amount as it was written, for the server to answer', () => {
    expect(editOf({ requested: [{ year: 2027, amount: 'tolv' }] })).toEqual({
      requested: [{ year: 2027, amount: 'tolv' }],
    });
  });

  it('leaves out a partner that nobody has written yet', () => {
    const partners = [
      { name: '', organisationNumber: '', role: '' },
      { name: 'Regionen', role: '' },
    ];
    expect(editOf({ partners })).toEqual({ partners: [partners[1]] });
  });
});
