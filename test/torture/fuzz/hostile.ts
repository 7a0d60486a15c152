import type { Random } from '#testing';

export const pick = <T>(random: Random, among: readonly T[]): T => among[random.whole(0, among.length - 1)]!;
/** True in so many of a hundred. */
export const chance = (random: Random, percent: number): boolean => random.whole(1, 100) <= percent;

/** Stands for what JSON.stringify would not write; put in its place afterwards. */
const RAW: Record<string, string> = {
  '@@huge@@': '1e999',
  '@@zeros@@': '0.00000000000000000000000000000000000000000000000001',
  '@@minus@@': '-0',
  '@@beyond@@': '9007199254740993',
  '@@nan@@': 'NaN',
  '@@octal@@': '007',
  '@@comment@@': '/* */ 1',
};

const nested = (depth: number, open: string, close: string): string =>
  open.repeat(depth) + close.repeat(depth);

const TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfff',
  '\u202e\ufeff\u0007',
  'Malmo\u0308',
  '=cmd|"/c calc"!A1',
  "'; DROP TABLE users --",
  '${jndi:ldap://127.0.0.1/a}{{7*7}}<script>alert(1)</script>',
  '../../../../etc/passwd',
  'x'.repeat(20_001),
  '😀'.repeat(5_000),
  'true',
  '1',
  '2026-02-30',
  '2026-13-45',
  '+275760-09-13',
  '0000-00-00',
  '9999-12-31',
  '00000000-0000-0000-0000-000000000000',
];
const VALUES: readonly (() => unknown)[] = [
  () => null,
  ...TEXTS.map((text) => () => text),
  () => true,
  () => false,
  () => 0,
  () => -1,
  () => 1.5,
  () => 1e21,
  () => 2 ** 53,
  () => 2 ** 31,
  () => -(2 ** 63),
  () => 1_000_000_000_001,
  () => [],
  () => [[]],
  () => [null],
  () => Array.from({ length: 2_000 }, () => 1),
  () => ({}),
  () => ({ length: 1 }),
  () => ({ toString: 1, valueOf: 1 }),
  () => ({ $ne: null }),
  () => JSON.parse('{"__proto__":{"isAdmin":true}}') as unknown,
  () => JSON.parse('{"constructor":{"prototype":{"isAdmin":true}}}') as unknown,
  ...Object.keys(RAW).map((stand) => () => stand),
];
const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'id',
  'version',
  'status',
  'organisationId',
  'decidedByPerson',
  'roles',
  'x',
  '',
  ' ',
  '\u0000',
  '\ud800',
  'a.b',
  '$where',
  'length',
  'then',
];

export const hostileValue = (random: Random): unknown => pick(random, VALUES)();

/** A body with one to `most` things in it that should not be: a value, a field too many, one too few. */
export function spoil(random: Random, body: unknown, most = 3): unknown {
  let spoilt = structuredClone(body);
  for (let times = random.whole(1, most); times > 0; times -= 1) spoilt = spoilOnce(random, spoilt);
  return spoilt;
}

function spoilOnce(random: Random, value: unknown): unknown {
  // A text is mostly replaced by a text: what is of another kind goes no further than the form.
  if (typeof value === 'string' && chance(random, 60)) return pick(random, TEXTS);
  if (typeof value !== 'object' || value === null || chance(random, 8)) return hostileValue(random);
  const names = Object.keys(value);
  if (Array.isArray(value)) {
    if (names.length === 0 || chance(random, 20)) return [...(value as unknown[]), hostileValue(random)];
    const at = random.whole(0, value.length - 1);
    return (value as unknown[]).with(at, spoilOnce(random, value[at]));
  }
  const act = random.whole(0, 9);
  const copy = { ...value } as Record<string, unknown>;
  if (act < 2 || names.length === 0) return withField(copy, pick(random, KEYS), hostileValue(random));
  const name = pick(random, names);
  if (act === 2) return Object.fromEntries(Object.entries(copy).filter(([each]) => each !== name));
  return withField(copy, name, spoilOnce(random, copy[name]));
}

/** As an own field, `__proto__` too. */
function withField(of: Record<string, unknown>, name: string, value: unknown): Record<string, unknown> {
  return Object.defineProperty(of, name, { value, enumerable: true, configurable: true, writable: true });
}

/** The bytes of a body, sound or not. */
export function write(random: Random, body: unknown, isHostile: boolean): Buffer {
  const text = Object.entries(RAW).reduce(
    (json, [stand, raw]) => json.replaceAll(`"${stand}"`, raw),
    JSON.stringify(body) ?? '',
  );
  if (!isHostile || chance(random, 75)) return Buffer.from(text);
  return pick(random, BYTES)(text);
}

const BYTES: readonly ((text: string) => Buffer)[] = [
  (text) => Buffer.from(text.slice(0, text.length / 2)),
  (text) => Buffer.from(`${text}${text}`),
  (text) => Buffer.from(`\ufeff${text}`),
  (text) => Buffer.from(text, 'utf16le'),
  (text) => Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from([0xff, 0xfe, 0xc0, 0x80, 0x7d])]),
  (text) => Buffer.from(text.replace('{', '{"x":1,"x":2,')),
  (text) => Buffer.from(text.replace('{', '{"__proto__":null,')),
  (text) => Buffer.from(`[${text}]`),
  () => Buffer.from(nested(5_000, '[', ']')),
  () => Buffer.from(nested(3_000, '{"a":', '}').replace('{"a":}', '{"a":1}')),
  () => Buffer.from('"x"'),
  () => Buffer.from('null'),
  () => Buffer.from('0'),
  () => Buffer.from([0]),
  () => Buffer.from(`{"title":"${'a'.repeat(300_000)}"}`),
  () => Buffer.alloc(0),
  () => Buffer.from('<x/>'),
  () => Buffer.from('a=1&b=2'),
];

export const TYPES = [
  'application/json; charset=utf-16',
  'application/json;charset=',
  'application/merge-patch+json',
  'application/JSON',
  'text/plain',
  'text/html',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'multipart/form-data; boundary=x',
  'application/xml',
  'text/xml; charset=utf-16',
  '*/*',
  ',',
  'x',
  'application/json, application/json',
];

export const HEADERS: readonly [string, string][] = [
  ['if-match', '*'],
  ['if-match', 'W/"1"'],
  ['if-match', '"1", "2"'],
  ['if-match', '"99999999999999999999"'],
  ['if-match', '\u00ff'],
  ['if-none-match', '*'],
  ['if-none-match', '"'],
  ['if-modified-since', 'yesterday'],
  ['idempotency-key', ''],
  ['idempotency-key', '\u00e5'],
  ['idempotency-key', 'k'.repeat(129)],
  ['idempotency-key', 'k'],
  ['accept', 'text/html'],
  ['accept', ';;;q='],
  ['accept-language', 'en'],
  ['accept-language', `${'x-'.repeat(500)}, *;q=nan`],
  ['accept-language', '__proto__'],
  ['accept-encoding', 'br;q=9, gzip'],
  ['content-encoding', 'gzip'],
  ['content-language', 'sv'],
  ['expect', '200-ok'],
  ['range', 'bytes=0-'],
  ['range', 'bytes=-1,5-2'],
  ['origin', 'https://evil.example'],
  ['origin', 'null'],
  ['sec-fetch-site', 'cross-site'],
  ['host', 'evil.example'],
  ['host', '['],
  ['x-forwarded-for', "127.0.0.1, ' OR 1=1"],
  ['x-forwarded-host', 'evil.example'],
  ['forwarded', 'for=x;proto=https'],
  ['x-http-method-override', 'DELETE'],
  ['x-request-id', '\u00ff'.repeat(100)],
  ['traceparent', '00-0-0-0'],
  ['authorization', 'Bearer x'],
  ['authorization', 'Basic Og=='],
  ['user-agent', '${jndi:ldap://127.0.0.1/a}'],
  ['cookie', 'medel_session'],
  ['cookie', 'medel_session=%'],
  ['cookie', 'medel_session=%ff%00'],
  ['cookie', `medel_session=${'a'.repeat(43)}; medel_session=b`],
  ['cookie', '__proto__=x; constructor=y'],
  ['cookie', `a=${'b'.repeat(6_000)}`],
  ['cookie', ';;;=;'],
  ['cookie', `a=${'b'.repeat(20_000)}`],
];

export const IDS = [
  'x',
  '1',
  '%00',
  '%ff',
  '%',
  '%zz',
  '%ED%A0%80',
  '..%2f..',
  '__proto__',
  'constructor',
  "1'--",
  'x'.repeat(300),
  '01980000-0000-7000-8000-000000000000',
  '01980000-0000-7000-8000-00000000000G',
  '%7B01980000-0000-7000-8000-000000000000%7D',
  'null',
  'undefined',
  '-1',
  '😀',
].map((id) => encodeURI(id).replaceAll('%25', '%'));

export const QUERIES = [
  'x=1',
  'limit=0',
  'limit=201',
  'limit=1e2',
  'limit=-1',
  'limit=1&limit=2',
  'limit[]=1',
  'limit[x]=1',
  'cursor=x',
  'cursor=%00',
  'cursor=W10',
  'cursor=WyJcdWQ4MDAiLCIxIl0',
  'sort=nope',
  'sort=-__proto__',
  'sort=id;DROP',
  'q=%00',
  'q=%ff',
  'q="',
  'q=-',
  'q=%22a%20OR%20-b%20*:%26|!%22',
  'year=x',
  'year=1e3',
  'asOf=2026-02-30',
  'asOf=-infinity',
  'asOf=infinity',
  'asOf=epoch',
  'status=__proto__',
  'organisationId=x',
  '__proto__=1',
  '__proto__[x]=1',
  'constructor=1',
  'toString=1',
  '=',
  '&&&',
  '%',
  `q=${'a'.repeat(5_000)}`,
];
