import { findEvents } from './events.js';

describe('what has happened in a case', () => {
  const application = {
    createdAt: '2026-10-01T08:00:00Z',
    createdBy: 'anna',
    submissions: [
      { number: 1, submittedAt: '2026-10-20T08:00:00Z', submittedBy: 'bo', contentSha256: '' },
      { number: 2, submittedAt: '2026-11-20T08:00:00Z', submittedBy: 'bo', contentSha256: '' },
    ],
    completion: null,
  };

  it('is told with the latest first, and knows a completion from a submission', () => {
    const letters = [{ kind: 'completionRequest' as const, orderedAt: '2026-11-01T08:00:00Z' }];
    expect(findEvents(application, [], letters).map(({ kind }) => kind)).toEqual([
      'completed',
      'letter',
      'submitted',
      'created',
    ]);
  });

  it('tells of decisions that were made only', () => {
    const decisions = [
      { decidedAt: null, outcome: 'approve' as const, status: 'proposed' as const },
      { decidedAt: '2026-11-25T08:00:00Z', outcome: 'approve' as const, status: 'returned' as const },
      { decidedAt: '2026-11-26T08:00:00Z', outcome: 'reject' as const, status: 'approved' as const },
    ];
    expect(findEvents(application, decisions, [])[0]).toEqual({
      kind: 'decided',
      at: '2026-11-26T08:00:00Z',
      what: 'reject',
    });
    expect(findEvents(application, decisions, [])).toHaveLength(4);
  });
});
