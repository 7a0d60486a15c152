import type { components } from '#api-client';

type Schemas = components['schemas'];

export interface CaseEvent {
  kind: 'created' | 'submitted' | 'completed' | 'completionRequested' | 'decided' | 'letter';
  at: string;
  /** Whom it is of, where the recipient knows. */
  by?: string;
  /** A coded value that says more: of a letter its kind, of a decision its outcome. */
  what?: string;
}

type Told = Pick<Schemas['ApplicationDetail'], 'createdAt' | 'createdBy' | 'submissions' | 'completion'>;

/** What has happened in a case, of what a recipient may see; the latest first. */
export function findEvents(
  { createdAt, createdBy, submissions, completion }: Told,
  decisions: readonly Pick<Schemas['DecisionItem'], 'decidedAt' | 'outcome' | 'status'>[],
  letters: readonly Pick<Schemas['LetterItem'], 'kind' | 'orderedAt'>[],
): CaseEvent[] {
  const events: CaseEvent[] = [
    { kind: 'created', at: createdAt, by: createdBy },
    ...submissions.map(({ number, submittedAt, submittedBy }) => ({
      kind: number === 1 ? ('submitted' as const) : ('completed' as const),
      at: submittedAt,
      by: submittedBy,
    })),
    ...(completion
      ? [{ kind: 'completionRequested' as const, at: completion.requestedOn, by: completion.requestedBy }]
      : []),
    ...decisions.flatMap(({ decidedAt, outcome, status }) =>
      decidedAt && status !== 'returned' ? [{ kind: 'decided' as const, at: decidedAt, what: outcome }] : [],
    ),
    ...letters.map(({ kind, orderedAt }) => ({ kind: 'letter' as const, at: orderedAt, what: kind })),
  ];
  return events.sort((a, b) => b.at.localeCompare(a.at));
}
