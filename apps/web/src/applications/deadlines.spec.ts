import { findDeadlines } from './deadlines.js';

const call = (id: string, closesOn: string, isOpen = true) => ({
  id,
  title: `Utlysning ${id}`,
  closesOn,
  isOpen,
});
const draft = (id: string, callId: string) => ({
  id,
  callId,
  title: '',
  call: { title: `Utlysning ${callId}` },
});
const report = (id: string, status: string, dueOn: string) => ({
  id,
  status,
  dueOn,
  title: `Redovisning ${id}`,
});

describe('deadlines of a recipient', () => {
  const found = findDeadlines(
    {
      calls: [call('a', '2027-02-26'), call('b', '2027-01-15'), call('c', '2026-01-01', false)] as never,
      drafts: [draft('1', 'a'), draft('2', 'c')] as never,
      completions: [{ id: '3', title: 'Kvällar', dueOn: '2026-11-20' }],
      reports: [report('r1', 'upcoming', '2027-01-31'), report('r2', 'approved', '2026-12-01')] as never,
    },
    '2026-11-28',
  );

  it('come with the nearest first, and say which are late', () => {
    expect(found.map(({ kind, on, isLate }) => [kind, on, isLate])).toEqual([
      ['completion', '2026-11-20', true],
      ['call', '2027-01-15', false],
      ['report', '2027-01-31', false],
      ['draft', '2027-02-26', false],
    ]);
  });

  it('name a draft without a title by its call, and lead to it', () => {
    expect(found.at(-1)).toMatchObject({ title: 'Utlysning a', href: '/ansokningar/1' });
  });
});
