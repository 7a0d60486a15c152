import { DEMO_PASSWORD } from '#core/demo';

export interface Answer<Body = Record<string, unknown>> {
  status: number;
  headers: Headers;
  body: Body;
}

interface Options {
  body?: unknown;
  ifMatch?: string | undefined;
  key?: string;
  headers?: Record<string, string>;
}

/** A client that knows only HTTP: what it does, anyone can do. */
export class Client {
  private cookie = '';

  constructor(readonly address: string) {}

  async signIn(email: string, password = DEMO_PASSWORD): Promise<this> {
    const answer = await this.post('/session', { body: { email, password } });
    if (answer.status !== 200) throw new Error(`${email} could not sign in: ${JSON.stringify(answer.body)}`);
    this.adopt(answer);
    return this;
  }

  /** Proves the second factor, and goes on under the name that the session then has. */
  async prove(body: object, way: 'prove' | 'prove-by-passkey' = 'prove'): Promise<Answer<Any>> {
    const answer = await this.post(`/second-factor/${way}`, { body });
    if (answer.status === 200) this.adopt(answer);
    return answer;
  }

  private adopt({ headers }: Answer<unknown>): void {
    this.cookie = headers.getSetCookie()[0]!.split(';')[0]!;
  }

  /** The session's cookie, for a request that this client does not make. */
  get session(): string {
    return this.cookie;
  }

  get<Body = Any>(path: string, options: Options = {}): Promise<Answer<Body>> {
    return this.send('GET', path, options);
  }

  post<Body = Any>(path: string, options: Options = {}): Promise<Answer<Body>> {
    return this.send('POST', path, options);
  }

  patch<Body = Any>(path: string, options: Options = {}): Promise<Answer<Body>> {
    return this.send('PATCH', path, options);
  }

  delete<Body = Any>(path: string, options: Options = {}): Promise<Answer<Body>> {
    return this.send('DELETE', path, options);
  }

  /** Sends a file, `content`, with the other fields of its form. */
  upload<Body = Any>(
    path: string,
    content: string | Buffer,
    fields: Record<string, string>,
    {
      name = 'demo.csv',
      type = '',
      ...options
    }: Omit<Options, 'body'> & { name?: string; type?: string } = {},
  ): Promise<Answer<Body>> {
    const body = new FormData();
    for (const [field, value] of Object.entries(fields)) body.append(field, value);
    body.append('file', new Blob([Buffer.from(content)], { type }), name);
    return this.send('POST', path, { ...options, body });
  }

  /** Reads, then changes at the version that was read. */
  async edit<Body = Any>(path: string, body: unknown): Promise<Answer<Body>> {
    const { headers } = await this.get(path);
    return this.patch(path, { body, ifMatch: headers.get('etag') ?? undefined });
  }

  /** `path` below `/api/v1`, unless it begins with `//`: then below the root. */
  async send<Body = Any>(
    method: string,
    path: string,
    { body, ifMatch, key, headers = {} }: Options,
  ): Promise<Answer<Body>> {
    const address = path.startsWith('//')
      ? `${this.address}${path.slice(1)}`
      : `${this.address}/api/v1${path}`;
    const raw = typeof body === 'string' || body instanceof FormData || body === undefined;
    const response = await fetch(address, {
      method,
      headers: {
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: raw ? (body as string) : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson && text ? JSON.parse(text) : text) as Body,
    };
  }
}

/** A JSON answer as a test reads it: it asserts what it expects. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Any = any;
