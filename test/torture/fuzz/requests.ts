import fc from 'fast-check';
import type { Any, Random } from '#testing';
import type { Ready } from '../ready.js';
import { addressOf, type Things } from '../things.js';
import { Generator, type Known, type Schema } from './generate.js';
import { chance, HEADERS, hostileValue, IDS, pick, QUERIES, spoil, TYPES, write } from './hostile.js';
import type { Sent } from './wire.js';

export interface Operation {
  operationId: string;
  method: string;
  /** As the contract has it: `/api/v1/applications/{id}`. */
  path: string;
  query: { name: string; schema: Schema }[];
  /** By content type. */
  body: Record<string, Schema>;
  /** Asks for `If-Match`. */
  demandsVersion: boolean;
}

export function operationsOf(document: Any): Operation[] {
  return Object.entries<Any>(document.paths).flatMap(([path, methods]) =>
    Object.entries<Any>(methods).map(([method, { operationId, parameters = [], requestBody }]) => ({
      operationId,
      method: method.toUpperCase(),
      path,
      query: parameters.filter((each: Any) => each.in === 'query'),
      demandsVersion: parameters.some((each: Any) => each.name === 'If-Match'),
      body: Object.fromEntries(
        Object.entries<Any>(requestBody?.content ?? {}).map(([type, { schema }]) => [type, schema]),
      ),
    })),
  );
}

/** A request, and what of it is known: whether all of it is what the contract allows. */
export interface Made extends Sent {
  operation: Operation;
  isHostile: boolean;
  /** What it was made from, where it was brought to where it succeeds. */
  ready: Ready | undefined;
}

/** The refusals that an operation of this kind can give. The contract says of each only how it looks. */
export function refusalsOf({ operation: { method, demandsVersion }, body }: Made): number[] {
  return [
    ...[400, 401, 403, 404],
    ...(method === 'GET' ? [] : [409, 412, 422, 429]),
    ...(demandsVersion ? [428] : []),
    ...(body ? [413, 415] : []),
    // Node's own, before the operation is known: what stands before the body is too long.
    431,
  ];
}

const SAMPLES = 60;
/** So often is what would succeed asked for with one thing wrong, before anything may use it up. */
const SPARED = 8;

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');

/** Requests of every operation, sound and hostile, all of them from one seed. */
export class Requests {
  private readonly generator: Generator;
  private readonly spared = new Map<string, number>();
  private readonly drawn = new Map<string, unknown[]>();

  constructor(
    document: Any,
    known: Known,
    private readonly random: Random,
    /** Cookies by account. */
    private readonly sessions: Record<string, string>,
    private readonly things: Things[],
    /** What has been brought to where it succeeds, by operation, and whose it is to do. */
    private readonly ready: Map<string, { request: Ready; who: string[] }>,
  ) {
    this.generator = new Generator(document, known);
  }

  make(operation: Operation): Made {
    const { random } = this;
    const ready = this.ready.get(operation.operationId);
    const left = this.spared.get(operation.operationId) ?? SPARED;
    if (ready?.request.body && left > 0) {
      this.spared.set(operation.operationId, left - 1);
      return this.makeNearly(operation, ready);
    }
    const isHostile = chance(random, 60);
    const prepared = chance(random, 60) ? ready : undefined;
    const spoils = (percent: number) => isHostile && chance(random, percent);
    const { body, type } = this.body(operation, prepared?.request, spoils(70));
    const who = prepared && chance(random, 85) ? prepared.who : Object.keys(this.sessions);
    const headers: Record<string, string> = {
      host: '127.0.0.1',
      ...(operation.operationId !== 'signOut' && { cookie: this.sessions[pick(random, who)]! }),
      ...(type !== undefined && { 'content-type': spoils(8) ? pick(random, TYPES) : type }),
      ...(operation.method === 'PATCH' && {
        'if-match': prepared?.request.ifMatch ?? `"${random.whole(1, 4)}"`,
      }),
      ...(spoils(25) && Object.fromEntries([pick(random, HEADERS)])),
      // Said always: one that expects something would else be sent as a body without end.
      ...((body || operation.method !== 'GET') && { 'content-length': String(body?.length ?? 0) }),
    };
    const path = `${this.path(operation, prepared?.request, spoils(15))}${this.query(operation, spoils(30))}`;
    return { operation, isHostile, ready: prepared?.request, method: operation.method, path, headers, body };
  }

  /** By whom and where it would succeed, but for one thing in its body. */
  private makeNearly(operation: Operation, { request, who }: { request: Ready; who: string[] }): Made {
    const { random } = this;
    const [type] = Object.keys(operation.body) as [string];
    const body =
      type === 'application/json'
        ? write(random, spoil(random, request.body, 1), false)
        : this.body(operation, request, true).body!;
    const headers = {
      host: '127.0.0.1',
      cookie: this.sessions[pick(random, who)]!,
      'content-type': type,
      'content-length': String(body.length),
      ...(request.ifMatch && { 'if-match': request.ifMatch }),
    };
    const path = `/api/v1${request.path}`;
    return { operation, isHostile: true, ready: request, method: operation.method, path, headers, body };
  }

  private path({ path }: Operation, prepared: Ready | undefined, isSpoilt: boolean): string {
    const plain = path.replace('/api/v1', '').replace(/\{(\w+)\}/g, ':$1');
    const own =
      prepared?.path ?? (path.startsWith('/api') ? addressOf(plain, pick(this.random, this.things)) : plain);
    const address = isSpoilt
      ? own.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|(?<=(programmes|measures)\/)[\w-]+/, () =>
          pick(this.random, IDS),
        )
      : own;
    return path.startsWith('/api') ? `/api/v1${address}` : address;
  }

  private query({ query }: Operation, isSpoilt: boolean): string {
    const { random } = this;
    const asked = query
      .filter(() => chance(random, 20))
      .map(({ name, schema }) => {
        const value = isSpoilt && chance(random, 40) ? hostileValue(random) : this.draw(schema, name);
        return `${name}=${encodeURIComponent(asText(value).toWellFormed().slice(0, 2_000))}`;
      });
    if (isSpoilt && chance(random, 50)) asked.push(pick(random, QUERIES));
    return asked.length > 0 ? `?${asked.join('&')}` : '';
  }

  private body(operation: Operation, prepared: Ready | undefined, isSpoilt: boolean) {
    const { random } = this;
    const types = Object.keys(operation.body);
    if (types.length === 0) {
      // What takes no body is sent one now and then.
      return isSpoilt && chance(random, 30)
        ? { type: 'application/json', body: write(random, hostileValue(random), true) }
        : { type: undefined, body: undefined };
    }
    const type = pick(random, types);
    if (type === 'multipart/form-data') return this.form(operation.body[type]!, prepared, isSpoilt);
    if (type === 'application/xml') return { type, body: this.xml(prepared, isSpoilt) };
    const sound = prepared?.body ?? this.draw(operation.body[type]!, operation.operationId);
    return { type, body: write(random, isSpoilt ? spoil(random, sound) : sound, isSpoilt) };
  }

  private draw(schema: Schema, name: string): unknown {
    const key = `${name} ${JSON.stringify(schema)}`;
    let left = this.drawn.get(key);
    if (!left || left.length === 0) {
      left = fc.sample(this.generator.of(schema, name), {
        numRuns: SAMPLES,
        seed: this.random.whole(0, 2 ** 31),
      });
      this.drawn.set(key, left);
    }
    return left.pop();
  }

  private form(schema: Schema, prepared: Ready | undefined, isSpoilt: boolean) {
    const { random } = this;
    const drawn = Object.entries(this.draw(schema, 'form') as object).filter(([name]) => name !== 'file');
    const sound = prepared?.file?.fields ?? Object.fromEntries(drawn);
    const fields = (isSpoilt ? spoil(random, sound) : sound) as object;
    const parts = Object.entries(fields ?? {}).map(
      ([name, value]) =>
        `--x\r\ncontent-disposition: form-data; name="${encodeURI(name.toWellFormed())}"\r\n\r\n${asText(
          value,
        )}\r\n`,
    );
    const name = isSpoilt
      ? pick(random, ['../../x.csv', 'a\u0000.csv', '', 'x.exe', 'CON', 'å'.repeat(300), 'a.pdf'])
      : 'a.csv';
    const content = isSpoilt ? pick(random, FILES) : (prepared?.file?.content ?? 'a;b\n1;2\n');
    const file = `--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n${content}\r\n`;
    const whole = isSpoilt
      ? pick(random, [
          [...parts, file, '--x--'],
          [file, ...parts, '--x--'],
          [...parts, '--x--'],
          [...parts, file, file, '--x--'],
          [...parts, file],
          ['--x--'],
          [],
        ])
      : [...parts, file, '--x--\r\n'];
    return { type: 'multipart/form-data; boundary=x', body: Buffer.from(whole.join('')) };
  }

  private xml(prepared: Ready | undefined, isSpoilt: boolean): Buffer {
    const sound = typeof prepared?.body === 'string' ? prepared.body : '<Document/>';
    if (!isSpoilt) return Buffer.from(sound);
    const spoilt = pick(this.random, XML);
    return Buffer.from(spoilt(sound));
  }
}

const FILES = [
  '',
  '\u0000'.repeat(50),
  '"',
  'a;b\n"1;2',
  'Datum;Konto;Belopp\n2026-13-45;x;1e999\n',
  '#FLAGGA 0\n#VER',
  '%PDF-1.7',
  'PK\u0003\u0004',
  '=1+1;@x',
  ';'.repeat(50_000),
  'organisationCode,measure,year,value\n1280,inequalityIndex,2021,NaN\n',
  '{"version":"2.0","class":"dataset"}',
];

const XML: readonly ((sound: string) => string)[] = [
  () => '',
  () => '<',
  (sound) => sound.slice(0, sound.length / 2),
  (sound) => sound.replace(/<Amt[^>]*>[^<]*/g, '<Amt Ccy="SEK">1e999'),
  (sound) => sound.replace(/<Amt[^>]*>[^<]*/g, '<Amt Ccy="SEK">-1'),
  (sound) => sound.replace(/<EndToEndId>[^<]*/g, '<EndToEndId>&#0;'),
  (sound) => sound.replace(/<BookgDt>.*?<\/BookgDt>/g, '<BookgDt><Dt>2026-02-30</Dt></BookgDt>'),
  (sound) => sound.replace('camt.054.001.08', 'camt.999.001.08'),
  (sound) => sound.replace(/MsgId>[^<]*/, `MsgId>${'m'.repeat(5_000)}`),
  (sound) => sound.replace('<Document', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><Document'),
  () => `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><Document>&b;</Document>`,
  () => '<a>'.repeat(20_000),
  (sound) => sound.replace('UTF-8', 'UTF-16'),
  (sound) => `${sound}${sound}`,
];
