import { createHash } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '#core/access';
import { LetterMaker } from '#core/documents';
import { asRead, Medel, readPdf, tagged, until, type Any, type Client } from '#testing';
import { payOut } from './paid-out.js';
import { expectProblem, findingsOf } from './problem.js';
import { must, NOWHERE, Stage, YEAR } from './stage.js';

const LATER = `${YEAR + 1}-12-31`;

let medel: Medel;
let stage: Stage;
beforeAll(async () => {
  medel = await Medel.start({ worker: true });
  stage = await Stage.set(medel);
});
afterAll(async () => {
  await medel.expectCoherent();
  await medel.stop();
});

const officer = () => stage.people.handlaggare;
const recipient = () => stage.people['sokande.1275'];
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

async function letters(filter: string): Promise<Any[]> {
  return (await must(officer().get<Any>(`/letters?limit=200&${filter}`), 200)).body.items;
}
/** The sealed letters of a case, the first ordered first. */
async function sealed(applicationId: string, kind: string): Promise<Any> {
  return until(async () => {
    const [found] = await letters(`applicationId=${applicationId}&kind=${kind}`);
    return found?.status === 'sealed' && found;
  });
}
async function download(
  who: Client,
  path: string,
): Promise<{ status: number; content: Buffer; headers: Headers }> {
  const address = `${medel.address}/api/v1${path}`;
  const answer = await fetch(address, { headers: { cookie: who.session } });
  return { status: answer.status, headers: answer.headers, content: Buffer.from(await answer.arrayBuffer()) };
}
const readLetter = async ({ id }: Any) => readPdf((await download(officer(), `/letters/${id}.pdf`)).content);

describe('a decision', () => {
  it('has its letter, sealed, for its recipient and the agency and nobody else', async () => {
    const decision = await stage.decision('approved');
    const letter = await sealed(decision.applicationId, 'partialApproval');
    expect(letter).toMatchObject({
      decisionId: decision.id,
      recoveryId: null,
      registryNumber: decision.registryNumber,
    });
    expect(letter.blocks).toContain('decided.partialApproval/1');
    for (const who of [
      'sokande.1275',
      'firmatecknare.1275',
      'handlaggare',
      'ekonomi',
      'revisor',
      'admin',
    ] as const) {
      const { status, content, headers } = await download(stage.people[who], `/letters/${letter.id}.pdf`);
      expect([who, status, sha256(content)]).toEqual([who, 200, letter.sha256]);
      expect(content.length).toBe(letter.size);
      expect(headers.get('content-type')).toBe('application/pdf');
      expect(headers.get('content-disposition')).toBe(
        `attachment; filename="${decision.registryNumber}-partialApproval.pdf"`,
      );
    }
    for (const path of [
      `/letters/${letter.id}.pdf`,
      `/letters/${letter.id}`,
      `/decisions/${decision.id}/letter.pdf`,
    ]) {
      expect((await stage.people['sokande.annan'].get(path)).status).toBe(404);
      expect((await medel.anyone().get(path)).status).toBe(401);
    }
    expect(
      (await stage.people['sokande.annan'].get(`/letters?applicationId=${decision.applicationId}`)).body
        .total,
    ).toBe(0);
    const byDecision = await download(recipient(), `/decisions/${decision.id}/letter.pdf`);
    expect(sha256(byDecision.content)).toBe(letter.sha256);
  });

  it('says what was decided, by whom, and which years are firm', async () => {
    const decision = await stage.decision('approved');
    const pdf = await readLetter(await sealed(decision.applicationId, 'partialApproval'));
    const read = asRead(pdf);
    expect(read).toContain(
      'Beslutet har fattats av Demo Beslutsfattare Ett. Demo Handläggare Ett har föredragit ärendet.',
    );
    expect(read).toContain('Demo: uppfyller villkoren.');
    expect(read).toContain(`Diarienummer ${decision.registryNumber}`);
    expect(
      tagged(pdf, 'TD')
        .slice(0, 3)
        .map(({ text }) => text),
    ).toEqual([String(YEAR), '800 000 kr', 'Fast']);
    expect([pdf.language, pdf.title]).toEqual(['sv-SE', 'Beslut om statsbidrag, delvis bifall']);
  });

  it('tells of its document as data too, and of the sum in its chain', async () => {
    const { applicationId } = await stage.decision('approved');
    const letter = await sealed(applicationId, 'partialApproval');
    const { body } = await must(recipient().get<Any>(`/letters/${letter.id}`), 200);
    expect(body.document).toMatchObject({ language: 'sv', title: 'Beslut om statsbidrag, delvis bifall' });
    const events = (await stage.people.revisor.get<Any>(`/audit-events?subject=${letter.id}`)).body.items;
    expect(events.map(({ action }: Any) => action)).toEqual(['create', 'seal']);
    expect(events[1].data).toMatchObject({ sha256: letter.sha256, blocks: letter.blocks });
  });

  it('that is refused has no letter', async () => {
    const decision = await stage.decision('proposed');
    expectProblem(await officer().post(`/decisions/${decision.id}/approve`), 403, 'forbidden');
    expect(await letters(`applicationId=${decision.applicationId}`)).toEqual([]);
    expect((await download(officer(), `/decisions/${decision.id}/letter.pdf`)).status).toBe(404);
  });

  it.each([
    ['reject', 'rejection', 'avslår ansökan'],
    ['dismiss', 'dismissal', 'avvisar ansökan'],
    ['discontinue', 'discontinuation', 'avskriver ärendet'],
  ])('to %s is a letter of its own', async (outcome, kind, words) => {
    const id = await stage.application('underAssessment');
    const body = { outcome, years: [], reasons: 'Demo: skälen.', conditions: [], reportsDue: [] };
    const made = await must(officer().post<Any>(`/applications/${id}/decision-proposals`, { body }), 201);
    await must(stage.people.beslut.post(`/decisions/${made.body.id}/approve`), 200);
    const pdf = await readLetter(await sealed(id, kind));
    expect(asRead(pdf)).toContain(words);
    expect(tagged(pdf, 'Table')).toEqual([]);
  });

  it('in full, amended and revoked has a letter each', async () => {
    const id = await stage.application('underAssessment');
    const body = stage.proposal({
      years: [{ year: YEAR, amount: 900_000 }],
      conditions: ['Demo: villkor #1 $x$'],
    });
    const made = await must(officer().post<Any>(`/applications/${id}/decision-proposals`, { body }), 201);
    await must(stage.people.beslut.post(`/decisions/${made.body.id}/approve`), 200);
    const full = await readLetter(await sealed(id, 'approval'));
    expect(tagged(full, 'LBody').map(({ text }) => text)).toContain('Demo: villkor #1 $x$');
    const amended = await stage.amended(made.body.id);
    const amendment = asRead(await readLetter(await sealed(id, 'amendment')));
    expect(amendment).toContain('Bidraget är nu 700 000 kr; tidigare var det 900 000 kr.');
    await must(
      stage.people.beslut.post(`/decisions/${amended.id}/revoke`, { body: stage.bodyOf('revoke') }),
      200,
    );
    const revocation = asRead(await readLetter(await sealed(id, 'revocation')));
    expect(revocation).toContain('Grund för upphävandet: villkor i beslutet uppfylldes inte.');
    expect((await letters(`applicationId=${id}`)).map(({ kind }) => kind)).toEqual([
      'revocation',
      'amendment',
      'approval',
    ]);
  });
});

describe('before and after a decision', () => {
  it('a request for completion is a letter, also when it was answered before the letter was made', async () => {
    await medel.stopWorker();
    const id = await stage.application('completionRequested');
    await must(stage.people['firmatecknare.1275'].post(`/applications/${id}/complete`), 200);
    expect((await recipient().get<Any>(`/letters?applicationId=${id}`)).body.total).toBe(0);
    expect((await letters(`applicationId=${id}`)).map(({ status }) => status)).toEqual(['ordered']);
    await medel.startWorker();
    const pdf = await readLetter(await sealed(id, 'completionRequest'));
    expect(tagged(pdf, 'LBody').map(({ text }) => text)).toEqual(['Demo: hur följs målen upp?']);
    expect(asRead(pdf)).toContain('20 och 23 §§ förvaltningslagen');
    await must(
      officer().post(`/applications/${id}/request-completion`, { body: stage.bodyOf('request-completion') }),
      200,
    );
    await until(async () => (await letters(`applicationId=${id}&status=sealed`)).length === 2);
  });

  it('a notice of delay is a letter, and moves nothing', async () => {
    const id = await stage.application('submitted');
    const body = { reasons: 'Demo: många ansökningar.', expectedOn: LATER };
    const told = await must(officer().post<Any>(`/applications/${id}/notify-delay`, { body }), 200);
    expect(told.body.status).toBe('submitted');
    const read = asRead(await readLetter(await sealed(id, 'delayNotice')));
    expect(read).toContain('Demo: många ansökningar.');
    expect(read).toContain('11 § förvaltningslagen');
  });

  it('a notice of delay names a day that comes, and why', async () => {
    const id = await stage.application('submitted');
    const post = (body: object) => officer().post<Any>(`/applications/${id}/notify-delay`, { body });
    const past = await post({ reasons: 'Demo', expectedOn: '2020-01-01' });
    expectProblem(past, 400, 'invalid');
    expect(findingsOf(past)).toEqual(['expectedOn dueInThePast']);
    expect(findingsOf(await post({ reasons: ' ', expectedOn: 'x' })).toSorted()).toEqual([
      'expectedOn notDate',
      'reasons tooShort',
    ]);
    expect(await letters(`applicationId=${id}`)).toEqual([]);
  });

  it('a demand for money is a letter', async () => {
    const decision = await stage.decision('approved');
    await payOut(medel, stage.people.ekonomi, decision.payments[0].id);
    const claim = { grounds: 'usedForOtherPurpose', amount: 300_000, reasons: 'Demo: andra ändamål.' };
    const made = await must(
      officer().post<Any>(`/decisions/${decision.id}/recoveries`, { body: claim }),
      201,
    );
    const act = (who: Client, action: string, body: object) =>
      must(who.post(`/recoveries/${made.body.id}/${action}`, { body }), 200);
    await act(officer(), 'notify', { answerBy: LATER });
    expect(await letters(`applicationId=${decision.applicationId}&kind=recoveryDemand`)).toEqual([]);
    await act(stage.people.beslut2, 'decide', { dueOn: LATER, withoutAnswer: 'Demo: det brådskar.' });
    const letter = await sealed(decision.applicationId, 'recoveryDemand');
    expect(letter).toMatchObject({ recoveryId: made.body.id, decisionId: null });
    const read = asRead(await readLetter(letter));
    expect(read).toContain('ska betala tillbaka 300 000 kr');
    expect(read).toContain('Beslutet fattas ändå nu: Demo: det brådskar.');
    expect(read).toContain('Beslutet har fattats av Demo Beslutsfattare Två.');
  });
});

describe('a sealed letter', () => {
  let letter: Any;
  beforeAll(async () => {
    const { applicationId } = await stage.decision('approved');
    letter = await sealed(applicationId, 'partialApproval');
  });
  const verify = (number: string, sum: string) =>
    medel.anyone().get<Any>(`/public/decisions/${number}/verification?sha256=${sum}`);

  it('is verified by anyone, by its sum alone, and tells whether the decision holds', async () => {
    const { body, status } = await verify(letter.registryNumber, letter.sha256.toUpperCase());
    expect([status, body]).toEqual([
      200,
      {
        registryNumber: letter.registryNumber,
        sha256: letter.sha256,
        verified: true,
        kind: 'partialApproval',
        day: new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(
          Date.parse(letter.orderedAt),
        ),
        sealedAt: letter.sealedAt,
        decisionStatus: 'approved',
      },
    ]);
    await must(
      stage.people.beslut.post(`/decisions/${letter.decisionId}/revoke`, { body: stage.bodyOf('revoke') }),
      200,
    );
    const after = (await verify(letter.registryNumber, letter.sha256)).body;
    expect(after).toMatchObject({ verified: true, decisionStatus: 'revoked' });
  });

  it('answers an unknown number and a wrong sum alike', async () => {
    const other = (await stage.decision('approved')).registryNumber;
    const sum = letter.sha256;
    const nothing = { verified: false, kind: null, day: null, sealedAt: null, decisionStatus: null };
    for (const number of ['2001-000001', 'x', other])
      expect((await verify(number, sum)).body).toEqual({ registryNumber: number, sha256: sum, ...nothing });
    const wrong = 'f'.repeat(64);
    expect((await verify(letter.registryNumber, wrong)).body).toEqual({
      registryNumber: letter.registryNumber,
      sha256: wrong,
      ...nothing,
    });
  });

  it('is asked about with a checksum', async () => {
    for (const sum of ['', 'x', 'a'.repeat(63), `${'a'.repeat(64)}0`, `${'a'.repeat(63)}g`]) {
      const answer = await verify(letter.registryNumber, sum);
      expectProblem(answer, 400, 'invalid');
      expect(findingsOf(answer)).toEqual(['sha256 notSha256']);
    }
    const none = await medel.anyone().get('/public/decisions/2026-000001/verification');
    expect(findingsOf(none)).toEqual(['sha256 required']);
    expect((await verify(encodeURIComponent('\0'), letter.sha256)).status).toBe(400);
  });

  it('is made once, however often it is asked for', async () => {
    const { applicationId } = await stage.decision('approved');
    const { id, sha256: sum } = await sealed(applicationId, 'partialApproval');
    const maker = medel.worker!.get(LetterMaker);
    await Promise.all([maker.seal(SYSTEM, id), maker.seal(SYSTEM, id), maker.resume(SYSTEM)]);
    const { rows } = await medel.owner.query('SELECT version, sha256 FROM letters WHERE id = $1', [id]);
    expect(rows).toEqual([{ version: 2, sha256: sum }]);
  });

  const change = (id: string, set: string) =>
    medel.owner.query(`UPDATE letters SET ${set} WHERE id = '${id}'`).then(
      () => 'changed',
      (error: Error) => error.message,
    );

  it('never changes, whoever asks', async () => {
    for (const set of [`sha256 = repeat('0', 64)`, `document = '{}'`, `facts = '{}'`, `kind = 'approval'`])
      expect(await change(letter.id, set)).toBe('letter has no step from sealed to sealed');
  });

  it('is sealed as it was ordered', async () => {
    await medel.stopWorker();
    const { applicationId } = await stage.decision('approved');
    const [{ id }] = await letters(`applicationId=${applicationId}`);
    const seal = `status = 'sealed', version = 2, document = '{}', blocks = '{}', file_key = 'x', sha256 = repeat('0', 64),
      size = 1, sealed_at = now()`;
    for (const set of [`facts = '{}'`, `kind = 'approval'`, `organisation_id = '${NOWHERE}'`])
      expect(await change(id, `${seal}, ${set}`)).toBe('a letter never changes');
    expect(await change(id, seal.replace('size = 1', 'size = NULL'))).toContain('letters_sealed');
    expect(await change(id, seal)).toContain('audit');
    await medel.startWorker();
    await sealed(applicationId, 'partialApproval');
  });

  it('is not handed out where its file is another or gone', async () => {
    const path = join(medel.config.storageDirectory, `letter-${letter.id}.pdf`);
    const { content } = await download(officer(), `/letters/${letter.id}.pdf`);
    writeFileSync(path, Buffer.concat([content, Buffer.from('\n')]));
    expectProblem(await officer().get(`/letters/${letter.id}.pdf`), 503, 'unavailable');
    rmSync(path);
    expectProblem(await officer().get(`/letters/${letter.id}.pdf`), 503, 'unavailable');
    writeFileSync(path, content);
    expect((await download(officer(), `/letters/${letter.id}.pdf`)).status).toBe(200);
  });

  it('has a file of its own, and no other lies in the storage', async () => {
    const { rows } = await medel.owner.query(`SELECT file_key AS key FROM letters WHERE status = 'sealed'`);
    const files = readdirSync(medel.config.storageDirectory).filter((name) => name.startsWith('letter-'));
    expect(files.toSorted()).toEqual(rows.map(({ key }) => key).toSorted());
  });

  it('that nobody ordered is not found', async () => {
    expect((await officer().get(`/letters/${NOWHERE}`)).status).toBe(404);
    expect((await officer().get(`/letters/${NOWHERE}.pdf`)).status).toBe(404);
  });
});

describe('the empty application form', () => {
  const form = (id: string, query = '') =>
    download(medel.anyone(), `/public/calls/${id}/application-form.pdf${query}`);

  it('is for anyone, in Swedish and English, and is the same each time', async () => {
    const [sv, again, en] = [
      await form(stage.call.id),
      await form(stage.call.id),
      await form(stage.call.id, '?language=en'),
    ];
    expect([sv.status, en.status, sv.content.equals(again.content)]).toEqual([200, 200, true]);
    expect(await readPdf(sv.content)).toMatchObject({ language: 'sv-SE', isTagged: true });
    expect(asRead(await readPdf(en.content))).toContain('H1: Application for a state grant: Demo: prov');
  });

  it('is of a call that is published', async () => {
    const draft = await must(officer().post<Any>('/calls', { body: stage.newCall() }), 201);
    for (const id of [draft.body.id as string, NOWHERE]) expect((await form(id)).status).toBe(404);
    expect((await form('x')).status).toBe(400);
    expect((await form(stage.call.id, '?language=de')).status).toBe(400);
  });
});
