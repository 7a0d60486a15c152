import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Medel, until, type Any } from '#testing';
import { Bundle } from './case-bundle.js';
import { Exporting } from './exporting.js';
import { payAndRecover } from './money-stage.js';
import { ACCOUNT_OF, must, NOWHERE, Stage } from './stage.js';

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

let medel: Medel;
let stage: Stage;
let exporting: Exporting;
/** A grant that was paid out and in part demanded back, and one whose report was drawn in a sample. */
let paid: string;
let proven: string;

beforeAll(async () => {
  medel = await Medel.start({ worker: true });
  stage = await Stage.set(medel);
  exporting = new Exporting(medel, stage.people.revisor);
  await payAndRecover(medel, stage, '1275');
  paid = (await must(stage.people.revisor.get<Any>('/recoveries'), 200)).body.items[0].applicationId;
  const report = await stage.proven();
  const { decisionId } = (await must(stage.people.revisor.get<Any>(`/reports/${report}`), 200)).body;
  proven = (await must(stage.people.revisor.get<Any>(`/decisions/${decisionId}`), 200)).body.applicationId;
  await until(async () => (await ask(`SELECT FROM letters WHERE status = 'ordered'`)).length === 0);
  await medel.settled();
}, 300_000);
afterAll(async () => {
  await medel.expectCoherent();
  await medel.stop();
});

const ask = async (query: string, values: unknown[] = []): Promise<Any[]> =>
  (await medel.owner.query(query, values)).rows;
const order = (applicationId: string) => ({ kind: 'case-bundle', format: 'zip', filters: { applicationId } });
const make = async (applicationId: string) => {
  const made = await exporting.make(order(applicationId));
  return { ...made, bundle: Bundle.of(made.file) };
};
const ids = (rows: Any[]) => rows.map(({ id }) => String(id)).sort();

describe('the bundle of a case', () => {
  it('verifies by itself, with nothing but Node, in both languages', async () => {
    for (const applicationId of [paid, proven]) {
      const { bundle, state } = await make(applicationId);
      const { files, rowCount } = bundle.json('manifest.json');
      expect(state).toMatchObject({ status: 'ready', progress: 1, rowCount });
      const swedish = bundle.verify();
      const seals = bundle.text('audit-trail.csv').match(/^auditSeal,/gm)!.length;
      const chains = bundle.json('case/subjects.json').subjects.length;
      expect([swedish.code, swedish.said.slice(0, 2), swedish.said.at(-1)]).toEqual([
        0,
        [
          `manifest.json har SHA-256 ${sha256(bundle.text('manifest.json'))}`,
          expect.stringMatching(`^${seals} sigill, det sista nummer \\d+ från `),
        ],
        `Allt stämmer: ${files.length} filer, och ${rowCount - seals} händelser i ${chains} kedjor, räknade om här.`,
      ]);
      expect(swedish.said).toContain('0 händelser är yngre än sina sigill.');
      expect(bundle.verify('en')).toMatchObject({
        code: 0,
        said: expect.arrayContaining([expect.stringMatching(/^All of it holds: /)]),
      });
      expect(bundle.verify('de').code).toBe(1);
    }
  });

  it('tells who made it, of what and when, and of every file its size and checksum', async () => {
    const { bundle, file, manifest, state } = await make(paid);
    const [{ registry_number: registryNumber }] = await ask(
      `SELECT registry_number FROM applications WHERE id = $1`,
      [paid],
    );
    const inside = bundle.json('manifest.json');
    const outside = JSON.parse(manifest);
    expect(outside.file).toMatchObject({ sha256: sha256(file), size: file.length });
    expect(outside.file.name).toMatch(/^case-bundle-\d{4}-\d\d-\d\d\.zip$/);
    for (const name of [
      'id',
      'requestedBy',
      'requestedAt',
      'snapshot',
      'rules',
      'rowCount',
      'rowsSha256',
      'changes',
    ])
      expect([name, inside[name]]).toEqual([name, outside[name]]);
    expect(inside).toMatchObject({
      manifest: 'medel-case-bundle/1',
      id: state.id,
      filtersInWords: [{ name: { sv: 'Ärende' }, value: { sv: registryNumber } }],
    });
    expect(inside.rowsSha256).toBe(sha256(bundle.text('audit-trail.csv')));
    // No sender's name is a path in it.
    for (const name of bundle.files.keys()) expect(name).toMatch(/^([a-z]+\/)?[\w-]+\.[a-z0-9]+$/i);
    const others = [...bundle.files].filter(([name]) => !name.startsWith('manifest.'));
    expect(inside.files).toEqual(
      others.map(([name, content]) => ({ name, size: content.length, sha256: sha256(content) })),
    );
    for (const name of ['verify-audit.mjs', 'verify-audit-parts.mjs'])
      expect(bundle.text(name)).toBe(readFileSync(join('tools', name), 'utf8'));
    const readme = bundle.text('README.txt');
    expect(readme.indexOf(`GRANSKARENS PAKET: ÄRENDE ${registryNumber}`)).toBe(0);
    expect(readme.indexOf(`THE AUDITOR'S BUNDLE: CASE ${registryNumber}`)).toBeGreaterThan(0);
    expect(readme).toContain(inside.snapshot.at);
    expect(readme).toContain(inside.requestedBy.name);
  });

  it('has every chain of the case whole, as the database has it', async () => {
    for (const applicationId of [paid, proven]) {
      const { bundle } = await make(applicationId);
      // Whatever in the database names the case, by any path of foreign keys that there is.
      const expected = await ask(
        `WITH d AS (SELECT id FROM decisions WHERE application_id = $1), r AS (SELECT id FROM reports WHERE decision_id IN (SELECT id FROM d)),
          p AS (SELECT id FROM payments WHERE decision_id IN (SELECT id FROM d)), of_case AS (
            SELECT $1::uuid AS id UNION SELECT id FROM d UNION SELECT id FROM r UNION SELECT id FROM p
            UNION SELECT id FROM decision_years WHERE decision_id IN (SELECT id FROM d)
            UNION SELECT appropriation_id FROM decision_years WHERE decision_id IN (SELECT id FROM d)
            UNION SELECT id FROM recoveries WHERE decision_id IN (SELECT id FROM d)
            UNION SELECT id FROM letters WHERE application_id = $1
            UNION SELECT payment_file_id FROM payments WHERE id IN (SELECT id FROM p)
            UNION SELECT account_id FROM payment_file_lines WHERE payment_id IN (SELECT id FROM p)
            UNION SELECT id FROM accounting_imports WHERE report_id IN (SELECT id FROM r)
            UNION SELECT id FROM evidence_demands WHERE report_id IN (SELECT id FROM r)
            UNION SELECT sample_id FROM sample_members WHERE report_id IN (SELECT id FROM r)
            UNION SELECT call_id FROM applications WHERE id = $1)
          SELECT encode(e.hash, 'hex') AS hash FROM audit_events e WHERE subject_id IN (SELECT id FROM of_case)`,
        [applicationId],
      );
      const rows = bundle.text('audit-trail.csv').trimEnd().split('\n').slice(1);
      const events = rows.filter((row) => !row.startsWith('auditSeal,'));
      expect(events.map((row) => row.slice(-64)).sort()).toEqual(expected.map(({ hash }) => hash).sort());
      const versions =
        await ask(`SELECT subject_type AS "subjectType", subject_id AS subject, version::integer
        FROM audited_subjects ORDER BY 1, 2`);
      const { subjects } = bundle.json('case/subjects.json');
      expect(versions).toEqual(expect.arrayContaining(subjects));
      expect(new Set(subjects.map(({ subject }: Any) => subject)).size).toBe(subjects.length);
    }
  });

  it('has the case itself, as direct SQL tells it', async () => {
    const { bundle } = await make(paid);
    const [application] = bundle.json('case/application.json').applications;
    const [row] = await ask(
      `SELECT content, registry_number, status, submitted_at FROM applications WHERE id = $1`,
      [paid],
    );
    expect(application).toMatchObject({
      id: paid,
      content: row.content,
      registryNumber: row.registry_number,
      status: 'decided',
    });
    expect(Date.parse(application.submittedAt)).toBe(row.submitted_at.getTime());
    expect(application.submittedAt).toMatch(/\+00:00$/);

    const [decision] = bundle.json('case/decisions.json').decisions;
    const [sums] = await ask(
      `SELECT (SELECT sum(amount)::integer FROM decision_years WHERE decision_id = $1) AS granted,
        (SELECT sum(amount)::integer FROM payments WHERE decision_id = $1) AS paid,
        (SELECT sum(e.amount)::integer FROM recovery_entries e JOIN recovery_postings p ON p.id = e.posting_id
          JOIN recoveries r ON r.id = p.recovery_id WHERE r.decision_id = $1) AS owed`,
      [decision.id],
    );
    const sum = (rows: Any[]) => rows.reduce((total, { amount }) => total + amount, 0);
    const { decisionYears, conditionJudgements, coFinancingProofs } = bundle.json('case/decisions.json');
    const { payments, paymentFileLines, paymentFiles, payeeAccounts } = bundle.json('case/payments.json');
    const { recoveries, recoveryEntries, recoveryPostings } = bundle.json('case/recoveries.json');
    expect({ granted: sum(decisionYears), paid: sum(payments), owed: sum(recoveryEntries) }).toEqual(sums);
    expect(sums).toMatchObject({ granted: 800_000, owed: 60_000 });
    expect([conditionJudgements, coFinancingProofs, recoveries].map(({ length }) => length)).toEqual([
      1, 1, 1,
    ]);
    expect(recoveryPostings.map(({ act }: Any) => act)).toEqual(['claim', 'payment']);
    expect(paymentFileLines).toMatchObject([
      { paymentId: payments[0].id, paymentFileId: paymentFiles[0].id },
    ]);
    expect(paymentFileLines[0].accountId).toBe(payeeAccounts[0].id);
    expect(paymentFiles[0]).not.toHaveProperty('content');

    const entries = await ask(
      `SELECT e.id FROM ledger_entries e JOIN ledger_transactions t ON t.id = e.transaction_id WHERE t.subject_id IN
        (SELECT $1::uuid UNION SELECT id FROM recoveries WHERE decision_id = $1 UNION SELECT id FROM payments WHERE decision_id = $1)`,
      [decision.id],
    );
    expect(ids(bundle.json('case/ledger.json').ledgerEntries)).toEqual(ids(entries));
    expect(entries.length).toBeGreaterThan(6);
    const { ledgerTransactions } = bundle.json('case/ledger.json');
    expect(ledgerTransactions.map(({ act }: Any) => act)).toEqual(['reserve', 'commit', 'pay', 'return']);

    const actors = await ask(
      `SELECT DISTINCT actor_id AS id FROM audit_events WHERE subject_id = ANY($1::uuid[])`,
      [bundle.json('case/subjects.json').subjects.map(({ subject }: Any) => subject)],
    );
    const { users } = bundle.json('case/people.json');
    const known = await ask(`SELECT id FROM users WHERE id = ANY($1)`, [ids(actors)]);
    expect(ids(users)).toEqual(ids(known));
    expect(JSON.stringify(users)).not.toMatch(/argon|@medel/);
  });

  it('has submissions word by word, letters and sent files as they lie in the storage', async () => {
    const { bundle } = await make(proven);
    const { submissions } = bundle.json('case/application.json');
    expect(submissions.map(({ subjectType, number }: Any) => [subjectType, number])).toEqual([
      ['application', 1],
    ]);
    for (const { id, file, contentSha256 } of submissions) {
      const [{ content }] = await ask(`SELECT content::text FROM submissions WHERE id = $1`, [id]);
      expect(bundle.text(file)).toBe(content);
      expect(sha256(content)).toBe(contentSha256);
    }
    const { letters } = bundle.json('case/letters.json');
    const { accountingImports, evidenceFiles } = bundle.json('case/reports.json');
    expect([letters.length, accountingImports.length, evidenceFiles.length]).toEqual([1, 1, 1]);
    for (const each of [...letters, ...accountingImports, ...evidenceFiles]) {
      const stored = readFileSync(join(medel.config.storageDirectory, each.fileKey));
      expect(bundle.files.get(each.file)).toEqual(stored);
      expect(sha256(stored)).toBe(each.sha256);
    }
    const { submissions: signed } = (await make(paid)).bundle.json('case/application.json');
    expect(signed.map(({ subjectType }: Any) => subjectType)).toEqual(['application', 'report']);
  });

  it('is of a case of which there is nothing but what was asked for', async () => {
    const applicationId = await stage.application('submitted');
    const { bundle } = await make(applicationId);
    expect(bundle.verify().code).toBe(0);
    const kinds = bundle.json('case/subjects.json').subjects.map(({ subjectType }: Any) => subjectType);
    expect(kinds).toEqual(['application', 'call']);
    expect(bundle.json('case/decisions.json')).toMatchObject({ decisions: [], decisionYears: [] });
  });

  it('says whether anything has happened in the case since it was last taken out', async () => {
    const first = await make(proven);
    const again = await make(proven);
    expect(again.state.changes).toMatchObject({ previousId: first.id, isUnchanged: true });
  });
});

describe('a bundle that was tampered with', () => {
  let bundle: Bundle;
  let letter: Any;
  /** Of the application: where its event number 2 stands, and how many events it has. */
  let second: number;
  let length: number;
  let chain: string;

  beforeAll(async () => {
    ({ bundle } = await make(paid));
    [letter] = bundle.json('case/letters.json').letters;
    const lines = bundle.text('audit-trail.csv').split('\n');
    chain = `application ${paid}`;
    const starts = chain.replace(' ', ',');
    second = lines.findIndex((line) => line.startsWith(`${starts},2,`));
    length = lines.filter((line) => line.startsWith(starts)).length;
    expect(second).toBeGreaterThan(0);
  });

  /** What is said besides of the file as a whole, which the manifest finds in each case. */
  const told = (tampered: Bundle, file: string) => {
    const { code, said } = tampered.verify();
    expect(code).toBe(1);
    expect(said.filter((line) => line.startsWith(`${file}: är ändrad.`))).toHaveLength(1);
    expect(said.at(-1)).toMatch(/^\d+ fel\. Det här är inte vad som gjordes\.$/);
    return said.slice(1, -1).filter((line) => !line.startsWith(`${file}: är ändrad.`));
  };
  const flipped = (content: Buffer) => {
    const copy = Buffer.from(content);
    copy[copy.length >> 1]! ^= 1;
    return copy;
  };
  /** As somebody would who knows how the manifest is made. */
  const resealed = (tampered: Bundle, file: string) => {
    const content = tampered.files.get(file)!;
    const manifest = tampered.json('manifest.json');
    Object.assign(
      manifest.files.find(({ name }: Any) => name === file),
      { size: content.length, sha256: sha256(content) },
    );
    const text = JSON.stringify(manifest);
    return tampered
      .with('manifest.json', () => text)
      .with('manifest.sha256', () => `${sha256(text)}  manifest.json\n`);
  };

  it('by a byte of a letter, with and without a manifest that suits it', () => {
    const changed = bundle.with(letter.file, flipped);
    const sentence = `${letter.file}: är inte brevet som sändes. Dess SHA-256 är ${sha256(
      changed.files.get(letter.file)!,
    )}; ärendet säger ${letter.sha256}.`;
    expect(told(changed, letter.file)).toEqual([sentence]);
    const suited = resealed(changed, letter.file).verify();
    expect([suited.code, suited.said.slice(1, -1)]).toEqual([1, [sentence]]);
    // Then in the case as well: the chain says what was sealed.
    const rewritten = changed.with('case/letters.json', (content) =>
      content.toString().replaceAll(letter.sha256, sha256(changed.files.get(letter.file)!)),
    );
    const both = resealed(resealed(rewritten, letter.file), 'case/letters.json').verify();
    expect([both.code, both.said.slice(1, -1)]).toEqual([
      1,
      [`${letter.file}: händelsen i letter ${letter.id} som förseglade brevet säger något annat.`],
    ]);
  });

  it('by a word of a submission', () => {
    const { submissions } = bundle.json('case/application.json');
    const [{ file, contentSha256 }] = submissions;
    const changed = bundle.with(file, (content) => content.toString().replace('Demo', 'Damo'));
    expect(told(changed, file)).toEqual([
      expect.stringMatching(`^${file}: är inte det som skrevs under.*; ärendet säger ${contentSha256}\\.$`),
    ]);
  });

  it('by an event that was edited', () => {
    const edited = bundle.withTrail((lines) =>
      lines.with(second, lines[second]!.replace(',edit,', ',edat,')),
    );
    expect(told(edited, 'audit-trail.csv')).toEqual([
      `audit-trail.csv, rad ${second + 1}: händelse 2 i ${chain} är ändrad. Dess hash är inte den som dess innehåll ger.`,
    ]);
  });

  it('by an event that was edited and hashed anew', () => {
    const rehashed = bundle.withTrail((lines) => {
      const fields = lines[second]!.match(/"(?:[^"]|"")*"|[^,]+/g)!.map((field) =>
        field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field,
      );
      const [type, subject, seq, , actor, person, at, organisation, data, previous, hash] = fields;
      const anew = sha256(
        [previous, type, subject, seq, 'edat', actor, person, at, organisation, data].join('\n'),
      );
      return lines.with(second, lines[second]!.replace(',edit,', ',edat,').replace(hash!, anew));
    });
    expect(told(rehashed, 'audit-trail.csv')).toEqual([
      `audit-trail.csv, rad ${second + 2}: händelse 3 i ${chain} följer inte på den före. Den före är utbytt eller borta.`,
    ]);
  });

  it('by an event that was removed from the middle of a chain', () => {
    const { rowCount } = bundle.json('manifest.json');
    const removed = bundle.withTrail((lines) => lines.toSpliced(second, 1));
    expect(told(removed, 'audit-trail.csv')).toEqual([
      `audit-trail.csv, före rad ${second + 1}: ${chain} saknar händelse 2.`,
      `audit-trail.csv: har ${rowCount - 1} rader; följesedeln säger ${rowCount}.`,
      `audit-trail.csv: ${chain} har ${length - 1} händelser; case/subjects.json säger ${length}. Kedjan är avklippt eller förlängd.`,
    ]);
  });

  it('by two events that changed places', () => {
    const swapped = bundle.withTrail((lines) =>
      lines.with(second, lines[second + 1]!).with(second + 1, lines[second]!),
    );
    expect(told(swapped, 'audit-trail.csv').slice(0, 2)).toEqual([
      `audit-trail.csv, före rad ${second + 1}: ${chain} saknar händelse 2.`,
      `audit-trail.csv, rad ${second + 2}: händelse 2 i ${chain} ligger på fel plats.`,
    ]);
  });

  it('by a chain that was cut off at its end, or taken away', () => {
    const last = second + length - 2;
    const cut = told(
      bundle.withTrail((lines) => lines.toSpliced(last, 1)),
      'audit-trail.csv',
    );
    expect(cut).toContain(
      `audit-trail.csv: ${chain} har ${length - 1} händelser; case/subjects.json säger ${length}. Kedjan är avklippt eller förlängd.`,
    );
    const gone = told(
      bundle.withTrail((lines) => lines.toSpliced(second - 1, length)),
      'audit-trail.csv',
    );
    expect(gone).toContain(
      `audit-trail.csv: ${chain} har 0 händelser; case/subjects.json säger ${length}. Kedjan är avklippt eller förlängd.`,
    );
  });

  it('by a trail that ends within an event, or is none', () => {
    for (const content of [bundle.text('audit-trail.csv').slice(0, -80), '', '"', 'a,b\n\n1,"2']) {
      const found =
        content.length > 80 ? /, rad \d+: är ingen händelse/ : /den första raden är inte kolumnernas namn/;
      const { code, said } = bundle.with('audit-trail.csv', () => content).verify();
      expect([code, said.join()]).toEqual([1, expect.stringMatching(found)]);
    }
  });

  it('by a word of the manifest', () => {
    const { requestedBy } = bundle.json('manifest.json');
    const changed = bundle.with('manifest.json', (content) =>
      content.toString().replace(requestedBy.name, 'Annan'),
    );
    const { code, said } = changed.verify();
    expect([code, said.slice(1, -1)]).toEqual([
      1,
      ['manifest.json: är ändrad. Dess kontrollsumma är inte den som står i manifest.sha256.'],
    ]);
    const other = bundle.with('manifest.json', (content) =>
      content.toString().replace(letter.sha256, '0'.repeat(64)),
    );
    expect(other.verify().said).toContain(
      `${letter.file}: är ändrad. Dess SHA-256 är ${letter.sha256}; följesedeln säger ${'0'.repeat(64)}.`,
    );
  });

  it('by a file that is gone, one that came to it, and JSON that is none', () => {
    const gone = bundle.with(letter.file, () => undefined).verify();
    expect([gone.code, gone.said[1]]).toEqual([1, `${letter.file}: saknas. Den står i följesedeln.`]);
    const more = bundle.with('letters/annat.pdf', () => '%PDF').verify();
    expect([more.code, more.said[1]]).toEqual([
      1,
      'letters/annat.pdf: hör inte till paketet. Den står inte i följesedeln.',
    ]);
    for (const file of [
      'manifest.json',
      'case/subjects.json',
      'case/letters.json',
      'case/application.json',
    ]) {
      const broken = bundle.with(file, (content) => content.subarray(0, content.length - 20)).verify();
      expect([broken.code, broken.said.join('\n')]).toEqual([
        1,
        expect.stringMatching(`(^|\n)${file}: går inte att läsa`),
      ]);
    }
    for (const file of ['manifest.json', 'case/subjects.json', 'case/letters.json', 'case/reports.json']) {
      for (const other of ['null', '{}', '[1]', '{"files":[1],"subjects":[null],"letters":"x"}']) {
        const { code, said } = bundle.with(file, () => other).verify();
        expect([code, said.join('\n')]).toEqual([
          1,
          expect.stringMatching(`(^|\n)${file}: går inte att läsa`),
        ]);
      }
    }
    const none = bundle.with('manifest.sha256', () => undefined).verify('en');
    expect([none.code, none.said[1]]).toEqual([1, 'manifest.sha256: cannot be read (ENOENT).']);
  });
});

describe('who orders the bundle of a case', () => {
  it('is of the agency', async () => {
    for (const [role, account] of Object.entries(ACCOUNT_OF)) {
      const answer = await stage.people[account].post('/exports', { body: order(paid) });
      const isRecipient = role === 'applicant' || role === 'signatory';
      expect([role, answer.status]).toEqual([role, isRecipient ? 403 : 202]);
      if (!isRecipient) await exporting.ends(answer.body.id);
    }
  });

  it('is told all that is wrong with the order', async () => {
    const refused = async (body: object) => {
      const answer = await stage.people.revisor.post('/exports', { body: { kind: 'case-bundle', ...body } });
      expect(answer.status).toBe(400);
      return answer.body.findings.map(({ code, path }: Any) => `${code} ${path}`);
    };
    const filters = (applicationId?: string) => ({ filters: { applicationId } });
    expect(await refused({ format: 'csv', asOf: '2020-01-01', ...filters() })).toEqual([
      'required filters.applicationId',
      'notOneOf format',
      'onlyOfNow asOf',
    ]);
    expect(await refused({ format: 'zip', ...filters(NOWHERE) })).toEqual([
      'unknownApplication filters.applicationId',
    ]);
    const draft = await stage.application('draft');
    expect(await refused({ format: 'zip', ...filters(draft) })).toEqual([
      'unknownApplication filters.applicationId',
    ]);
    expect(await refused({ kind: 'decisions', format: 'zip', ...filters(paid) })).toEqual([
      'unknownFilter filters.applicationId',
      'notOneOf format',
    ]);
    const { items } = (await stage.people.revisor.get<Any>('/export-kinds')).body;
    expect(items.find(({ kind }: Any) => kind === 'case-bundle')).toMatchObject({
      filters: ['applicationId'],
      required: ['applicationId'],
      formats: ['zip'],
    });
  });

  it('gets none with a file that is gone or changed where it is kept', async () => {
    const [{ file_key: key }] = await ask(
      `SELECT file_key FROM letters WHERE application_id = $1 ORDER BY ordered_at`,
      [paid],
    );
    const path = join(medel.config.storageDirectory, key);
    const whole = readFileSync(path);
    renameSync(path, `${path}-aside`);
    const gone = await exporting.ends(await exporting.order(order(paid)));
    expect(gone).toMatchObject({ status: 'failed', failure: 'storedFileDamaged', sha256: null });
    writeFileSync(path, Buffer.concat([whole, Buffer.from(' ')]));
    const changed = await exporting.ends(await exporting.order(order(paid)));
    expect(changed).toMatchObject({ status: 'failed', failure: 'storedFileDamaged' });
    renameSync(`${path}-aside`, path);
    await exporting.client.post(`/exports/${changed.id}/retry`);
    expect(
      Bundle.of(await exporting.ready(changed.id).then(() => exporting.file(changed.id))).verify().code,
    ).toBe(0);
  });
});
