import { declaredBy, isToBeAsked } from './interest.js';

const declaration = (userId: string, interest: 'none' | 'possible', declaredAt: string) => ({
  userId,
  interest,
  declaredAt,
  note: '',
});

describe('interest in a case', () => {
  const declarations = [
    declaration('b', 'possible', '2027-01-03T00:00:00Z'),
    declaration('a', 'possible', '2027-01-02T00:00:00Z'),
    declaration('a', 'none', '2027-01-01T00:00:00Z'),
  ];

  it('is what the person said last', () => {
    expect(declaredBy('a', declarations)).toBe('possible');
    expect(declaredBy('c', declarations)).toBeNull();
    expect(declaredBy('a')).toBeNull();
  });

  const open = {
    status: 'submitted' as const,
    actions: ['declare-conflict-of-interest', 'start-assessment'],
  };

  it.each([
    [open, null, true],
    [open, 'none' as const, false],
    [open, 'possible' as const, false],
    [{ ...open, actions: [] }, null, false],
    [{ ...open, status: 'decided' as const }, null, false],
  ])('of %j with %j is asked for: %j', (one, declared, isAsked) => {
    expect(isToBeAsked(one, declared)).toBe(isAsked);
  });
});
