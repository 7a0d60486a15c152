import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Medel, type Answer, type Any } from '#testing';
import { everything, expectProblem, findingsOf } from './problem.js';
import { must, Stage } from './stage.js';

let medel: Medel;
let stage: Stage;
let draft: string;

beforeAll(async () => {
  medel = await Medel.start();
  stage = await Stage.set(medel);
  draft = `/applications/${await stage.application('draft')}`;
});
afterAll(async () => {
  await medel.expectCoherent();
  await medel.stop();
});

/** Of this process alone, in milliseconds: the machine may be busy. The bounds lie far above what it takes, and below what it took. */
async function costOf<T>(act: () => Promise<T>): Promise<[T, number]> {
  const before = process.cpuUsage();
  const done = await act();
  const { user, system } = process.cpuUsage(before);
  return [done, (user + system) / 1_000];
}

const applicant = () => stage.people['sokande.1275'];
async function edit(body: unknown, headers: Record<string, string> = {}): Promise<Answer<Any>> {
  const ifMatch = (await must(applicant().get(draft), 200)).headers.get('etag')!;
  return applicant().patch(draft, { body, ifMatch, headers });
}
/** `a` with marks in an order that NFC would have to change. */
const marked = (marks: number) => `a${'\u0301\u0323'.repeat(marks / 2)}`;

describe('marks without end on one letter', () => {
  it.each([
    ['/session', { email: 'a@b.se', password: marked(400_000) }, 'password tooLong'],
    ['/session', { email: 'a@b.se', password: marked(900) }, 'password malformedText'],
    [
      '/public/invitations/accept',
      { token: 'x'.repeat(43), password: marked(400_000), name: 'x' },
      'password tooLong',
    ],
    [
      '/public/invitations/accept',
      { token: 'x'.repeat(43), password: marked(120) },
      'password malformedText',
    ],
  ])('cost nobody anything at %s', async (path, body, finding) => {
    const [answer, cost] = await costOf(() => medel.anyone().post(path, { body }));
    expectProblem(answer, 400, 'invalid');
    expect(findingsOf(answer)).toContain(finding);
    expect(cost).toBeLessThan(3_000);
  });

  it('are no text, in any field', async () => {
    const activity = { title: 'a', description: marked(9_000), areaCodes: [marked(40)] };
    const body = { summary: marked(9_000), activities: Array(20).fill(activity) };
    const [answer, cost] = await costOf(() => edit(body));
    expectProblem(answer, 400, 'invalid');
    expect(findingsOf(answer)).toEqual(
      expect.arrayContaining([
        'summary malformedText',
        'activities[19].description malformedText',
        'activities[19].areaCodes notTexts',
      ]),
    );
    expect(cost).toBeLessThan(2_000);
  });

  it('leave a letter with as many as any language has alone', async () => {
    const body = { summary: `${'a'.repeat(9_969)}${marked(30)}` };
    expect((await must(edit(body), 200)).body.summary).toBe(body.summary.normalize('NFC'));
  });

  it('measure a text as it is kept, not as it is sent', async () => {
    const summary = 'å'.repeat(10_000);
    expect((await must(edit({ summary: summary.normalize('NFD') }), 200)).body.summary).toBe(summary);
    expect(findingsOf(await edit({ summary: `${summary}a`.normalize('NFD') }))).toEqual(['summary tooLong']);
  });
});

describe('many values', () => {
  it('of four megabytes are counted before they are spread out', async () => {
    const body = `[${'0,'.repeat(2_000_000)}0]`;
    const [answer, cost] = await costOf(() => medel.anyone().post('/session', { body }));
    expectProblem(answer, 413, 'tooLarge');
    expect(cost).toBeLessThan(1_500);
  });

  it('with a name of the language among them cost no more', async () => {
    const body = `{"__proto__":1,"a":[${'0,'.repeat(2_000_000)}0]}`;
    const [answer, cost] = await costOf(() => medel.anyone().post('/session', { body }));
    expectProblem(answer, 413, 'tooLarge');
    expect(cost).toBeLessThan(1_500);
  });

  it('of a list that is too long are not looked at one by one', async () => {
    const before = await everything(medel);
    const [answer, cost] = await costOf(() => edit({ activities: Array(19_990).fill({}) }));
    expectProblem(answer, 400, 'invalid');
    expect(findingsOf(answer)).toEqual(['activities tooMany']);
    expect(cost).toBeLessThan(1_500);
    expect(await everything(medel)).toBe(before);
  });

  it('are told of as far as anybody reads', async () => {
    const activity = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`k${n}`, 1]));
    const answer = await edit({ activities: Array(3).fill(activity) });
    expectProblem(answer, 400, 'invalid');
    expect(answer.body.findings).toHaveLength(201);
    expect(answer.body.findings.at(-1)).toMatchObject({ code: 'moreProblems', data: { max: 200 } });
  });

  it('named as the language names things are told of no further', async () => {
    const body = `{"activities":[${'{"constructor":1},'.repeat(5_000)}{}]}`;
    const answer = await edit(body);
    expectProblem(answer, 400, 'invalid');
    expect(answer.body.findings).toHaveLength(201);
  });
});

describe('what is not UTF-8', () => {
  const utf8 = 'application/json';
  const send = (method: string, path: string, text: string, headers: Record<string, string>) =>
    fetch(`${medel.address}/api/v1${path}`, { method, headers, body: Buffer.from(text, 'latin1') });

  it('is not kept as other characters', async () => {
    const ifMatch = (await must(applicant().get(draft), 200)).headers.get('etag')!;
    const before = await everything(medel);
    const headers = { cookie: applicant().session, 'content-type': utf8, 'if-match': ifMatch };
    const answer = await send('PATCH', draft, '{"title":"caf\xe9"}', headers);
    const told = (await answer.json()) as Any;
    expect([answer.status, told.findings]).toMatchObject([400, [{ code: 'notUtf8' }]]);
    expect(await everything(medel)).toBe(before);
  });

  it('is none in a form either', async () => {
    const admin = await medel.as('admin');
    const headers = { cookie: admin.session, 'content-type': 'multipart/form-data; boundary=x' };
    const part = (head: string, text: string) =>
      `--x\r\nContent-Disposition: form-data; ${head}\r\n\r\n${text}\r\n`;
    const form =
      part('name="source"', 'caf\xe9') +
      part('name="vint\xe4ge"', '1') +
      part('name="file"; filename="r\xe4ksm.csv"', 'x');
    const answer = await send('POST', '/measure-datasets', `${form}--x--\r\n`, headers);
    const { findings } = (await answer.json()) as Any;
    expect([answer.status, findings.map(({ code, path }: Any) => `${path} ${code}`)]).toEqual([
      400,
      ['source malformedText', 'vint\ufffdge malformedText', 'file malformedText'],
    ]);
  });

  it.each([
    [`${utf8}; charset=iso-8859-1`, 415],
    [`${utf8};charset="utf-16"`, 415],
    [`${utf8}; charset=UTF-8`, 400],
    [`${utf8}; charset="utf8"`, 400],
  ])('%s: %i', async (type, status) => {
    expect((await send('POST', '/session', '{"email":1}', { 'content-type': type })).status).toBe(status);
  });
});
