import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Medel, type Any } from '#testing';
import { camt054, madeFile, outcomes, upload, XML } from './bank.js';
import { everything, expectProblem, findingsOf } from './problem.js';
import { must, NOWHERE, Stage } from './stage.js';

let medel: Medel;
let stage: Stage;
let file: Any;
let notice: string;
beforeAll(async () => {
  medel = await Medel.start({ worker: true });
  stage = await Stage.set(medel);
  const { payments } = await stage.decision('approved');
  await must(finance().post(`/payments/${payments[0].id}/attest`), 200);
  file = await madeFile(medel, finance(), [payments[0].id]);
  notice = camt054([{ endToEndId: file.lines[0].endToEndId, amount: '800000.00' }]);
});
afterAll(async () => {
  await medel.expectCoherent();
  await medel.stop();
});

const finance = () => stage.people.ekonomi;
/** Bytes as they are, which the client of these tests does not send. */
const send = async (body: Buffer | FormData, headers: Record<string, string> = XML) => {
  const response = await fetch(`${medel.address}/api/v1/payment-files/${file.id}/settlements`, {
    method: 'POST',
    headers: { cookie: finance().session, ...headers },
    body: body instanceof FormData ? body : new Uint8Array(body),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Any };
};
const formOf = (parts: Record<string, string | Blob>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(parts))
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, value, 'camt.xml');
  return form;
};

describe('a notice that cannot be taken', () => {
  const lol = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
  const hostile: [string, () => string, string][] = [
    [
      'an external entity',
      () => notice.replace('?>', '?><!DOCTYPE Document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
      'xmlDoctype',
    ],
    [
      'a billion laughs',
      () => notice.replace('?>', `?><!DOCTYPE Document [<!ENTITY l0 "lol">${lol}]>`),
      'xmlDoctype',
    ],
    ['an entity that nobody declared', () => notice.replace('CAMT-1', '&x;'), 'xmlNotWellFormed'],
    ['half a file', () => notice.slice(0, 300), 'xmlNotWellFormed'],
    ['JSON', () => '{"a":1}', 'xmlNotWellFormed'],
    [
      'our own file',
      () => '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"/>',
      'file notSettlementMessage',
    ],
    ['a file without a namespace', () => notice.replace(/ xmlns="[^"]*"/, ''), 'file notSettlementMessage'],
    ['another encoding by its name', () => notice.replace('UTF-8', 'ISO-8859-1'), 'xmlNotUtf8'],
  ];

  it.each(hostile)('%s', async (_, made, finding) => {
    const before = await everything(medel);
    const started = performance.now();
    const answer = await upload(finance(), file.id, made());
    expectProblem(answer, 400, 'invalid');
    expect(findingsOf(answer)).toEqual([finding]);
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(await everything(medel)).toBe(before);
  });

  it('bytes of another encoding', async () => {
    const answer = await send(Buffer.from(notice.replace('CAMT-1', 'Åå'), 'latin1'));
    expectProblem(answer, 400, 'invalid');
    expect(findingsOf(answer)).toEqual(['xmlNotUtf8']);
    expect(findingsOf(await send(Buffer.from(`\ufeff${notice}`, 'utf16le')))).toEqual(['xmlNotUtf8']);
  });

  it('nothing, and too much', async () => {
    expect(findingsOf(await send(Buffer.alloc(0)))).toEqual(['file required']);
    const large = Buffer.from(notice.replace('CAMT-1', 'x'.repeat(30_000_000)));
    expectProblem(await send(large), 413, 'tooLarge');
    expectProblem(await send(formOf({ file: new Blob([large]) }), {}), 413, 'tooLarge');
  });

  it.each(['application/json', 'text/plain', 'application/xmlx', 'multipart/mixed; boundary=x'])(
    'sent as %s',
    async (type) => {
      const answer = await upload(finance(), file.id, type.includes('json') ? '{}' : notice, {
        'content-type': type,
      });
      expectProblem(answer, 415, 'unsupportedMediaType');
    },
  );

  it('XML where no file is taken', async () => {
    expectProblem(
      await finance().post('/payment-files', { body: '<a/>', headers: XML }),
      415,
      'unsupportedMediaType',
    );
  });

  it('a form that is none', async () => {
    for (const [form, finding] of [
      [formOf({ other: 'x' }), 'other unknownField'],
      [formOf({ file: 'text' }), 'file required'],
      [formOf({}), 'notForm'],
    ] as const) {
      const answer = await send(form, {});
      expectProblem(answer, 400, 'invalid');
      expect(findingsOf(answer)[0]).toMatch(finding === 'notForm' ? /notForm|required/ : finding);
    }
    const broken = await send(Buffer.from('--x\r\nnonsense'), {
      'content-type': 'multipart/form-data; boundary=x',
    });
    expectProblem(broken, 400, 'invalid');
  });

  it('of a file that is not there, or not made, or by somebody else', async () => {
    expectProblem(await upload(finance(), NOWHERE, notice), 404, 'notFound');
    for (const name of ['handlaggare', 'beslut', 'revisor', 'firmatecknare.1275'] as const)
      expectProblem(await upload(stage.people[name], file.id, notice), 403, 'forbidden');
    for (const path of ['/payment-files', `/payment-files/${file.id}`, `/payment-files/${file.id}.xml`])
      expectProblem(await stage.people['firmatecknare.1275'].get(path), 403, 'forbidden');
    expectProblem(await finance().get('/payment-files/x.xml'), 400, 'invalid');
    expectProblem(await finance().get(`/payment-files/${NOWHERE}.xml`), 404, 'notFound');
    expectProblem(await finance().get(`/payment-files/${file.id}/settlements/${NOWHERE}`), 404, 'notFound');
  });
});

describe('a notice', () => {
  it('is taken as a form too, and once for its key', async () => {
    const key = { 'idempotency-key': 'notice-1' };
    const other = `${notice}\n`;
    const first = await send(formOf({ file: new Blob([other]) }), key);
    expect([first.status, outcomes(first)]).toEqual([201, ['executed']]);
    const again = await send(formOf({ file: new Blob([other]) }), key);
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
    expect(again.body).toEqual(first.body);
    const reused = await send(Buffer.from(notice), { ...XML, ...key });
    expectProblem(reused, 422, 'idempotencyKeyReused');
    const located = await finance().get(`/${first.headers.get('location')!.slice('/api/v1/'.length)}`);
    expect(located.body).toEqual(first.body);
  });
});
