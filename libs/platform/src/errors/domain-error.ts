import type { Finding } from '#domain/shared/finding';

/** One thing wrong with what was sent: `path` as `costs[2].amount`. */
export interface Problem {
  code: string;
  path?: string;
  data?: Record<string, unknown>;
}

export type ErrorCode =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'secondFactorRequired'
  | 'stepUpRequired'
  | 'notFound'
  | 'illegalTransition'
  | 'conflict'
  | 'budgetExceeded'
  | 'fourEyes'
  | 'conflictOfInterest'
  | 'stale'
  | 'fileDamaged'
  | 'tooLarge'
  | 'unsupportedMediaType'
  | 'rulesNotMet'
  | 'idempotencyKeyReused'
  | 'preconditionRequired'
  | 'tooManyRequests'
  | 'unavailable';

/** A refusal that the caller can understand. The HTTP edge turns it into `application/problem+json`. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly data: Record<string, unknown> = {},
    readonly findings: readonly (Finding | Problem)[] = [],
  ) {
    super(code);
  }
}

export class NotFound extends DomainError {
  constructor() {
    super('notFound');
  }
}

export class Forbidden extends DomainError {
  constructor() {
    super('forbidden');
  }
}

export class Stale extends DomainError {
  constructor() {
    super('stale');
  }
}

export class Invalid extends DomainError {
  constructor(problems: readonly Problem[]) {
    super('invalid', {}, problems);
  }
}

export class RuleViolated extends DomainError {
  constructor(findings: readonly Finding[]) {
    super('rulesNotMet', {}, findings);
  }
}

export class IllegalTransition extends DomainError {
  constructor(subject: string, status: string, action: string) {
    super('illegalTransition', { subject, status, action });
  }
}

export class Conflict extends DomainError {
  constructor(data: Record<string, unknown> = {}) {
    super('conflict', data);
  }
}
