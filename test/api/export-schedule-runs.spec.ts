import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ExportKeeper, ExportScheduleRunner } from '#core/exports';
import { Medel, until, type Any, type Client } from '#testing';
import { Exporting } from './exporting.js';
import { must } from './stage.js';

const DAY = 86_400_000;
const dayOf = (moment: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' }).format(moment);
/** The day before yesterday: whenever this is run, the latest that was due is some way off, and so is the next. */
const LAST_DAY = dayOf(Date.now() - 2 * DAY);
const WEEKDAY = new Date(`${LAST_DAY}T12:00:00Z`).getUTCDay() || 7;
const WEEKLY = { every: 'week', weekday: WEEKDAY, at: '06:00', from: '2020-01-01' };
const ORDER = { title: 'Demo', kind: 'payments', format: 'csv', recurrence: WEEKLY };

/** 06:00 in Stockholm on the last of its days, or `weeks` before. */
function due(weeks: number): Date {
  const date = dayOf(new Date(`${LAST_DAY}T12:00:00Z`).getTime() - weeks * 7 * DAY);
  const summer = new Date(`${date}T06:00:00+02:00`);
  const time = summer.toLocaleTimeString('sv-SE', { timeZone: 'Europe/Stockholm', timeStyle: 'short' });
  return time === '06:00' ? summer : new Date(`${date}T06:00:00+01:00`);
}

describe('the clock of recurring exports', () => {
  let medel: Medel;
  let admin: Client;
  let exporting: Exporting;

  beforeAll(async () => {
    medel = await Medel.start({ worker: true, exports: { perUser: 3 } });
    admin = await medel.as('admin');
    exporting = new Exporting(medel, admin);
  });
  afterAll(async () => {
    await medel.expectCoherent();
    await medel.stop();
  });

  const make = async (changes: object = {}, who = admin): Promise<string> =>
    (await must(who.post('/export-schedules', { body: { ...ORDER, ...changes } }), 201)).body.id;
  const schedule = async (id: string): Promise<Any> => (await admin.get(`/export-schedules/${id}`)).body;
  const runs = async (id: string): Promise<Any[]> =>
    (await must(admin.get(`/exports?scheduleId=${id}&sort=requestedAt`), 200)).body.items;
  const events = async (id: string): Promise<Any[]> =>
    (
      await medel.owner.query(
        'SELECT action, actor_id AS actor, data FROM audit_events WHERE subject_id = $1 ORDER BY seq',
        [id],
      )
    ).rows;
  /** As if it had waited since then. */
  const wait = (id: string, since: Date, changes = '') =>
    medel.owner.query(`ALTER TABLE export_schedules DISABLE TRIGGER USER;
      UPDATE export_schedules SET next_run_at = '${since.toISOString()}'${changes} WHERE id = '${id}';
      ALTER TABLE export_schedules ENABLE TRIGGER USER`);
  const tick = () => medel.api.get(ExportScheduleRunner).runDue();

  it('orders nothing before its moment', async () => {
    const id = await make();
    await tick();
    expect([await runs(id), (await schedule(id)).lastRunAt]).toEqual([[], null]);
  });

  it('orders what is due once, in its owner’s name, and goes on to the next', async () => {
    const id = await make({ asOf: 'periodEnd', recipients: [] });
    await wait(id, due(0));
    await Promise.all([tick(), tick(), tick()]);
    const [run, ...more] = await runs(id);
    expect(more).toEqual([]);
    const sunday = dayOf(due(0).getTime() - WEEKDAY * DAY);
    expect(run).toMatchObject({
      kind: 'payments',
      scheduleId: id,
      dueAt: due(0).toISOString(),
      asOf: sunday,
    });
    const { owner, nextRunAt, lastRunAt, missedRuns } = await schedule(id);
    expect([run.requestedBy, new Date(lastRunAt), missedRuns]).toEqual([owner.id, due(0), 0]);
    expect(new Date(nextRunAt) > new Date()).toBe(true);
    expect((await events(run.id))[0]).toMatchObject({
      action: 'create',
      actor: owner.id,
      data: { scheduleId: id },
    });
    expect(await events(id)).toMatchObject([
      { action: 'create' },
      { action: 'run', data: { exportId: run.id, missed: 0, dueAt: due(0).toISOString() } },
    ]);
    await exporting.ready(run.id);
  });

  it('orders the latest only of what was due while no worker was there, and says how many it missed', async () => {
    const id = await make();
    await wait(id, due(3));
    await tick();
    await tick();
    const made = await runs(id);
    expect(made.map(({ dueAt }) => new Date(dueAt))).toEqual([due(0)]);
    expect((await schedule(id)).missedRuns).toBe(3);
    expect((await events(id)).at(-1)).toMatchObject({ action: 'run', data: { missed: 3 } });
    await exporting.ready(made[0].id);
  });

  it('ends when the last has been ordered', async () => {
    const id = await make();
    const until = dayOf(due(0).getTime());
    await wait(id, due(1), `, recurrence = recurrence || '{"until": "${until}"}'`);
    await tick();
    expect(await schedule(id)).toMatchObject({ status: 'ended', nextRunAt: null, missedRuns: 1 });
    expect((await runs(id)).map(({ dueAt }) => new Date(dueAt))).toEqual([due(0)]);
  });

  it.each([
    ['ownerInactive', 'is_active = false', 'is_active = true'],
    ['ownerNotAllowed', `roles = '{}'`, `roles = '{decisionMaker}'`],
  ])('pauses with the reason %s, and orders nothing', async (reason, lose, regain) => {
    const owner = await medel.as('beslut2');
    const id = await make({}, owner);
    // No account is without a role through the API; one that once was is not trusted all the same.
    const change = (to: string) =>
      medel.owner.query(
        `ALTER TABLE users DISABLE TRIGGER audited;
         UPDATE users SET ${to} WHERE email = 'beslut2@medel.example';
         ALTER TABLE users ENABLE TRIGGER audited`,
      );
    await wait(id, due(0));
    await change(lose);
    await tick();
    await change(regain);
    expect(await schedule(id)).toMatchObject({ status: 'paused', pausedReason: reason, nextRunAt: null });
    expect(await runs(id)).toEqual([]);
    expect((await events(id)).at(-1)).toMatchObject({ action: 'pause', data: { reason } });
    await tick();
    expect(await runs(id)).toEqual([]);
    const back = await medel.as('beslut2');
    expect((await back.post(`/export-schedules/${id}/resume`)).body.status).toBe('active');
  });

  it('pauses what can no longer be ordered, with everything that is wrong, and runs the others', async () => {
    const [broken, whole] = [await make(), await make({ kind: 'recoveries' })];
    await wait(broken, due(1), `, kind = 'abolished', filters = '{"year": 2026}'`);
    await wait(whole, due(0));
    await tick();
    expect(await schedule(broken)).toMatchObject({ status: 'paused', pausedReason: 'orderRefused' });
    expect((await events(broken)).at(-1)!.data.problems).toMatchObject([{ code: 'unknownExportKind' }]);
    expect(await runs(whole)).toHaveLength(1);
  });

  it('waits while its owner has too many in the queue, and loses nothing', async () => {
    const id = await make({ kind: 'recoveries' });
    await until(async () => (await admin.get('/exports?status=queued&mine=true')).body.total === 0);
    await until(async () => (await admin.get('/exports?status=running&mine=true')).body.total === 0);
    await medel.stopWorker();
    const waiting = [];
    for (const year of [2021, 2022, 2023])
      waiting.push(await exporting.order({ kind: 'payments', format: 'csv', filters: { year } }));
    await wait(id, due(0));
    await tick();
    expect(await runs(id)).toEqual([]);
    expect(await schedule(id)).toMatchObject({ status: 'active', nextRunAt: due(0).toISOString() });
    await medel.startWorker();
    for (const each of waiting) await exporting.ready(each);
    await tick();
    expect((await runs(id)).map(({ dueAt }) => new Date(dueAt))).toEqual([due(0)]);
  });

  it('keeps its files for its own days, or the latest so many, and removes the others', async () => {
    const id = await make({ kind: 'grants-by-year', keeping: { files: 2 } });
    const made: Any[] = [];
    for (const weeks of [3, 2, 1, 0]) {
      // Each has its own moment: as it was when that was the latest.
      await wait(id, due(weeks), `, recurrence = recurrence || '{"until": null}'`);
      await medel.owner.query(`ALTER TABLE exports DISABLE TRIGGER USER;
        UPDATE exports SET due_at = due_at - interval '7 days' WHERE schedule_id = '${id}';
        ALTER TABLE exports ENABLE TRIGGER USER`);
      await tick();
      made.push(await exporting.ready((await runs(id)).at(-1)!.id));
    }
    expect(made.map(({ expiresAt }) => expiresAt)).toEqual([null, null, null, null]);
    const { rows } = await medel.owner.query(
      `SELECT result->>'fileKey' AS key FROM exports WHERE schedule_id = $1 ORDER BY due_at`,
      [id],
    );
    await medel.worker!.get(ExportKeeper).expire();
    const after = await runs(id);
    expect(after.map(({ status }) => status)).toEqual(['expired', 'expired', 'ready', 'ready']);
    const there = rows.map(({ key }) => existsSync(join(medel.config.storageDirectory, key as string)));
    expect(there).toEqual([false, false, true, true]);
    // What has changed is told against the run before, whoever else ordered the same meanwhile.
    expect(after[3]!.changes).toMatchObject({ previousId: after[2]!.id, isUnchanged: true });

    const days = await make({ kind: 'grants-by-year', keeping: { days: 400 } });
    await wait(days, due(0));
    await tick();
    const [kept] = await runs(days);
    const { expiresAt, requestedAt } = await exporting.ready(kept.id);
    const length = new Date(expiresAt).getTime() - new Date(requestedAt).getTime();
    expect(Math.round(length / DAY)).toBe(400);
  });
});
