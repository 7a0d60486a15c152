import { findDifferences, mergeDraft, valueAt, withValue } from './merge-draft.js';

const before = {
  title: 'Kartläggning',
  contact: { name: 'Anna', email: 'anna@kommun.example' },
  activities: [
    { title: 'Enkät', goals: ['svar'] },
    { title: 'Intervjuer', goals: ['samtal'] },
  ],
};

type Content = typeof before;

const merge = (mine: Content, theirs: Content) => mergeDraft({ before, now: mine }, { before, now: theirs });

describe('two who write in one draft', () => {
  it('keeps what either has changed when they changed different fields', () => {
    const mine = { ...before, title: 'Kartläggning av två områden' };
    const theirs = { ...before, contact: { ...before.contact, name: 'Bo' } };
    expect(merge(mine, theirs)).toEqual({
      content: { ...before, title: mine.title, contact: theirs.contact },
      conflicts: [],
    });
  });

  it('keeps both within one part', () => {
    const mine = { ...before, contact: { ...before.contact, name: 'Bo' } };
    const theirs = { ...before, contact: { ...before.contact, email: 'bo@kommun.example' } };
    expect(merge(mine, theirs).content.contact).toEqual({ name: 'Bo', email: 'bo@kommun.example' });
  });

  it('keeps both in one list while it has the same rows', () => {
    const mine = withValue(before, 'activities[0].title', 'Stor enkät');
    const theirs = withValue(before, 'activities[1].title', 'Djupintervjuer');
    const { content, conflicts } = merge(mine, theirs);
    expect(content.activities.map((activity) => activity.title)).toEqual(['Stor enkät', 'Djupintervjuer']);
    expect(conflicts).toEqual([]);
  });

  it('tells of a field that both changed, and lets mine stand', () => {
    const mine = withValue(before, 'activities[1].title', 'Samtal');
    const theirs = withValue(before, 'activities[1].title', 'Djupintervjuer');
    expect(merge(mine, theirs)).toEqual({
      content: mine,
      conflicts: [{ path: 'activities[1].title', theirs: 'Djupintervjuer' }],
    });
  });

  it('finds no conflict where both wrote the same', () => {
    const both = { ...before, title: 'Samma' };
    expect(merge(both, { ...both })).toEqual({ content: both, conflicts: [] });
  });

  it('tells of a whole list when one took a row away and the other changed one', () => {
    const mine = withValue(before, 'activities[1].title', 'Samtal');
    const theirs = { ...before, activities: before.activities.slice(0, 1) };
    expect(merge(mine, theirs).conflicts).toEqual([{ path: 'activities', theirs: theirs.activities }]);
  });

  it('takes a row that only they added', () => {
    const theirs = { ...before, activities: [...before.activities, { title: 'Rapport', goals: [] }] };
    const { content, conflicts } = merge({ ...before, title: 'Ny' }, theirs);
    expect(content).toEqual({ ...theirs, title: 'Ny' });
    expect(conflicts).toEqual([]);
  });

  it('does not take for a change that the server writes my text in its own way', () => {
    const kept = { ...before, title: 'Malm\u00f6' };
    const typed = { ...before, title: 'Malmo\u0308' };
    const theirs = withValue(kept, 'contact.name', 'Bo');
    const { content, conflicts } = mergeDraft(
      { before: typed, now: { ...typed, activities: [] } },
      { before: kept, now: theirs },
    );
    expect(content).toEqual({ ...withValue(typed, 'contact.name', 'Bo'), activities: [] });
    expect(conflicts).toEqual([]);
  });
});

describe('places in a draft', () => {
  it('reads and writes them by the names of the API', () => {
    expect(valueAt(before, 'activities[1].goals[0]')).toBe('samtal');
    expect(valueAt(before, 'activities[7].title')).toBeUndefined();
    expect(withValue(before, 'contact.email', '').contact).toEqual({ name: 'Anna', email: '' });
  });

  it('names where two differ', () => {
    const after = { ...withValue(before, 'contact.name', 'Bo'), activities: [] };
    expect(findDifferences(before, after)).toEqual(['contact.name', 'activities']);
    expect(findDifferences(before, withValue(before, 'activities[0].title', ''))).toEqual([
      'activities[0].title',
    ]);
  });
});
