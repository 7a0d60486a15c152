import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Cases, lanes, Medel, tally, type Answer, type Any } from '#testing';

const year = new Date().getFullYear();

/** The same key with the same request acts once, however often and however fast it is sent. */
describe('Idempotency-Key', () => {
  let medel: Medel;
  let cases: Cases;

  const events = async (id: string): Promise<string[]> => {
    const { rows } = await medel.owner.query(
      'SELECT action FROM audit_events WHERE subject_id = $1 ORDER BY seq',
      [id],
    );
    return rows.map(({ action }) => action as string);
  };
  const keys = async (key: string): Promise<number> =>
    (await medel.owner.query('SELECT FROM idempotency_keys WHERE key = $1', [key])).rowCount!;
  const isReplayed = ({ headers }: Answer<Any>) => headers.get('idempotent-replayed') === 'true';

  beforeAll(async () => {
    medel = await Medel.start();
    cases = await Cases.open(medel, { years: [year] });
  });
  afterEach(() => medel.expectCoherent());
  afterAll(() => medel.stop());

  it('answers the same again', async () => {
    const send = () =>
      cases.applicant.post('/applications', { body: { callId: cases.callId }, key: 'again' });
    const [first, second, third] = [await send(), await send(), await send()];
    expect([first, second, third].map(isReplayed)).toEqual([false, true, true]);
    expect([first, second, third].map(({ status }) => status)).toEqual([201, 201, 201]);
    for (const again of [second, third]) {
      expect(again.body).toEqual(first.body);
      for (const name of ['location', 'etag', 'content-type'])
        expect(again.headers.get(name)).toBe(first.headers.get(name));
    }
    expect(await events(first.body.id)).toEqual(['create']);
  });

  it('answers as then, though the case has gone on', async () => {
    const id = await cases.draft();
    const submit = () => cases.signatory.post(`/applications/${id}/submit`, { key: `submit-${id}` });
    const first = await submit();
    await cases.officer.post(`/applications/${id}/start-assessment`);
    const again = await submit();
    expect(again).toMatchObject({ status: 200, body: { status: 'submitted' } });
    expect(again.body).toEqual(first.body);
  });

  it('lets 32 twins act once', async () => {
    const before = Number((await medel.owner.query('SELECT count(*) FROM applications')).rows[0].count);
    const answers = await lanes(32, () =>
      cases.applicant.post('/applications', { body: { callId: cases.callId }, key: 'twins' }),
    );
    expect(tally(answers)).toEqual({ 201: 32 });
    expect(answers.filter(isReplayed)).toHaveLength(31);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const after = Number((await medel.owner.query('SELECT count(*) FROM applications')).rows[0].count);
    expect(after).toBe(before + 1);
  });

  it('lets 32 twins hold the money once', async () => {
    const id = await cases.underAssessment();
    const before = await cases.appropriation(year);
    const answers = await lanes(32, () => cases.propose(id, `propose-${id}`));
    expect(tally(answers)).toEqual({ 201: 32 });
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await cases.appropriation(year)).reserved).toBe(before.reserved + 900_000);
  });

  it('refuses a used key with another request', async () => {
    const id = await cases.draft();
    const key = 'other-body';
    const post = (path: string, body: object) => cases.applicant.post(path, { body, key });
    const made = await post('/applications', { callId: cases.callId });
    const refused = { status: 422, body: { code: 'idempotencyKeyReused' } };
    expect(await post('/applications', { callId: id })).toMatchObject(refused);
    expect(await cases.applicant.post(`/applications/${id}/discard`, { key })).toMatchObject(refused);
    expect(await events(id)).toEqual(['create', 'edit']);
    expect((await post('/applications', { callId: cases.callId })).body).toEqual(made.body);
  });

  it("is nobody else's key", async () => {
    const body = { callId: cases.callId };
    const mine = await cases.applicant.post('/applications', { body, key: 'shared' });
    const theirs = await cases.signatory.post('/applications', { body, key: 'shared' });
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    expect(isReplayed(theirs)).toBe(false);
    expect(theirs.body.id).not.toBe(mine.body.id);
  });

  it('is not kept for an act that was refused', async () => {
    const id = await cases.draft({ title: '' });
    const submit = () => cases.signatory.post(`/applications/${id}/submit`, { key: 'second-try' });
    expect(await submit()).toMatchObject({ status: 422, body: { code: 'rulesNotMet' } });
    expect(await keys('second-try')).toBe(0);
    await cases.applicant.edit(`/applications/${id}`, { title: 'Demo: nu med titel' });
    const corrected = await submit();
    expect(corrected.status).toBe(200);
    expect(isReplayed(corrected)).toBe(false);
    expect(isReplayed(await submit())).toBe(true);
    expect(await events(id)).toEqual(['create', 'edit', 'edit', 'submit']);
  });

  it('is kept over a restart', async () => {
    const id = await cases.draft();
    const submit = () => cases.signatory.post(`/applications/${id}/submit`, { key: 'over-restart' });
    const first = await submit();
    await medel.restartApi();
    const again = await submit();
    expect(isReplayed(again)).toBe(true);
    expect(again.body).toEqual(first.body);
    expect(await events(id)).toEqual(['create', 'edit', 'submit']);
  });

  it('is no matter where nothing is changed', async () => {
    const id = await cases.submitted();
    const replay = () => cases.officer.post(`/applications/${id}/evidence/replay`, { key: `replay-${id}` });
    const first = await replay();
    expect(first.status).toBe(200);
    expect(await replay()).toMatchObject({ status: 200, body: first.body });
    expect(await keys(`replay-${id}`)).toBe(0);
  });

  it('refuses what is no key, and needs none to act', async () => {
    const body = { callId: cases.callId };
    for (const key of ['x'.repeat(129), ' ', 'åäö'])
      expect(
        (await cases.applicant.post('/applications', { body, key }).catch(() => ({ status: 400 }))).status,
      ).toBe(400);
    expect((await cases.applicant.post('/applications', { body, key: 'x'.repeat(128) })).status).toBe(201);
    expect((await cases.applicant.post('/applications', { body })).status).toBe(201);
  });
});
