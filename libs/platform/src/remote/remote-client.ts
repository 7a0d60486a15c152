import { AttemptLimits } from './attempt-limits.js';
import { RateLimit } from './rate-limit.js';
import { RemoteFault } from './remote-fault.js';
import { REMOTE_DEFAULTS, type RemoteSettings } from './remote-settings.js';
import { REMOTE_TIME, type RemoteTime } from './remote-time.js';

export interface RemoteRequest {
  /** Below the base address, or a whole address of its origin. */
  url: string;
  /** Sent as JSON, with POST. */
  body?: unknown;
  /** Of the answer, without parameters. */
  contentTypes: readonly string[];
  signal?: AbortSignal;
}

/** Where the bytes of an answer go, as they were received. */
export interface RemoteSink {
  /** An attempt begins: what an earlier one wrote is to be forgotten. */
  begin(): Promise<void> | void;
  write(bytes: Uint8Array): Promise<void> | void;
}

export interface Answer {
  url: string;
  contentType: string;
  bytes: number;
}

const AGAIN = new Set([408, 425, 429, 500, 502, 503, 504]);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Fetches from one origin, and from no other: as often as is allowed, as long and as much as is sensible, again when it
 * may help. Throws `RemoteFault` for whatever the other side does, and what `signal` or the sink throws.
 */
export class RemoteClient {
  private readonly settings: RemoteSettings;
  private readonly limit: RateLimit;

  constructor(
    settings: Partial<RemoteSettings> & Pick<RemoteSettings, 'baseUrl'>,
    private readonly time: RemoteTime = REMOTE_TIME,
  ) {
    this.settings = { ...REMOTE_DEFAULTS, ...settings };
    this.limit = new RateLimit(this.settings.requests, this.settings.windowMs, time);
  }

  /**
   * Of a path below the base address, or of an address there; with `from`, of where the other side sent us, anywhere in its
   * origin. Throws when it is elsewhere.
   */
  resolve(url: string, from?: string): string {
    const base = this.settings.baseUrl.replace(/\/*$/, '/');
    const relative = from === undefined ? url.replace(/^\/+/, '') : url;
    if (!URL.canParse(relative, from ?? base)) throw new RemoteFault('outsideOrigin', { url });
    const found = new URL(relative, from ?? base);
    const { origin, pathname } = new URL(base);
    const isBelow = from !== undefined || found.pathname.startsWith(pathname);
    if (found.origin !== origin || found.username !== '' || !isBelow)
      throw new RemoteFault('outsideOrigin', { url: `${found.origin}${found.pathname}` });
    return found.href;
  }

  async fetch(request: RemoteRequest, sink: RemoteSink): Promise<Answer> {
    const { attempts, longestWaitMs } = this.settings;
    for (let attempt = 1; ; attempt += 1) {
      await this.limit.take(request.signal);
      try {
        return await this.attempt(request, sink);
      } catch (error) {
        if (!(error instanceof RemoteFault) || !error.retry || attempt >= attempts) throw error;
        const waitMs = error.retry.afterMs ?? this.backoff(attempt);
        if (waitMs > longestWaitMs) throw error;
        await this.time.wait(waitMs, request.signal);
      }
    }
  }

  private backoff(attempt: number): number {
    const most = Math.min(this.settings.backoffMs * 2 ** (attempt - 1), this.settings.longestWaitMs);
    return most / 2 + (most / 2) * this.time.chance();
  }

  private async attempt(request: RemoteRequest, sink: RemoteSink): Promise<Answer> {
    const { answerTimeoutMs, idleTimeoutMs, totalTimeoutMs } = this.settings;
    const limits = new AttemptLimits(request.signal);
    try {
      limits.overall(totalTimeoutMs);
      limits.next(answerTimeoutMs);
      const { response, url } = await this.ask(request, limits);
      limits.next(idleTimeoutMs);
      const contentType = this.check(response, request);
      const bytes = await this.receive(response, sink, limits);
      return { url, contentType, bytes };
    } finally {
      // Also ends what is left of an answer that is not wanted.
      limits.done();
    }
  }

  private async ask(
    request: RemoteRequest,
    limits: AttemptLimits,
  ): Promise<{ response: Response; url: string }> {
    let url = this.resolve(request.url);
    let body = request.body === undefined ? undefined : JSON.stringify(request.body);
    for (let redirects = 0; ; redirects += 1) {
      const response = await fetch(url, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          accept: request.contentTypes.join(', '),
          'accept-encoding': 'identity',
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        redirect: 'manual',
        signal: limits.signal,
        ...(body !== undefined && { body }),
      }).catch((error: unknown) => {
        throw limits.explain(error, new RemoteFault('unreachable', {}, { afterMs: undefined }));
      });
      if (!REDIRECTS.has(response.status)) return { response, url };
      await response.body?.cancel().catch(() => undefined);
      if (redirects >= this.settings.maxRedirects) throw new RemoteFault('tooManyRedirects');
      url = this.resolve(response.headers.get('location') ?? '', url);
      if (response.status < 307) body = undefined;
    }
  }

  private check(response: Response, { contentTypes }: RemoteRequest): string {
    const { status, headers } = response;
    if (AGAIN.has(status)) throw new RemoteFault('busy', { status }, { afterMs: retryAfter(headers) });
    if (status !== 200) throw new RemoteFault('refused', { status });
    const contentType = (headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
    if (!contentTypes.includes(contentType))
      throw new RemoteFault('wrongContentType', {
        found: contentType.slice(0, 80),
        expected: [...contentTypes],
      });
    const length = Number(headers.get('content-length') ?? 0);
    if (length > this.settings.maxBytes) throw new RemoteFault('tooLarge', { max: this.settings.maxBytes });
    return contentType;
  }

  private async receive(response: Response, sink: RemoteSink, limits: AttemptLimits): Promise<number> {
    const { maxBytes, idleTimeoutMs } = this.settings;
    await sink.begin();
    const reader = response.body?.getReader();
    let bytes = 0;
    for (;;) {
      const piece = await reader?.read().catch((error: unknown) => {
        throw limits.explain(error, new RemoteFault('cutOff', {}, { afterMs: undefined }));
      });
      if (!piece || piece.done) break;
      limits.pause();
      bytes += piece.value.length;
      if (bytes > maxBytes) throw new RemoteFault('tooLarge', { max: maxBytes });
      await sink.write(piece.value);
      limits.next(idleTimeoutMs);
    }
    const length = response.headers.get('content-length');
    const isEncoded = (response.headers.get('content-encoding') ?? 'identity') !== 'identity';
    if (length !== null && !isEncoded && Number(length) !== bytes)
      throw new RemoteFault('cutOff', {}, { afterMs: undefined });
    return bytes;
  }
}

/** In seconds or as a point in time, which is compared with the other side's own clock. */
function retryAfter(headers: Headers): number | undefined {
  const asked = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(asked)) return Number(asked) * 1_000;
  const wait = Date.parse(asked) - Date.parse(headers.get('date') ?? '');
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}
