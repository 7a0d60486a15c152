import type { components } from '#api-client';

export type ProblemBody = components['schemas']['Problem'];
export type ProblemFinding = components['schemas']['ProblemFinding'];

/** A refusal as the API tells it (RFC 9457), or that there was no answer at all. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly body: ProblemBody,
    readonly retryAfterSeconds?: number,
  ) {
    super(body.detail);
  }

  get code(): string {
    return this.body.code;
  }

  get findings(): ProblemFinding[] {
    return this.body.findings ?? [];
  }

  /** What is wrong with one field: `path` is `costs[0].amount`, as the API writes it. */
  at(path: string): ProblemFinding[] {
    return this.findings.filter((finding) => finding.path === path);
  }
}

/** What is told where the server could not be reached; the text is the caller's, for there was nobody to ask. */
export const UNREACHABLE = 'unreachable';

export async function problemOf(response: Response): Promise<Problem> {
  const retryAfter = Number(response.headers.get('retry-after')) || undefined;
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
  const body = isProblem ? ((await response.clone().json()) as ProblemBody) : unreadable(response.status);
  return new Problem(body, retryAfter);
}

export function unreachable(): Problem {
  return new Problem(unreadable(0));
}

function unreadable(status: number): ProblemBody {
  return { type: 'about:blank', title: '', status, code: UNREACHABLE, detail: '', requestId: '' };
}
