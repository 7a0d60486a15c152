import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { DEMO_PASSWORD, emailOf } from '../../libs/core/src/demo/accounts.js';
import { Answer } from './answer.js';

interface Request {
  body?: unknown;
  /** In place of `body`: a document as it is. */
  xml?: string;
  /** The version that the person has before them. */
  ifMatch?: string;
  key?: string;
}

/** Somebody who knows only HTTP: what the walk does, anyone can do. */
export class Person {
  private cookie = '';
  name = '';
  role = '';
  organisation = '';

  private constructor(
    private readonly address: string,
    readonly account: string,
  ) {}

  static async signIn(address: string, account: string): Promise<Person> {
    const person = new Person(address, account);
    const body = { email: emailOf(account), password: DEMO_PASSWORD };
    const answer = (await person.post('/session', { body })).is(200).shows({ user: { email: body.email } });
    person.cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!;
    const { name, roles, organisation } = answer.body.user;
    person.name = name;
    person.role = roles.at(-1);
    person.organisation = organisation?.name ?? '';
    return person;
  }

  get(path: string): Promise<Answer> {
    return this.ask('GET', path);
  }

  post(path: string, request?: Request): Promise<Answer> {
    return this.ask('POST', path, request);
  }

  patch(path: string, request: Request): Promise<Answer> {
    return this.ask('PATCH', path, request);
  }

  /** Reads, then changes what was read. */
  async edit(path: string, body: unknown): Promise<Answer> {
    const read = (await this.get(path)).is(200);
    return this.patch(path, { body, ifMatch: read.headers.get('etag')! });
  }

  /** Saves the bytes as they come, and hashes them on the way. */
  async download(path: string, file: string): Promise<{ answer: Answer; sha256: string; size: number }> {
    const response = await this.send('GET', path);
    const answer = new Answer(this.says('GET', path), response.status, response.headers, {}).is(200);
    const hash = createHash('sha256');
    let size = 0;
    await pipeline(
      Readable.fromWeb(response.body as ReadableStream<Uint8Array>),
      async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          size += chunk.length;
          yield chunk;
        }
      },
      createWriteStream(file),
    );
    return { answer, sha256: hash.digest('hex'), size };
  }

  private async ask(method: string, path: string, request?: Request): Promise<Answer> {
    const response = await this.send(method, path, request);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
    return new Answer(
      this.says(method, path),
      response.status,
      response.headers,
      isJson ? JSON.parse(text) : text,
    );
  }

  private send(method: string, path: string, { body, xml, ifMatch, key }: Request = {}): Promise<Response> {
    const headers = {
      'accept-language': 'sv',
      ...(this.cookie ? { cookie: this.cookie } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(xml === undefined ? {} : { 'content-type': 'application/xml' }),
      ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    };
    const content = xml ?? (body === undefined ? undefined : JSON.stringify(body));
    const sent = content === undefined ? {} : { body: content };
    return fetch(`${this.address}/api/v1${path}`, { method, headers, ...sent }).catch((cause: Error) => {
      throw new Error(`No answer to ${this.says(method, path)}`, { cause: cause.cause ?? cause });
    });
  }

  private says(method: string, path: string): string {
    return `${method} /api/v1${path} as ${this.account}`;
  }
}
