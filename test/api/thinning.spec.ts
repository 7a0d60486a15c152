import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ThinningKeeper } from '#core/thinnings';
import { Contract, Medel, until, type Any } from '#testing';
import { Bundle } from './case-bundle.js';
import { Exporting } from './exporting.js';
import { pdf } from './sample-files.js';
import { anotherAccount, must, NOWHERE, Stage, YEAR } from './stage.js';
import { THINNING_OPERATIONS } from './thinning-operations.js';

const NOTE = { note: 'Demo: perioden har gått ut.' };

/** Cases that are refused, withdrawn, discarded or never sent, and what is left of them when their time is over. */
describe('thinning', () => {
  let medel: Medel;
  let stage: Stage;
  let keeper: ThinningKeeper;
  let contract: Contract;
  const cases: Record<string, string> = {};

  beforeAll(async () => {
    medel = await Medel.start({ worker: true });
    stage = await Stage.set(medel);
    contract = await Contract.of(medel.anyone());
    for (const client of Object.values(stage.people)) contract.watch(client);
    keeper = medel.worker!.get(ThinningKeeper);
    cases['draft'] = await withFile('draft');
    cases['discarded'] = await withFile('draft');
    await must(stage.people['sokande.1275'].post(`/applications/${cases['discarded']}/discard`), 200);
    cases['granted'] = await withFile('decided');
    cases['refused'] = await withFile('refused');
    cases['withdrawn'] = await withFile('withdrawn');
    cases['waiting'] = await withFile('submitted');
  });
  afterAll(() => medel.stop());

  async function withFile(
    state: 'draft' | 'decided' | 'refused' | 'withdrawn' | 'submitted',
  ): Promise<string> {
    const { 'sokande.1275': applicant, 'firmatecknare.1275': signatory, handlaggare, beslut } = stage.people;
    const id = await stage.application('draft');
    const path = `/applications/${id}`;
    await must(applicant.upload<Any>(`${path}/attachments`, pdf(id), {}, { name: 'a.pdf' }), 201);
    if (state === 'draft') return id;
    await must(signatory.post(`${path}/submit`), 200);
    if (state === 'submitted') return id;
    if (state === 'withdrawn') return must(signatory.post(`${path}/withdraw`), 200).then(() => id);
    await must(handlaggare.post(`${path}/start-assessment`), 200);
    const proposal =
      state === 'decided'
        ? stage.proposal()
        : {
            outcome: 'reject',
            years: [],
            reasons: 'Demo: når inte gränsen.',
            conditions: [],
            reportsDue: [],
          };
    const { body } = await must(handlaggare.post(`${path}/decision-proposals`, { body: proposal }), 201);
    await must(beslut.post(`/decisions/${body.id}/approve`), 200);
    return id;
  }

  const lists = async (query = ''): Promise<Any[]> =>
    (await must(stage.people.revisor.get(`/thinnings?limit=200${query}`), 200)).body.items;
  const listOf = async (material: string): Promise<Any> =>
    (await lists()).filter((each) => each.material === material);
  const itemsOf = async (id: string): Promise<Any[]> =>
    (await must(stage.people.revisor.get(`/thinnings/${id}/items`), 200)).body.items;
  const act = (
    who: 'handlaggare' | 'beslut' | 'beslut2' | 'admin',
    id: string,
    action: string,
    body?: object,
  ) => stage.people[who].post<Any>(`/thinnings/${id}/${action}`, { body });
  const fileOf = async (id: string): Promise<string> => {
    const { rows } = await medel.owner.query(
      'SELECT file_key FROM application_attachments WHERE application_id = $1',
      [id],
    );
    return join(medel.config.storageDirectory, rows[0].file_key);
  };
  async function carriedOut(id: string): Promise<Any> {
    await until(async () => (await lists('&status=carriedOut')).some((each) => each.id === id));
    return (await stage.people.revisor.get<Any>(`/thinnings/${id}`)).body;
  }

  it('lists nothing before its time, and what is due once', async () => {
    await keeper.list(`${YEAR}-12-31`);
    expect(await lists()).toEqual([]);
    // A draft was discarded today; the call closes on the last day of the year.
    await keeper.list(`${YEAR + 1}-12-30`);
    expect(await listOf('abandonedDraft')).toEqual([]);
    await keeper.list(`${YEAR + 2}-01-02`);
    await keeper.list(`${YEAR + 2}-01-03`);
    expect((await lists()).map(({ material, status, count }) => [material, status, count]).sort()).toEqual([
      ['abandonedDraft', 'listed', 1],
      ['discardedDraft', 'listed', 1],
    ]);
    await keeper.list(`${YEAR + 6}-01-02`);
    const [refused] = await listOf('refusedAttachments');
    expect(refused).toMatchObject({ programmeCode: 'exempel-2025', rule: { ground: 'example', years: 5 } });
    const items = await itemsOf(refused.id);
    expect(items.map(({ applicationId }) => applicationId).sort()).toEqual(
      [cases['refused'], cases['withdrawn']].sort(),
    );
    expect(items[0]).toMatchObject({ outcome: null, files: [], registryNumber: expect.any(String) });
  });

  it('is decided by two, of whom neither is one that may not', async () => {
    const [{ id }] = await listOf('discardedDraft');
    expect((await act('beslut', id, 'approve')).status).toBe(409);
    expect((await act('handlaggare', id, 'approve')).status).toBe(403);
    expect((await stage.people['sokande.1275'].get('/thinnings')).status).toBe(403);
    expect((await act('handlaggare', id, 'propose', {})).status).toBe(400);
    expect((await act('handlaggare', NOWHERE, 'propose', NOTE)).status).toBe(404);
    const proposed = await must(act('handlaggare', id, 'propose', NOTE), 200);
    expect(proposed.body).toMatchObject({ status: 'proposed', note: NOTE.note, actions: [] });
    await must(act('beslut', id, 'return', { note: 'Demo: kontrollera först.' }), 200);
    await must(act('handlaggare', id, 'propose', NOTE), 200);
    // The same person by another account, and the database against direct SQL.
    const twice = await anotherAccount(medel, 'handlaggare', ['decisionMaker']);
    const refusal = await twice.post<Any>(`/thinnings/${id}/approve`);
    expect([refusal.status, refusal.body.code]).toEqual([409, 'fourEyes']);
    await expect(
      medel.owner.query(
        `UPDATE thinnings SET status = 'approved', version = version + 1, decided_by = proposed_by,
           decided_by_person = proposed_by_person, decided_at = now() WHERE id = $1`,
        [id],
      ),
    ).rejects.toThrow(/thinnings_four_eyes/);
  });

  it('lets nothing go that no approved list names', async () => {
    const draft = `UPDATE applications SET content = '{}', thinned_at = now(), version = version + 1 WHERE id = $1`;
    for (const each of ['discarded', 'draft', 'refused', 'granted'])
      await expect(medel.owner.query(draft, [cases[each]])).rejects.toThrow(/no approved list|never changes/);
    await expect(
      medel.owner.query('UPDATE application_attachments SET thinned_at = now() WHERE application_id = $1', [
        cases['refused'],
      ]),
    ).rejects.toThrow(/thinned with its application/);
  });

  it('empties drafts and takes their files, and tells which they were', async () => {
    for (const [material, name] of [
      ['discardedDraft', 'discarded'],
      ['abandonedDraft', 'draft'],
    ] as const) {
      const [{ id, status }] = await listOf(material);
      const file = await fileOf(cases[name]!);
      expect(existsSync(file)).toBe(true);
      if (status === 'listed') await must(act('admin', id, 'propose', NOTE), 200);
      await must(act('beslut', id, 'approve'), 200);
      expect(await carriedOut(id)).toMatchObject({ status: 'carriedOut', thinned: 1, count: 1 });
      const [item] = await itemsOf(id);
      expect(item).toMatchObject({ outcome: 'thinned', registryNumber: null, files: [{ fileType: 'pdf' }] });
      expect(existsSync(file)).toBe(false);
      const own = await must(stage.people['sokande.1275'].get<Any>(`/applications/${cases[name]}`), 200);
      expect(own.body).toMatchObject({
        status: 'discarded',
        title: '',
        attachments: [{ thinnedAt: expect.any(String) }],
      });
      const { rows } = await medel.owner.query(
        'SELECT title FROM application_words WHERE application_id = $1',
        [cases[name]],
      );
      expect(rows[0].title).toBe('');
    }
  });

  it('takes the attachments of who was refused, and nothing of the record', async () => {
    const [{ id }] = await listOf('refusedAttachments');
    const before = await must(stage.people.revisor.get<Any>(`/applications/${cases['refused']}`), 200);
    await must(act('handlaggare', id, 'propose', NOTE), 200);
    await must(
      stage.people.beslut2.post(`/applications/${cases['refused']}/declare-conflict-of-interest`, {
        body: { interest: 'possible', note: 'Demo: släkt' },
      }),
      200,
    );
    const interested = await act('beslut2', id, 'approve');
    expect([interested.status, interested.body.code]).toEqual([409, 'conflictOfInterest']);
    await must(act('beslut', id, 'approve'), 200);
    expect(await carriedOut(id)).toMatchObject({ thinned: 2 });
    const after = await must(stage.people.revisor.get<Any>(`/applications/${cases['refused']}`), 200);
    for (const part of ['title', 'summary', 'activities', 'costs', 'registryNumber'])
      expect(after.body[part]).toEqual(before.body[part]);
    const [attachment] = after.body.attachments;
    expect(attachment).toMatchObject({ thinnedAt: expect.any(String), fileName: 'a.pdf' });
    const path = `/applications/${cases['refused']}/attachments/${attachment.id}`;
    const gone = await stage.people.revisor.get<Any>(path);
    expect([gone.status, gone.body.findings[0].code]).toEqual([409, 'fileThinned']);
    expect(existsSync(await fileOf(cases['granted']!))).toBe(true);
    expect(existsSync(await fileOf(cases['waiting']!))).toBe(true);
    const events = await must(
      stage.people.revisor.get<Any>(`/audit-events?subject=${cases['refused']}`),
      200,
    );
    expect(events.body.items).toContainEqual(
      expect.objectContaining({ action: 'thin', data: expect.objectContaining({ thinningId: id }) }),
    );
    expect((await stage.people.revisor.get('/audit/verification')).body).toMatchObject({ ok: true });
    await medel.expectCoherent();
  });

  it('leaves out what is due no longer, and what was decided to be kept', async () => {
    const late = await withFile('draft');
    await keeper.list(`${YEAR + 2}-02-01`);
    const [abandoned] = (await listOf('abandonedDraft')).filter(({ status }: Any) => status === 'listed');
    await must(act('admin', abandoned.id, 'propose', NOTE), 200);
    await must(stage.people['sokande.1275'].post(`/applications/${late}/discard`), 200);
    await must(act('beslut', abandoned.id, 'approve'), 200);
    expect(await carriedOut(abandoned.id)).toMatchObject({ count: 1, thinned: 0 });
    expect(await itemsOf(abandoned.id)).toMatchObject([
      { applicationId: late, outcome: 'exempt', files: [] },
    ]);
    expect(existsSync(await fileOf(late))).toBe(true);

    const other = await withFile('withdrawn');
    await keeper.list(`${YEAR + 6}-02-01`);
    const listed = (await listOf('refusedAttachments')).find(({ status }: Any) => status === 'listed');
    expect((await itemsOf(listed.id)).map(({ applicationId }) => applicationId)).toEqual([other]);
    await must(act('beslut', listed.id, 'keep', { note: 'Demo: behövs för en uppföljning.' }), 200);
    await keeper.list(`${YEAR + 9}-02-01`);
    expect((await listOf('refusedAttachments')).map(({ status }: Any) => status).sort()).toEqual([
      'carriedOut',
      'kept',
    ]);
    expect((await act('beslut2', listed.id, 'approve')).status).toBe(409);
    const exported = await must(
      stage.people.revisor.post<Any>('/exports', { body: { kind: 'thinnings', format: 'csv', filters: {} } }),
      202,
    );
    await until(
      async () =>
        (await stage.people.revisor.get<Any>(`/exports/${exported.body.id}`)).body.status === 'ready',
    );
    const csv = await stage.people.revisor.get<string>(`/exports/${exported.body.id}/file`);
    expect(String(csv.body).match(/thinned/g)).toHaveLength(4);
    await medel.expectCoherent();
  });

  it('leaves a bundle of the case that verifies, and says which files it has no more', async () => {
    const exporting = new Exporting(medel, stage.people.revisor);
    const order = { kind: 'case-bundle', format: 'zip', filters: { applicationId: cases['refused'] } };
    const bundle = Bundle.of((await exporting.make(order)).file);
    const told = bundle.json('case/application.json').applicationAttachments;
    expect(told).toMatchObject([{ file: null, fileName: 'a.pdf' }]);
    expect(bundle.verify()).toMatchObject({ code: 0 });
    // Without what the trail says of it, a file is missing.
    const silent = bundle.withTrail((lines) => lines.map((line) => line.replace(/\bthin\b/, 'edit')));
    expect(silent.verify().said.join('\n')).toContain('fileScan');
  });

  it('is answered as the contract says', () => {
    expect(THINNING_OPERATIONS.filter((operation) => contract.unanswered.includes(operation))).toEqual([]);
  });
});
