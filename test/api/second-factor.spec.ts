import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BEFORE_PROOF } from '#domain/access/permissions';
import { Client, figure, lanes, Medel, sized, type Any } from '#testing';
import { readAccessTable } from '../../apps/api/src/http/access-table.js';
import { API_PREFIX } from '../../apps/api/src/http/server.js';
import { App, enrolApp, forgetSteps, roomForAnOldCode } from './factors.js';
import { expectProblem, findingsOf } from './problem.js';
import { must, NOWHERE } from './stage.js';

let medel: Medel;
let patient: Medel;
beforeAll(async () => {
  medel = await Medel.start({ secondFactor: { mode: 'demanded' } });
  patient = await Medel.start({ secondFactor: { mode: 'demanded', freeTries: 10_000 } });
});
afterAll(async () => {
  for (const each of [medel, patient]) {
    await each.expectCoherent();
    await each.stop();
  }
});

/** The guard asks before it looks at roles: two stand for all, unless there is time. */
const STAFF = ['handlaggare', 'admin', 'beslut', 'ekonomi', 'revisor'].slice(0, sized(2, 5));
const removeAll = ({ owner }: Medel) =>
  owner.query(
    `DELETE FROM second_factors; DELETE FROM recovery_codes; DELETE FROM second_factor_tries; DELETE FROM sessions`,
  );
beforeEach(async () => {
  await removeAll(medel);
  await removeAll(patient);
});

const stateOf = async (who: Client): Promise<string> =>
  (await must(who.get<Any>('/session'), 200)).body.secondFactor;
const eventsOf = async ({ owner }: Medel, action: string): Promise<Any[]> =>
  (
    await owner.query(`SELECT subject_id, actor_id, data FROM audit_events WHERE action = $1 ORDER BY id`, [
      action,
    ])
  ).rows;

describe('agency staff', () => {
  it('without a second factor may only add one; then everything is open', async () => {
    const officer = await medel.as('handlaggare');
    expect(await stateOf(officer)).toBe('enrol');
    expectProblem(await officer.get('/applications'), 403, 'secondFactorRequired');
    const { app, recoveryCodes } = await enrolApp(officer);
    expect(app.secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const code of recoveryCodes)
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(await stateOf(officer)).toBe('proven');
    await must(officer.get('/applications'), 200);
    const { body } = await must(officer.get<Any>('/second-factor'), 200);
    expect(body).toEqual({
      isDemanded: true,
      proofMinutes: 10,
      factors: [
        {
          id: expect.any(String),
          kind: 'totp',
          name: 'Demo: telefon',
          createdAt: expect.any(String),
          lastUsedAt: null,
        },
      ],
      recoveryCodesLeft: 10,
    });
  });

  it.each(['enrol', 'prove'])(
    'who must %s first are refused everything else, whatever their role',
    async (state) => {
      const operations = readAccessTable(medel.api, API_PREFIX);
      for (const account of STAFF) {
        if (state === 'prove') await enrolApp(await medel.as(account));
        const who = await medel.as(account);
        expect(await stateOf(who)).toBe(state);
        let refused = 0;
        for (const { method, path, access } of operations) {
          if (!('permission' in access) || BEFORE_PROOF.includes(access.permission)) continue;
          const answer = await who.send(method, `/${path.replace(/:\w+/g, NOWHERE)}`, {});
          expect([path, answer.status, answer.body['code']]).toEqual([path, 403, 'secondFactorRequired']);
          refused += 1;
        }
        expect(refused).toBeGreaterThan(100);
      }
    },
  );

  it('who have one prove it after the password, and the session gets another name', async () => {
    const { app } = await enrolApp(await medel.as('handlaggare'));
    const officer = await medel.as('handlaggare');
    const before = officer.session;
    expect(await stateOf(officer)).toBe('prove');
    // A password alone does not add a factor either.
    for (const path of ['totp', 'totp/confirm', 'passkeys', 'passkeys/confirm', 'recovery-codes'])
      expectProblem(await officer.post(`/second-factor/${path}`), 403, 'secondFactorRequired');
    const proven = await officer.prove({ code: app.code() });
    expect([proven.status, proven.body.secondFactor, proven.body.user.email]).toEqual([
      200,
      'proven',
      'handlaggare@medel.example',
    ]);
    expect(officer.session).not.toBe(before);
    await must(officer.get('/applications'), 200);
    const planted = await medel.anyone().get('/session', { headers: { cookie: before } });
    expectProblem(planted, 401, 'unauthenticated');
  });

  it('who sign in twice at once and both add a first factor do not both', async () => {
    const [one, other] = [await medel.as('revisor'), await medel.as('revisor')];
    const bodies = await Promise.all(
      [one, other].map(async (who) => {
        const app = new App((await must(who.post<Any>('/second-factor/totp'), 200)).body.secret);
        return { who, body: { name: 'Demo', code: app.code() } };
      }),
    );
    const answers = await Promise.all(
      bodies.map(({ who, body }) => who.post<Any>('/second-factor/totp/confirm', { body })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 403]);
  });
});

describe('a code', () => {
  const enrolled = async (of = medel) => {
    const { app, recoveryCodes } = await enrolApp(await of.as('beslut'));
    return { app, recoveryCodes, sign: () => of.as('beslut') };
  };
  const refused = (answer: Any) => {
    expectProblem(answer, 400, 'invalid');
    expect(findingsOf(answer)).toEqual(['code codeNotRight']);
  };

  it('is of six digits, as they are in ASCII', async () => {
    const officer = await medel.as('handlaggare');
    await must(officer.post('/second-factor/totp'), 200);
    const { sign } = await enrolled();
    // One fewer than would be told of as guessing.
    for (const code of ['éééééé', '１２３４５６', '٠١٢٣٤٥', '12 456']) {
      refused(await officer.post('/second-factor/totp/confirm', { body: { name: 'Demo', code } }));
      refused(await (await sign()).prove({ code }));
    }
  });

  it('is of these half minutes, and not of older ones', async () => {
    const { app, sign } = await enrolled(patient);
    await forgetSteps(patient);
    for (const steps of [-3, -2, 3]) refused(await (await sign()).prove({ code: app.code(steps) }));
    for (const steps of [-1, 0, 1]) {
      const officer = await sign();
      await roomForAnOldCode();
      expect((await officer.prove({ code: app.code(steps) })).status).toBe(200);
    }
  });

  it('is good once, and none before it afterwards', async () => {
    const { app, sign } = await enrolled(patient);
    const code = app.code();
    expect((await (await sign()).prove({ code: `${code.slice(0, 3)} ${code.slice(3)}` })).status).toBe(200);
    refused(await (await sign()).prove({ code }));
    refused(await (await sign()).prove({ code: app.code(-1) }));
    await must((await sign()).prove({ code: app.code(1) }), 200);
  });

  it('opens one session, however many ask at the same time', async () => {
    const { app, recoveryCodes, sign } = await enrolled(patient);
    const sessions = await Promise.all(Array.from({ length: 8 }, sign));
    const rounds = sized(2, 20);
    for (let round = 0; round < rounds; round += 1) {
      await forgetSteps(patient);
      for (const code of [app.code(), recoveryCodes[round % 10]!]) {
        const answers = await lanes(64, (lane) =>
          new Client(patient.address).send<Any>('POST', '/second-factor/prove', {
            body: { code },
            headers: { cookie: sessions[lane % 8]!.session },
          }),
        );
        const winners = answers.filter(({ status }) => status === 200);
        expect(winners).toHaveLength(1);
        for (const answer of answers) expect([200, 400, 401]).toContain(answer.status);
        // The winner's session goes by another name now.
        const place = answers.indexOf(winners[0]!) % 8;
        sessions[place] = await sign();
      }
      if (round % 10 === 9) recoveryCodes.splice(0, 10, ...(await enrolled(patient)).recoveryCodes);
    }
    figure('second-factor', 'rounds', rounds * 2);
  });

  it('may be tried five times; then one waits, longer each time, and the right one waits too', async () => {
    const { app, sign } = await enrolled();
    const wrong = ['000000', '111111', '222222', '333333', '444444'];
    for (const code of wrong) refused(await (await sign()).prove({ code }));
    const waits = await (await sign()).prove({ code: app.code() });
    expectProblem(waits, 429, 'tooManyRequests');
    expect(Number(waits.headers.get('retry-after'))).toBeGreaterThan(25);
    const passes = () =>
      medel.owner.query(`UPDATE second_factor_tries SET next_at = now() - interval '1 second'`);
    await passes();
    refused(await (await sign()).prove({ code: '555555' }));
    const longer = await (await sign()).prove({ code: app.code() });
    expect(Number(longer.headers.get('retry-after'))).toBeGreaterThan(55);
    expect((await eventsOf(medel, 'guess-second-factor')).map(({ data }) => data)).toEqual([
      { tries: 5 },
      { tries: 6 },
    ]);
    await passes();
    await must((await sign()).prove({ code: app.code() }), 200);
    refused(await (await sign()).prove({ code: '666666' }));
  });

  it('is no more than five guesses when a hundred come at once', async () => {
    const { sign } = await enrolled();
    const who = await sign();
    const begun = Date.now();
    const answers = await lanes(100, (lane) => who.prove({ code: `${100_000 + lane}` }));
    // The fifth one makes the next wait 30 seconds: on a machine that does much else the hundred may take as long.
    const most = 5 + Math.floor((Date.now() - begun) / 30_000);
    const looked = answers.filter(({ status }) => status === 400).length;
    expect(looked).toBeGreaterThanOrEqual(5);
    expect(looked).toBeLessThanOrEqual(most);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(100 - looked);
  });

  it('of recovery works once, however it is typed, and is written down', async () => {
    const { recoveryCodes, sign } = await enrolled();
    const who = await sign();
    await must(who.prove({ code: recoveryCodes[0]!.replaceAll('-', ' ').toLowerCase() }), 200);
    refused(await (await sign()).prove({ code: recoveryCodes[0]! }));
    expect((await who.get<Any>('/second-factor')).body.recoveryCodesLeft).toBe(9);
    expect(await eventsOf(medel, 'use-recovery-code')).toHaveLength(1);
    const renewed = (await must(who.post<Any>('/second-factor/recovery-codes'), 200)).body.recoveryCodes;
    refused(await (await sign()).prove({ code: recoveryCodes[1]! }));
    await must((await sign()).prove({ code: renewed[1] }), 200);
  });

  it.each<[string, object, string[]]>([
    ['nothing', {}, ['code required']],
    ['a number', { code: 123456 }, ['code notText']],
    ['something short and something more', { code: '1', more: 1 }, ['code tooShort', 'more unknownField']],
  ])('that is %s is told field by field', async (_, body, told) => {
    const answer = await (await medel.as('ekonomi')).post<Any>('/second-factor/prove', { body });
    expectProblem(answer, 400, 'invalid');
    expect(findingsOf(answer)).toEqual(told);
  });
});

describe('what is kept', () => {
  it('holds no secret that could be read, and no event does', async () => {
    const { app, recoveryCodes } = await enrolApp(await medel.as('admin'));
    const { rows } = await medel.owner.query(
      `SELECT (SELECT json_agg(f) FROM second_factors f)::text || (SELECT json_agg(c) FROM recovery_codes c)::text
         || (SELECT json_agg(e) FROM audit_events e)::text AS all`,
    );
    const bytes = Buffer.from((await import('otpauth')).Secret.fromBase32(app.secret).buffer);
    const hidden = [
      app.secret,
      bytes.toString('hex'),
      ...recoveryCodes,
      ...recoveryCodes.map((code) => Buffer.from(code).toString('hex')),
    ];
    for (const secret of hidden) expect(rows[0].all.toLowerCase()).not.toContain(secret.toLowerCase());
    const [first] = (await medel.owner.query(`SELECT secret, last_step FROM second_factors`)).rows;
    expect(first.secret).toHaveLength(12 + 16 + 20);
  });

  it('opens with its own key and for its own row only', async () => {
    const { app } = await enrolApp(await medel.as('admin'));
    await enrolApp(await medel.as('revisor'));
    // One account's secret put in another's row: it proves nothing, and nothing falls over silently.
    const swap = `UPDATE second_factors SET secret = (SELECT secret FROM second_factors f JOIN users u ON u.id = f.user_id
      WHERE u.email = 'admin@medel.example') WHERE user_id = (SELECT id FROM users WHERE email = 'revisor@medel.example')`;
    await medel.owner.query(swap);
    const answer = await (await medel.as('revisor')).prove({ code: app.code() });
    expect(answer.status).not.toBe(200);
  });
});
