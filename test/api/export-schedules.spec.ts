import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ExportScheduleRunner } from '#core/exports';
import { Medel, type Any, type Client } from '#testing';
import { Exporting } from './exporting.js';
import { expectProblem, findingsOf } from './problem.js';
import { must } from './stage.js';

const YEAR = new Date().getFullYear();
const MONTHLY = { every: 'month', day: 31, at: '06:00', from: `${YEAR}-01-01` };
const ORDER = { title: 'Demo: betalningar', kind: 'payments', format: 'csv', recurrence: MONTHLY };

describe('recurring exports', () => {
  let medel: Medel;
  let auditor: Client;
  let officer: Client;
  let officerId: string;

  beforeAll(async () => {
    medel = await Medel.start();
    [auditor, officer] = await Promise.all([medel.as('revisor'), medel.as('handlaggare')]);
    officerId = (await officer.get('/session')).body.user.id;
  });
  afterAll(async () => {
    await medel.expectCoherent();
    await medel.stop();
  });

  const make = async (changes: object = {}, who = auditor): Promise<Any> =>
    (await must(who.post('/export-schedules', { body: { ...ORDER, ...changes } }), 201)).body;
  const read = async (id: string): Promise<Any> =>
    (await must(auditor.get(`/export-schedules/${id}`), 200)).body;
  const lastActions = async (id: string): Promise<string[]> => {
    const { rows } = await medel.owner.query(
      'SELECT action FROM audit_events WHERE subject_id = $1 ORDER BY seq',
      [id],
    );
    return rows.map(({ action }) => action as string);
  };

  it('are ordered with what, when, for whom and how long, and say what comes next', async () => {
    const made = await must(
      auditor.post('/export-schedules', {
        body: {
          ...ORDER,
          filters: { programmeCode: 'exempel-2027' },
          asOf: 'periodEnd',
          recipients: [officerId],
          keeping: { files: 3 },
          csv: { separator: ';' },
        },
      }),
      201,
    );
    expect(made.headers.get('location')).toBe(`/api/v1/export-schedules/${made.body.id}`);
    expect(made.body).toMatchObject({
      status: 'active',
      title: ORDER.title,
      asOf: 'periodEnd',
      recurrence: { ...MONTHLY, weekday: null, month: null, until: null },
      recipients: [{ id: officerId, name: 'Demo Handläggare Ett' }],
      owner: { name: 'Demo Revisor' },
      csv: { separator: ';', decimal: '.', bom: false },
      keeping: { days: null, files: 3 },
      lastRunAt: null,
      missedRuns: 0,
      pausedReason: null,
      actions: ['edit', 'pause', 'end'],
    });
    const next = new Date(made.body.nextRunAt);
    expect(next > new Date()).toBe(true);
    expect(next.toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' }).slice(11)).toBe('06:00:00');
    expect(await lastActions(made.body.id)).toEqual(['create']);
  });

  it('keep a file for seven days unless they are told', async () => {
    expect((await make()).keeping).toEqual({ days: 7, files: null });
  });

  it('are changed by their owner at the version that was read, and by nobody else', async () => {
    const { id, nextRunAt } = await make();
    const path = `/export-schedules/${id}`;
    expectProblem(await officer.edit(path, { title: 'Demo: annat' }), 403, 'forbidden');
    expectProblem(await auditor.patch(path, { body: { title: 'x' }, ifMatch: '"9"' }), 412, 'stale');
    const edited = await auditor.edit<Any>(path, { title: 'Demo: annat', recipients: [officerId] });
    expect(edited.body).toMatchObject({ title: 'Demo: annat', recipients: [{ id: officerId }], nextRunAt });
    const weekly = { every: 'week', weekday: 1, at: '23:59', from: `${YEAR + 1}-06-01` };
    const moved = await auditor.edit<Any>(path, { recurrence: weekly });
    expect(moved.body.title).toBe('Demo: annat');
    expect(new Date(moved.body.nextRunAt).getUTCFullYear()).toBe(YEAR + 1);
    expect(await lastActions(id)).toEqual(['create', 'edit', 'edit']);
  });

  it('are paused and ended by anyone of the agency, and resumed by their owner', async () => {
    const { id } = await make();
    const act = (who: Client, action: string) => who.post<Any>(`/export-schedules/${id}/${action}`);
    const paused = (await act(officer, 'pause')).body;
    expect(paused).toMatchObject({
      status: 'paused',
      pausedReason: 'byPerson',
      nextRunAt: null,
      actions: ['end'],
    });
    expectProblem(await act(officer, 'resume'), 403, 'forbidden');
    expect((await act(auditor, 'resume')).body).toMatchObject({ status: 'active', pausedReason: null });
    expect((await act(officer, 'end')).body).toMatchObject({ status: 'ended', nextRunAt: null, actions: [] });
    expect(await lastActions(id)).toEqual(['create', 'pause', 'resume', 'end']);
  });

  it('are not resumed when they would never come again', async () => {
    const { id } = await make();
    await must(auditor.post(`/export-schedules/${id}/pause`), 200);
    await medel.owner.query(
      `ALTER TABLE export_schedules DISABLE TRIGGER USER;
       UPDATE export_schedules SET recurrence = recurrence || '{"until": "${YEAR}-01-01"}' WHERE id = '${id}';
       ALTER TABLE export_schedules ENABLE TRIGGER USER`,
    );
    const refused = await auditor.post(`/export-schedules/${id}/resume`);
    expectProblem(refused, 400, 'invalid');
    expect(findingsOf(refused)).toEqual(['recurrence.until noRunLeft']);
    expect((await auditor.edit(`/export-schedules/${id}`, { title: 'Demo' })).status).toBe(200);
  });

  it('are for people who may read exports: no recipient of grants, and nobody whose account is closed', async () => {
    const applicant = await medel.as('sokande.1280');
    const applicantId = (await applicant.get('/session')).body.user.id;
    const administrator = await medel.as('admin');
    const { id } = (await (await medel.as('handlaggare2')).get('/session')).body.user;
    const open = (isActive: boolean) => administrator.edit(`/users/${id}`, { isActive });
    expect((await open(false)).status).toBe(200);
    const body = { ...ORDER, recipients: [officerId, applicantId, id] };
    const refused = await auditor.post('/export-schedules', { body });
    expectProblem(refused, 400, 'invalid');
    expect(findingsOf(refused)).toEqual([
      'recipients[1] notAReaderOfExports',
      'recipients[2] notAReaderOfExports',
    ]);
    expect((await open(true)).status).toBe(200);
  });

  it('are nothing that a recipient of grants sees', async () => {
    const applicant = await medel.as('firmatecknare.1280');
    const { id } = await make();
    for (const path of ['/export-schedules', `/export-schedules/${id}`, `/exports?scheduleId=${id}`])
      expectProblem(await applicant.get(path), 403, 'forbidden');
    expectProblem(await applicant.post('/export-schedules', { body: ORDER }), 403, 'forbidden');
    for (const action of ['pause', 'resume', 'end'])
      expectProblem(await applicant.post(`/export-schedules/${id}/${action}`), 403, 'forbidden');
  });

  it('are listed by status, kind, and to whom they are of use', async () => {
    const mine = await make({ kind: 'recoveries', recipients: [officerId] });
    const others = await make({ kind: 'recoveries' });
    const found = async (who: Client, query: string) =>
      (await must(who.get(`/export-schedules?kind=recoveries&${query}`), 200)).body.items.map(
        ({ id }: Any) => id,
      );
    expect(await found(officer, 'mine=true')).toEqual([mine.id]);
    expect(await found(officer, 'mine=false')).toEqual([others.id, mine.id]);
    expect(await found(auditor, 'mine=true&status=active')).toEqual([others.id, mine.id]);
    expect(await found(auditor, 'status=ended')).toEqual([]);
  });

  it('stand in the lists of those who are to have them, and can be fetched by whoever may read exports', async () => {
    const { id } = await make({ kind: 'grants-by-year', recipients: [officerId] });
    await medel.startWorker();
    await medel.owner.query(`ALTER TABLE export_schedules DISABLE TRIGGER USER;
      UPDATE export_schedules SET next_run_at = now() - interval '1 minute' WHERE id = '${id}';
      ALTER TABLE export_schedules ENABLE TRIGGER USER`);
    await medel.worker!.get(ExportScheduleRunner).runDue();
    const of = async (who: Client, query: string) =>
      (await must(who.get(`/exports?scheduleId=${id}${query}`), 200)).body.items.map(({ id }: Any) => id);
    const [run] = await of(auditor, '');
    const clerk = await medel.as('ekonomi');
    expect([await of(auditor, '&mine=true'), await of(officer, '&mine=true')]).toEqual([[run], [run]]);
    // As any other export: the whole agency reads it, and only those whom it is for have it among theirs.
    expect([await of(clerk, ''), await of(clerk, '&mine=true')]).toEqual([[run], []]);
    const state = await new Exporting(medel, officer).ready(run);
    expect(state).toMatchObject({ scheduleId: id, requestedBy: (await read(id)).owner.id });
    for (const who of [officer, clerk]) {
      const fetching = new Exporting(medel, who);
      expect((await fetching.file(run)).length).toBe(state.size);
      expect(JSON.parse(await fetching.manifest(run)).id).toBe(run);
    }
    const stranger = await medel.as('sokande.1280');
    for (const path of [`/exports/${run}`, `/exports/${run}/file`, `/exports/${run}/manifest`])
      expectProblem(await stranger.get(path), 403, 'forbidden');
  });
});
