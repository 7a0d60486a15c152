export interface RemoteSettings {
  /** What is fetched lies below it. Redirects and further pages may not leave its origin. */
  baseUrl: string;
  /** As many requests may begin in any such time. */
  requests: number;
  windowMs: number;
  attempts: number;
  /** Before the second attempt, doubled for each after it; half of it by chance, so that many do not come back at once. */
  backoffMs: number;
  /** The longest wait that the other side may ask of us. */
  longestWaitMs: number;
  /** From the request to the head of the answer, connecting included. */
  answerTimeoutMs: number;
  /** From one piece of the answer to the next. */
  idleTimeoutMs: number;
  /** For one whole answer: a byte now and then is no answer either. */
  totalTimeoutMs: number;
  /** Of one answer. */
  maxBytes: number;
  maxRedirects: number;
}

export const REMOTE_DEFAULTS: Omit<RemoteSettings, 'baseUrl'> = {
  requests: 10,
  windowMs: 10_000,
  attempts: 5,
  backoffMs: 1_000,
  longestWaitMs: 120_000,
  answerTimeoutMs: 30_000,
  idleTimeoutMs: 30_000,
  totalTimeoutMs: 600_000,
  maxBytes: 104_857_600,
  maxRedirects: 3,
};
