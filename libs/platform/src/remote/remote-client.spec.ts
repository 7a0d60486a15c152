import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AnswerFile, RemoteClient, type RemoteSettings } from './index.js';

type Play = (request: IncomingMessage, response: ServerResponse) => void;

const json = { 'content-type': 'application/json; charset=utf-8' };
const BODY = '{"values":[1,2,3]}';
const good: Play = (_, response) => response.writeHead(200, json).end(BODY);
const status =
  (code: number, headers = {}): Play =>
  (_, response) =>
    response.writeHead(code, headers).end('no');

let server: Server;
let elsewhere: Server;
let origin: string;
let directory: string;
/** What is answered, one after another; the last again and again. */
let plays: Play[] = [];
let asked: { url: string; method: string; headers: IncomingMessage['headers']; body: string }[] = [];
let waits: number[] = [];

const listen = async (made: Server) => {
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}`;
};

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => (body += String(piece)));
    request.on('end', () => {
      asked.push({ url: request.url!, method: request.method!, headers: request.headers, body });
      (plays.length > 1 ? plays.shift()! : plays[0]!)(request, response);
    });
  });
  elsewhere = createServer(good);
  origin = await listen(server);
  directory = await mkdtemp(join(tmpdir(), 'medel-remote-'));
});
afterAll(async () => {
  for (const each of [server, elsewhere]) {
    each.closeAllConnections();
    each.close();
  }
  await rm(directory, { recursive: true });
});
beforeEach(() => {
  [plays, asked, waits] = [[good], [], []];
});

function client(settings: Partial<RemoteSettings> = {}): RemoteClient {
  let now = 0;
  const time = {
    now: () => now,
    wait: async (ms: number, signal?: AbortSignal) => {
      signal?.throwIfAborted();
      waits.push(ms);
      now += ms;
    },
    chance: () => 0.5,
  };
  const short = { answerTimeoutMs: 300, idleTimeoutMs: 300, totalTimeoutMs: 60_000, requests: 1_000 };
  return new RemoteClient({ baseUrl: `${origin}/api`, ...short, ...settings }, time);
}

async function fetchFile(
  settings: Partial<RemoteSettings> = {},
  request: { url?: string; body?: unknown; signal?: AbortSignal } = {},
) {
  const path = join(directory, 'answer.json');
  const file = await AnswerFile.create(path, 1_000_000);
  try {
    const answer = await client(settings).fetch(
      { url: 'data', contentTypes: ['application/json'], ...request },
      file,
    );
    file.keep();
    return { answer, ...(await file.close()), content: await readFile(path, 'utf8') };
  } catch (error) {
    await file.close();
    expect(await readFile(path, 'utf8')).toBe('');
    throw error;
  }
}

describe('what is fetched', () => {
  it('is written as it was received, and its hash is that of the file', async () => {
    const { answer, sha256, bytes, content } = await fetchFile();
    expect(content).toBe(BODY);
    expect(sha256).toBe(createHash('sha256').update(BODY).digest('hex'));
    expect([bytes, answer.bytes, answer.contentType]).toEqual([18, 18, 'application/json']);
    expect(asked).toMatchObject([
      { url: '/api/data', method: 'GET', headers: { accept: 'application/json' } },
    ]);
  });

  it('is asked for with POST when there is something to say', async () => {
    await fetchFile({}, { body: { a: 1 } });
    expect(asked).toMatchObject([
      { method: 'POST', body: '{"a":1}', headers: { 'content-type': 'application/json' } },
    ]);
  });

  it('may come slowly, as long as it comes', async () => {
    plays = [
      (_, response) => {
        response.writeHead(200, json);
        for (const [index, char] of [...BODY].entries()) setTimeout(() => response.write(char), index * 40);
        setTimeout(() => response.end(), BODY.length * 40);
      },
    ];
    expect((await fetchFile()).content).toBe(BODY);
  });

  it('follows within the origin', async () => {
    plays = [status(301, { location: '/moved?x=1' }), status(307, { location: 'again' }), good];
    expect((await fetchFile()).answer.url).toBe(`${origin}/again`);
    expect(asked.map(({ url }) => url)).toEqual(['/api/data', '/moved?x=1', '/again']);
  });
});

describe('another attempt', () => {
  const halfway: Play = (_, response) => {
    response.writeHead(200, { ...json, 'content-length': BODY.length });
    response.write(BODY.slice(0, 9));
    setTimeout(() => response.destroy(), 20);
  };
  const halfwayInChunks: Play = (_, response) => {
    response.writeHead(200, json).write(BODY.slice(0, 9));
    setTimeout(() => response.destroy(), 20);
  };
  const silent: Play = () => undefined;
  const stalls: Play = (_, response) => void response.writeHead(200, json).write('{');
  const hangsUp: Play = (request) => void request.socket.destroy();

  it.each<[string, Play[], number[]]>([
    ['after 500 twice, waiting longer each time', [status(500), status(500)], [750, 1_500]],
    ['after 429, as long as it asks', [status(429, { 'retry-after': '7' })], [7_000]],
    [
      'after 503, until the time it names',
      [
        status(503, {
          date: 'Tue, 24 Nov 2026 10:00:00 GMT',
          'retry-after': 'Tue, 24 Nov 2026 10:00:30 GMT',
        }),
      ],
      [30_000],
    ],
    ['after 429 that asks for nonsense', [status(429, { 'retry-after': 'soon' })], [750]],
    ['after a connection that was lost', [hangsUp], [750]],
    ['after an answer that was cut off', [halfway], [750]],
    ['after an answer in chunks that was cut off', [halfwayInChunks], [750]],
    ['after no answer in time', [silent], [750]],
    ['after an answer that stopped', [stalls], [750]],
  ])('is made %s', async (_, before, expected) => {
    plays = [...before, good];
    expect((await fetchFile()).content).toBe(BODY);
    expect(waits).toEqual(expected);
    expect(asked).toHaveLength(before.length + 1);
  });

  it.each<[string, Play, string, Record<string, unknown>]>([
    ['only so often', status(500), 'busy', { status: 500 }],
    ['only so often when it is cut off', halfway, 'cutOff', {}],
    ['only so often when it does not come', silent, 'timeout', {}],
    ['only so often when nobody is there', hangsUp, 'unreachable', {}],
  ])('is made %s', async (_, play, code, data) => {
    plays = [play];
    // Long enough for a busy machine to hear the question before it is given up.
    await expect(fetchFile({ attempts: 3, answerTimeoutMs: 400 })).rejects.toMatchObject({ code, data });
    expect(asked).toHaveLength(3);
  });

  it.each<[string, Play, Partial<RemoteSettings>, string]>([
    ['when it asks for too long a wait', status(429, { 'retry-after': '3600' }), {}, 'busy'],
    ['of what is refused', status(404), {}, 'refused'],
    [
      'of another kind of content',
      (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
      {},
      'wrongContentType',
    ],
    [
      'of content that says nothing of itself',
      (_, response) => response.writeHead(200).end(BODY),
      {},
      'wrongContentType',
    ],
    ['of what is said to be too large', good, { maxBytes: 17 }, 'tooLarge'],
    [
      'of what turns out to be too large',
      (_, response) => void response.writeHead(200, json).write('x'.repeat(2_000)),
      { maxBytes: 1_000 },
      'tooLarge',
    ],
    ['when it leads in a circle', status(302, { location: '/api/data' }), {}, 'tooManyRedirects'],
    ['when it leads nowhere', status(302), {}, 'tooManyRedirects'],
  ])('is not made %s', async (_, play, settings, code) => {
    plays = [play];
    await expect(fetchFile(settings)).rejects.toMatchObject({ code });
    expect(waits).toEqual([]);
  });

  it('is not made elsewhere', async () => {
    const other = await listen(elsewhere);
    for (const location of [
      other,
      'file:///etc/passwd',
      origin.replace('//', '//me@'),
      '//example.com/',
      'http://[',
    ]) {
      plays = [status(302, { location })];
      await expect(fetchFile()).rejects.toMatchObject({ code: 'outsideOrigin' });
    }
    await expect(fetchFile({}, { url: `${other}/data` })).rejects.toMatchObject({ code: 'outsideOrigin' });
  });

  it('is not made above the base address, unless the other side says so', async () => {
    for (const url of [
      '../secret',
      'tables/../../secret',
      'tables/%2e%2E/../secret',
      `${origin}/secret`,
      '..',
    ])
      await expect(fetchFile({}, { url })).rejects.toMatchObject({ code: 'outsideOrigin' });
    expect(asked).toEqual([]);
    plays = [status(302, { location: '/elsewhere' }), good];
    expect((await fetchFile()).answer.url).toBe(`${origin}/elsewhere`);
  });

  it('is not made when a drop now and then never becomes an answer', async () => {
    plays = [
      (_, response) => {
        response.writeHead(200, json);
        const timer = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(timer));
      },
    ];
    await expect(fetchFile({ totalTimeoutMs: 200, attempts: 2 })).rejects.toMatchObject({ code: 'timeout' });
  });

  it('ends when the caller says so', async () => {
    plays = [stalls];
    const reason = new Error('No longer wanted');
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 50);
    await expect(fetchFile({}, { signal: controller.signal })).rejects.toBe(reason);
    await expect(fetchFile({}, { signal: controller.signal })).rejects.toBe(reason);
    expect(asked).toHaveLength(1);
  });
});

describe('the rate', () => {
  it('is kept, whoever asks at once', async () => {
    const limited = client({ requests: 2, windowMs: 1_000 });
    const nowhere = { begin: () => undefined, write: () => undefined };
    const ask = () => limited.fetch({ url: 'data', contentTypes: ['application/json'] }, nowhere);
    await Promise.all([ask(), ask(), ask(), ask(), ask()]);
    expect(asked).toHaveLength(5);
    expect(waits).toEqual([1_000, 1_000]);
  });
});
