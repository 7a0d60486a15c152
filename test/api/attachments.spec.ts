import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SentFilesKeeper } from '#core/sent-files';
import { Clock } from '#platform/clock';
import { Medel, until, type Answer, type Any, type Client } from '#testing';
import { Bundle } from './case-bundle.js';
import { Exporting } from './exporting.js';
import { expectProblem, findingsOf } from './problem.js';
import { docx, jpeg, odt, ods, pdf, png, xlsx } from './sample-files.js';
import { must, NOWHERE, Stage, type Name } from './stage.js';

let medel: Medel;
let stage: Stage;
let people: Record<Name, Client>;
let applicant: Client;
let signatory: Client;

beforeAll(async () => {
  medel = await Medel.start({ worker: true });
  stage = await Stage.set(medel);
  people = stage.people;
  applicant = people['sokande.1275'];
  signatory = people['firmatecknare.1275'];
});
afterAll(async () => {
  await medel.expectCoherent();
  await medel.stop();
});

const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');
const pathOf = (application: string) => `/applications/${application}/attachments`;
const send = (
  application: string,
  content: Buffer | string,
  name: string,
  { who = applicant, fields = {}, ...options }: Any = {},
): Promise<Answer<Any>> => who.upload(pathOf(application), content, fields, { name, ...options });
const listed = async (application: string, who = applicant): Promise<Any[]> =>
  (await must(who.get<Any>(pathOf(application)), 200)).body.items;

describe('an attachment', () => {
  it.each<[string, () => Buffer | Promise<Buffer>, string, string]>([
    ['pdf', pdf, 'Bilaga.PDF', 'application/pdf'],
    ['png', png, 'karta.png', 'image/png'],
    ['jpeg', jpeg, 'foto.jpg', 'image/jpeg'],
    ['docx', docx, 'plan.docx', ''],
    ['xlsx', xlsx, 'budget.xlsx', 'application/octet-stream'],
    ['odt', odt, 'plan.odt', 'application/vnd.oasis.opendocument.text'],
    ['ods', ods, 'budget.ods', ''],
    [
      'csv',
      () => Buffer.from('Område;Antal\nRosengård;12\n', 'latin1'),
      'lista.csv',
      'application/vnd.ms-excel',
    ],
  ])('may be %s', async (fileType, make, name, type) => {
    const application = await stage.application('draft');
    const content = await make();
    const { body, headers } = await must(send(application, content, name, { type }), 201);
    expect(body).toEqual({
      id: expect.any(String),
      fileName: name,
      fileType,
      sha256: sha256(content),
      size: content.length,
      submissionNumber: null,
      thinnedAt: null,
      addedBy: expect.any(String),
      addedAt: expect.any(String),
      scan: { status: 'notScanned', signature: null, scannedAt: null, triedAt: null },
    });
    expect(headers.get('location')).toBe(`/api/v1${pathOf(application)}/${body.id}`);
    expect(await listed(application)).toEqual([body]);
    expect((await applicant.get(`/applications/${application}`)).body.attachments).toEqual([body]);

    const address = `${medel.address}/api/v1${pathOf(application)}/${body.id}`;
    const file = await fetch(address, { headers: { cookie: applicant.session } });
    expect(Buffer.from(await file.arrayBuffer()).equals(content)).toBe(true);
    expect(file.headers.get('content-disposition')).toMatch(
      /^attachment; filename="file"; filename\*=UTF-8''/,
    );
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
    expect(file.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('is told of in the chain of its application, and changes its version', async () => {
    const application = await stage.application('draft');
    const before = (await applicant.get(`/applications/${application}`)).headers.get('etag')!;
    const { body } = await must(send(application, pdf(), 'a.pdf'), 201);
    const stale = await applicant.patch(`/applications/${application}`, {
      body: { title: 'x' },
      ifMatch: before,
    });
    expectProblem(stale, 412, 'stale');
    await must(applicant.delete(`${pathOf(application)}/${body.id}`), 204);
    const { rows } = await medel.owner.query(
      `SELECT action, data->>'attachment' AS what, data->>'sha256' AS sha256 FROM audit_events
       WHERE subject_id = $1 ORDER BY seq DESC LIMIT 2`,
      [application],
    );
    expect(rows).toEqual([
      { action: 'edit', what: 'removed', sha256: body.sha256 },
      { action: 'edit', what: 'added', sha256: body.sha256 },
    ]);
  });

  it('lies under a key of its own, whatever it is called', async () => {
    const application = await stage.application('draft');
    await must(send(application, pdf(), '../../../etc/passwd.pdf'), 201);
    const { rows } = await medel.owner.query(
      'SELECT id, file_key AS key FROM application_attachments WHERE application_id = $1',
      [application],
    );
    expect(rows.map(({ key }) => key)).toEqual(rows.map(({ id }) => `${id}.attachment`));
  });

  it('is added once for a key', async () => {
    const application = await stage.application('draft');
    const first = await must(send(application, pdf(), 'a.pdf', { key: 'attach-once' }), 201);
    const again = await must(send(application, pdf(), 'a.pdf', { key: 'attach-once' }), 201);
    expect([again.headers.get('idempotent-replayed'), again.body]).toEqual(['true', first.body]);
    expect(await listed(application)).toHaveLength(1);
  });
});

/** What a file may hold is in test/torture/files. */
describe('what is sent', () => {
  it('may be its form', async () => {
    const application = await stage.application('draft');
    expectProblem(await applicant.post(pathOf(application), { body: {} }), 415, 'unsupportedMediaType');
    const refused = await send(application, pdf(), 'a.pdf', { fields: { note: 'x' } });
    expect(findingsOf(refused)).toEqual(['note unknownField']);
    const nothing = new FormData();
    nothing.append('x', 'y');
    expect(findingsOf(await applicant.post(pathOf(application), { body: nothing }))).toEqual([
      'file required',
      'x unknownField',
    ]);
  });

  it('may be one too many, or too much together', async () => {
    const application = await stage.application('draft');
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, n) => send(application, pdf(), `${n}.pdf`)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
    const refused = answers.find(({ status }) => status !== 201)!;
    expectProblem(refused, 409, 'conflict');
    expect(findingsOf(refused)).toEqual(['file tooManyAttachments']);

    const heavy = await stage.application('draft');
    const asOwner = (set: string) =>
      medel.owner.query(`ALTER TABLE application_attachments DISABLE TRIGGER USER;
        UPDATE application_attachments SET ${set} WHERE application_id = '${heavy}';
        ALTER TABLE application_attachments ENABLE TRIGGER USER`);
    const sendLarge = async () => {
      await must(send(heavy, pdf(), 'large.pdf'), 201);
      await asOwner('size = 25 * 1024 * 1024');
    };
    for (let count = 0; count < 4; count += 1) await sendLarge();
    expectProblem(await send(heavy, pdf(), 'last.pdf'), 413, 'tooLarge');
    expect(await listed(heavy)).toHaveLength(4);

    // One that is taken away makes room, and lies for a while all the same.
    const removeOne = async () =>
      must(applicant.delete(`${pathOf(heavy)}/${(await listed(heavy))[0].id}`), 204);
    for (let count = 0; count < 4; count += 1) {
      await removeOne();
      await sendLarge();
    }
    await removeOne();
    expectProblem(await send(heavy, pdf(), 'last.pdf'), 413, 'tooLarge');
    await asOwner(`added_at = added_at - interval '71 minutes'`);
    await must(send(heavy, pdf(), 'last.pdf'), 201);
  });
});

describe('attachments', () => {
  it('are of their recipient while it writes; the agency reads what was handed in', async () => {
    const application = await stage.application('draft');
    const { body } = await must(send(application, pdf(), 'a.pdf'), 201);
    const path = `${pathOf(application)}/${body.id}`;
    const other = people['sokande.annan'];
    for (const who of [other, people.handlaggare, people.revisor])
      for (const each of [pathOf(application), path]) expectProblem(await who.get(each), 404, 'notFound');
    expectProblem(await other.delete(path), 404, 'notFound');
    expectProblem(await send(application, pdf(), 'a.pdf', { who: other }), 404, 'notFound');
    expectProblem(await send(application, pdf(), 'a.pdf', { who: people.handlaggare }), 403, 'forbidden');
    expectProblem(await people.handlaggare.delete(path), 403, 'forbidden');
    expectProblem(await send(NOWHERE, pdf(), 'a.pdf'), 404, 'notFound');
    const another = await stage.application('draft');
    expectProblem(await applicant.get(`${pathOf(another)}/${body.id}`), 404, 'notFound');
    expectProblem(await applicant.delete(`${pathOf(another)}/${body.id}`), 404, 'notFound');

    await must(signatory.post(`/applications/${application}/submit`), 200);
    expect((await people.handlaggare.get<string>(path)).status).toBe(200);
    expect((await people.handlaggare.get(`/applications/${application}`)).body.attachments).toHaveLength(1);
    expectProblem(await other.get(path), 404, 'notFound');
  });

  it('stay as they were submitted; what a completion adds is new', async () => {
    const application = await stage.application('draft');
    const gone = (await must(send(application, pdf('utkast'), 'utkast.pdf'), 201)).body;
    const kept = (await must(send(application, pdf('plan'), 'plan.pdf'), 201)).body;
    await must(applicant.delete(`${pathOf(application)}/${gone.id}`), 204);
    expectProblem(await applicant.get(`${pathOf(application)}/${gone.id}`), 404, 'notFound');
    await must(signatory.post(`/applications/${application}/submit`), 200);
    const of = async (action: string) => {
      const { rows } = await medel.owner.query(
        `SELECT data->'attachments' AS told FROM audit_events WHERE subject_id = $1 AND action = $2`,
        [application, action],
      );
      return rows[0].told;
    };
    expect(await of('submit')).toEqual([{ id: kept.id, sha256: kept.sha256 }]);

    expectProblem(await send(application, pdf(), 'sen.pdf'), 409, 'illegalTransition');
    expectProblem(await applicant.delete(`${pathOf(application)}/${kept.id}`), 409, 'illegalTransition');
    const act = (action: string, body?: unknown) =>
      must(people.handlaggare.post(`/applications/${application}/${action}`, { body }), 200);
    await act('start-assessment');
    await act('request-completion', stage.bodyOf('request-completion'));
    const refused = await applicant.delete(`${pathOf(application)}/${kept.id}`);
    expectProblem(refused, 409, 'conflict');
    expect(findingsOf(refused)).toEqual(['attachmentId attachmentSubmitted']);
    const wrong = (await must(send(application, pdf('fel'), 'fel.pdf'), 201)).body;
    await must(applicant.delete(`${pathOf(application)}/${wrong.id}`), 204);
    const added = (await must(send(application, pdf('svar'), 'svar.pdf'), 201)).body;
    // Not handed in yet: the recipient's own.
    const seenBy = async (who: Client) =>
      (await must(who.get(`/applications/${application}`), 200)).body.attachments.map(({ id }: Any) => id);
    expect(await seenBy(people.handlaggare)).toEqual([kept.id]);
    expect(await seenBy(applicant)).toEqual([kept.id, added.id]);
    const unseen = await people.handlaggare.get(`${pathOf(application)}/${added.id}`);
    expectProblem(unseen, 404, 'notFound');
    await must(signatory.post(`/applications/${application}/complete`), 200);
    expect(await of('complete')).toEqual([{ id: added.id, sha256: added.sha256 }]);
    expect(
      (await listed(application)).map(({ id, submissionNumber }: Any) => [id, submissionNumber]),
    ).toEqual([
      [kept.id, 1],
      [added.id, 2],
    ]);
    for (const change of [
      `sha256 = '${'0'.repeat(64)}'`,
      `file_key = 'x'`,
      `removed_at = now(), removed_by = id`,
    ])
      await expect(
        medel.owner.query(`UPDATE application_attachments SET ${change} WHERE id = $1`, [kept.id]),
      ).rejects.toThrow(/never changes|is written/);
  });

  it('lie in the bundle of their case, each as its chain says that it was sent', async () => {
    const application = await stage.application('draft');
    const content = pdf('paket');
    const { body } = await must(send(application, content, '../../plan.pdf'), 201);
    await must(signatory.post(`/applications/${application}/submit`), 200);
    const exporting = new Exporting(medel, people.revisor);
    const order = { kind: 'case-bundle', format: 'zip', filters: { applicationId: application } };
    const bundle = Bundle.of((await exporting.make(order)).file);
    const [told] = bundle.json('case/application.json').applicationAttachments;
    expect(told).toMatchObject({ id: body.id, sha256: sha256(content), file: `attachments/${body.id}.pdf` });
    expect(bundle.files.get(told.file)!.equals(content)).toBe(true);
    expect(bundle.json('manifest.json').files).toContainEqual({
      name: told.file,
      size: content.length,
      sha256: sha256(content),
    });
    expect(bundle.verify().code).toBe(0);
    const changed = bundle.with(told.file, () => pdf('annat'));
    expect(changed.verify().said.join('\n')).toContain(`${told.file}: är inte filen som skickades in.`);
    const rewritten = bundle.with('case/application.json', (json) =>
      json.toString().replaceAll(told.sha256, sha256(pdf('annat'))),
    );
    expect(rewritten.verify('en').said.join('\n')).toContain(
      `${told.file}: no event of application ${application} says that it was sent in.`,
    );
  });

  it('that were taken away, or never kept, leave the storage in time', async () => {
    const application = await stage.application('draft');
    const gone = (await must(send(application, pdf(), 'a.pdf'), 201)).body;
    const kept = (await must(send(application, pdf(), 'b.pdf'), 201)).body;
    await must(applicant.delete(`${pathOf(application)}/${gone.id}`), 204);
    const fileOf = ({ id }: Any) => join(medel.config.storageDirectory, `${id}.attachment`);
    const clock = medel.worker!.get(Clock, { strict: false });
    const now = clock.now.bind(clock);
    clock.now = () => new Date(now().getTime() + 2 * 3_600_000);
    try {
      await medel.worker!.get(SentFilesKeeper, { strict: false }).removeOrphans();
    } finally {
      clock.now = now;
    }
    expect([existsSync(fileOf(gone)), existsSync(fileOf(kept))]).toEqual([false, true]);
    await until(
      async () => (await applicant.get<string>(`${pathOf(application)}/${kept.id}`)).status === 200,
    );
  });
});
