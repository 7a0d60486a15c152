import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FileScanner } from '#core/sent-files';
import { SYSTEM } from '#core/access';
import { scan, ScanFailed } from '#platform/scanner';
import { Medel, until, type Answer, type Any, type Client } from '#testing';
import { Bundle } from '../../api/case-bundle.js';
import { Exporting } from '../../api/exporting.js';
import { expectProblem, findingsOf } from '../../api/problem.js';
import { docx, pdf } from '../../api/sample-files.js';
import { must, Stage, type Name } from '../../api/stage.js';
import { Clamd, EICAR, type Manner } from './clamd.js';

const infected = () => Buffer.concat([pdf(), Buffer.from(EICAR)]);
let clamd: Clamd;
beforeAll(async () => {
  clamd = await Clamd.start();
});
afterAll(() => clamd.stop());

describe('a scanner', () => {
  const limits = { silence: 200, altogether: 400 };
  const patient = { silence: 20_000, altogether: 60_000 };
  const asked = (content: Buffer | Readable, within = limits) =>
    scan(clamd.address, content instanceof Readable ? content : Readable.from([content]), within).then(
      ({ signature }) => signature ?? 'clean',
      (error: unknown) => (error instanceof ScanFailed ? error.fault : String(error)),
    );
  afterAll(() => {
    clamd.manner = 'sound';
  });

  it('says what is in a file, however large and in however many pieces', async () => {
    expect(await asked(pdf(), patient)).toBe('clean');
    expect(await asked(infected(), patient)).toBe('Eicar-Test-Signature');
    const split = [...infected()].map((byte) => Buffer.from([byte]));
    expect(await asked(Readable.from(split), patient)).toBe('Eicar-Test-Signature');
    clamd.received.length = 0;
    const piece = Buffer.alloc(64 * 1024, 'x');
    const large = Readable.from(Array.from({ length: 400 }, () => piece));
    expect(await asked(large, patient)).toBe('clean');
    expect(clamd.received).toEqual([400 * piece.length]);
  });

  it.each<[Manner, string]>([
    ['silent', 'tooSlow'],
    ['dripping', 'tooSlow'],
    ['cut', 'cutOff'],
    ['cutAtOnce', 'cutOff'],
    ['garbage', 'garbled'],
    ['almost', 'garbled'],
    ['endless', 'garbled'],
    ['full', 'refused'],
  ])('that is %s has said nothing', async (manner, fault) => {
    clamd.manner = manner;
    for (const content of [pdf(), infected()]) expect(await asked(content)).toBe(fault);
  });

  it('has said nothing before it has seen all of a file', async () => {
    clamd.manner = 'hasty';
    async function* slowly() {
      yield pdf();
      await sleep(150);
      yield Buffer.from(EICAR);
    }
    expect(await asked(Readable.from(slowly()))).toBe('garbled');
  });

  it('that is not there, and a file that cannot be read', async () => {
    clamd.manner = 'sound';
    await clamd.stop();
    expect(await asked(pdf(), patient)).toBe('unreachable');
    await clamd.startAgain();
    const broken = Readable.from(
      (async function* () {
        yield pdf();
        throw new Error('no such file');
      })(),
    );
    expect(await asked(broken, patient)).toBe('fileUnreadable');
  });
});

describe('where there is a scanner', () => {
  let medel: Medel;
  let stage: Stage;
  let people: Record<Name, Client>;
  let applicant: Client;

  beforeAll(async () => {
    medel = await Medel.start({ worker: true, scanner: clamd.address });
    stage = await Stage.set(medel);
    people = stage.people;
    applicant = people['sokande.1275'];
  });
  afterAll(async () => {
    await medel.expectCoherent();
    await medel.stop();
  });

  const pathOf = (application: string) => `/applications/${application}/attachments`;
  const attach = async (application: string, content: Buffer, name = 'a.pdf'): Promise<string> => {
    const { body } = await must(applicant.upload<Any>(pathOf(application), content, {}, { name }), 201);
    expect(body.scan).toMatchObject({ status: 'waiting', signature: null, scannedAt: null });
    return body.id;
  };
  const stateOf = async (application: string, id: string): Promise<Any> =>
    (await applicant.get(pathOf(application))).body.items.find((item: Any) => item.id === id).scan;
  const scanned = (application: string, id: string) =>
    until(async () => {
      const state = await stateOf(application, id);
      return state.status !== 'waiting' && state;
    });
  const tried = (application: string, id: string) =>
    until(async () => {
      const state = await stateOf(application, id);
      return (state.triedAt !== null || state.status !== 'waiting') && state;
    });
  const download = (application: string, id: string, who = applicant): Promise<Answer<Any>> =>
    who.get(`${pathOf(application)}/${id}`);
  const resume = async () => {
    await medel.owner.query(
      `UPDATE file_scans SET tried_at = tried_at - interval '1 hour' WHERE status = 'waiting'`,
    );
    await medel.worker!.get(FileScanner, { strict: false }).resume(SYSTEM);
  };

  it('an attachment is handed out when it is scanned, and not before', async () => {
    const application = await stage.application('draft');
    clamd.manner = 'silent';
    clamd.received.length = 0;
    const id = await attach(application, pdf());
    const refused = await download(application, id);
    expectProblem(refused, 409, 'conflict');
    expect(findingsOf(refused)).toEqual(['fileNotScanned']);
    await until(async () => clamd.received.length > 0);
    clamd.manner = 'sound';
    await clamd.stop();
    await clamd.startAgain();
    await tried(application, id);
    await resume();
    expect(await scanned(application, id)).toMatchObject({ status: 'clean', scannedAt: expect.any(String) });
    const address = `${medel.address}/api/v1${pathOf(application)}/${id}`;
    const file = await fetch(address, { headers: { cookie: applicant.session } });
    expect(file.status).toBe(200);
    expect(Buffer.from(await file.arrayBuffer()).equals(pdf())).toBe(true);
    const { rows } = await medel.owner.query(
      `SELECT seq, action FROM audit_events WHERE subject_type = 'fileScan' AND subject_id = $1 ORDER BY seq`,
      [id],
    );
    expect(rows.map(({ seq, action }) => [Number(seq), action])).toEqual([
      [1, 'create'],
      [2, 'clear'],
    ]);
  });

  it('one that is infected is refused, for good, and its sender told; nothing is submitted with it', async () => {
    const application = await stage.application('draft');
    const id = await attach(application, infected(), 'virus.pdf');
    expect(await scanned(application, id)).toMatchObject({
      status: 'infected',
      signature: 'Eicar-Test-Signature',
    });
    const refused = await download(application, id);
    expectProblem(refused, 409, 'conflict');
    expect(findingsOf(refused)).toEqual(['fileInfected']);
    const { rows } = await medel.owner.query(
      `SELECT data->>'signature' AS signature, data->>'to' AS "to" FROM audit_events
       WHERE subject_type = 'fileScan' AND subject_id = $1 AND action = 'refuse'`,
      [id],
    );
    expect(rows).toEqual([{ signature: 'Eicar-Test-Signature', to: 'infected' }]);

    const signatory = people['firmatecknare.1275'];
    const unsent = await signatory.post(`/applications/${application}/submit`);
    expectProblem(unsent, 422, 'rulesNotMet');
    expect(unsent.body.findings.map(({ code }: Any) => code)).toEqual(['attachmentInfected']);
    expect(unsent.body.findings[0].detail).toMatch(/Eicar-Test-Signature.*virus\.pdf/);
    await must(applicant.delete(`${pathOf(application)}/${id}`), 204);
    await must(signatory.post(`/applications/${application}/submit`), 200);
  });

  it('one found infected after it was submitted is refused to the agency too, and is in no bundle', async () => {
    const application = await stage.application('draft');
    await clamd.stop();
    const id = await attach(application, infected());
    const clean = await attach(application, pdf('ren'), 'ren.pdf');
    await must(people['firmatecknare.1275'].post(`/applications/${application}/submit`), 200);
    await Promise.all([tried(application, id), tried(application, clean)]);
    await clamd.startAgain();
    await resume();
    await scanned(application, clean);
    await scanned(application, id);
    for (const who of [applicant, people.handlaggare, people.revisor]) {
      const refused = await download(application, id, who);
      expect([refused.status, findingsOf(refused)]).toEqual([409, ['fileInfected']]);
      expect((await download(application, clean, who)).status).toBe(200);
    }
    const order = { kind: 'case-bundle', format: 'zip', filters: { applicationId: application } };
    const bundle = Bundle.of((await new Exporting(medel, people.revisor).make(order)).file);
    const told = bundle.json('case/application.json').applicationAttachments;
    expect(told.map(({ id: each, file }: Any) => [each, file])).toEqual([
      [id, null],
      [clean, `attachments/${clean}.pdf`],
    ]);
    expect([...bundle.files.values()].some((content) => content.includes(EICAR))).toBe(false);
    expect(bundle.verify().code).toBe(0);
    const hidden = bundle.with('case/application.json', (json) =>
      json.toString().replace(`"attachments/${clean}.pdf"`, 'null'),
    );
    expect(hidden.verify('en').said.join('\n')).toContain(`fileScan ${clean}: a file is not in the bundle`);
  });

  it('a scanner that is away, or answers anything else, keeps a file in quarantine, and is asked again', async () => {
    const application = await stage.application('draft');
    await clamd.stop();
    const id = await attach(application, await docx(), 'a.docx');
    expect(await tried(application, id)).toMatchObject({ status: 'waiting' });
    await clamd.startAgain();
    const faults: string[] = [];
    for (const manner of ['garbage', 'almost', 'hasty', 'full', 'cut'] as const) {
      clamd.manner = manner;
      await resume();
      expect((await stateOf(application, id)).status).toBe('waiting');
      expect((await download(application, id)).status).toBe(409);
      const { rows } = await medel.owner.query('SELECT fault, tries FROM file_scans WHERE id = $1', [id]);
      faults.push(rows[0].fault);
    }
    clamd.manner = 'sound';
    expect(faults.slice(0, 2)).toEqual(['garbled', 'garbled']);
    expect(faults.slice(3)).toEqual(['refused', 'cutOff']);
    await resume();
    expect((await stateOf(application, id)).status).toBe('clean');
    expect((await download(application, id)).status).toBe(200);
  });

  it('it is told once, however often it is asked', async () => {
    const application = await stage.application('draft');
    const id = await attach(application, pdf());
    await scanned(application, id);
    const scanner = medel.worker!.get(FileScanner, { strict: false });
    await Promise.all([1, 2, 3].map(() => scanner.scan(SYSTEM, id)));
    const { rows } = await medel.owner.query(
      'SELECT version::integer, (SELECT count(*)::integer FROM audit_events WHERE subject_id = s.id AND subject_type = $2) AS events FROM file_scans s WHERE id = $1',
      [id, 'fileScan'],
    );
    expect(rows).toEqual([{ version: 2, events: 2 }]);
  });

  it('proof and books are in quarantine too', async () => {
    const report = await stage.proven();
    const { evidenceDemand } = (await applicant.get(`/reports/${report}`)).body;
    const bad = await must(
      applicant.upload<Any>(
        `/evidence-demands/${evidenceDemand.id}/answer`,
        infected(),
        {},
        { name: 'k.pdf' },
      ),
      200,
    );
    const { id } = bad.body.files.at(-1);
    const state = () =>
      until(async () => {
        const { files } = (await applicant.get(`/evidence-demands/${evidenceDemand.id}`)).body;
        const { status } = files.find((file: Any) => file.id === id).scan;
        return status !== 'waiting' && status;
      });
    expect(await state()).toBe('infected');
    const refused = await people.handlaggare.get(`/evidence-files/${id}`);
    expect([refused.status, findingsOf(refused)]).toEqual([409, ['fileInfected']]);
    const books = (await applicant.get(`/reports/${report}/accounting`)).body.items[0];
    await until(
      async () => (await applicant.get(`/accounting-imports/${books.id}`)).body.scan.status === 'clean',
    );
    expect((await applicant.get(`/accounting-imports/${books.id}/file`)).status).toBe(200);
  });

  it('nobody but the scanner says that a file is clean, and never twice', async () => {
    const { rows } = await medel.owner.query(`SELECT id FROM file_scans WHERE status = 'infected' LIMIT 1`);
    await expect(
      medel.owner.query(
        `UPDATE file_scans SET status = 'clean', signature = NULL, version = version + 1 WHERE id = $1`,
        [rows[0].id],
      ),
    ).rejects.toThrow(/no step/);
  });
});

describe('where there is none', () => {
  it('a file is handed out, and shown as not scanned', async () => {
    const medel = await Medel.start();
    try {
      const stage = await Stage.set(medel);
      const application = await stage.application('draft');
      const applicant = stage.people['sokande.1275'];
      const path = `/applications/${application}/attachments`;
      const { body } = await must(applicant.upload<Any>(path, pdf(), {}, { name: 'a.pdf' }), 201);
      expect(body.scan).toEqual({ status: 'notScanned', signature: null, scannedAt: null, triedAt: null });
      expect((await applicant.get(`${path}/${body.id}`)).status).toBe(200);
    } finally {
      await medel.stop();
    }
  });
});
