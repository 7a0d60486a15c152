import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Medel, type Any, type Client } from '#testing';
import { anotherAccount, must, Stage, YEAR } from './stage.js';

let medel: Medel;
let stage: Stage;

beforeAll(async () => {
  medel = await Medel.start();
  stage = await Stage.set(medel, { span: 2 });
});
afterAll(async () => {
  await medel.expectCoherent();
  await medel.stop();
});

const declare = (who: Client, application: string, interest: 'none' | 'possible') =>
  must(
    who.post(`/applications/${application}/declare-conflict-of-interest`, {
      body: { interest, note: 'Demo' },
    }),
    200,
  );
const post = (who: Client, path: string, body?: unknown) => who.post(path, { body });
const refusal = ({ status, body }: Any) => [status, body.code];
const funds = async (code: string, year = YEAR): Promise<Any> => {
  const { items } = (await stage.people.ekonomi.get(`/appropriations?year=${year}`)).body;
  const { available, reserved, committed, commitmentLimit } = items.find((item: Any) => item.code === code);
  return { available, reserved, committed, limit: { ...commitmentLimit } };
};

describe('four eyes are two persons', () => {
  let preparerDecides: Client;
  let preparerPays: Client;
  let deciderPays: Client;
  beforeAll(async () => {
    preparerDecides = await anotherAccount(medel, 'handlaggare', ['decisionMaker']);
    preparerPays = await anotherAccount(medel, 'handlaggare', ['financeOfficer']);
    deciderPays = await anotherAccount(medel, 'beslut', ['financeOfficer']);
  });

  it('keeps who prepared from deciding, under another account too', async () => {
    const { id } = await stage.decision('proposed');
    expect(refusal(await post(preparerDecides, `/decisions/${id}/approve`))).toEqual([409, 'fourEyes']);
    const shown = await preparerDecides.get(`/decisions/${id}`);
    expect(shown.body).toMatchObject({ status: 'proposed', actions: ['return'], decidedBy: null });
    const list = await preparerDecides.get(`/decisions?applicationId=${shown.body.applicationId}`);
    expect(list.body.items[0].actions).toEqual(['return']);
    expect((await post(stage.people.beslut, `/decisions/${id}/approve`)).status).toBe(200);
  });

  it('keeps who prepared from deciding even with both roles on one account', async () => {
    const both = await anotherAccount(medel, 'handlaggare2', ['caseOfficer', 'decisionMaker']);
    const application = await stage.application('underAssessment');
    const made = await must(
      post(both, `/applications/${application}/decision-proposals`, stage.proposal()),
      201,
    );
    expect(made.body.actions).toEqual(['return']);
    expect(refusal(await post(both, `/decisions/${made.body.id}/approve`))).toEqual([409, 'fourEyes']);
  });

  it('keeps who assessed from deciding', async () => {
    const assessor = stage.people.handlaggare2;
    const assessorDecides = await anotherAccount(medel, 'handlaggare2', ['decisionMaker']);
    const application = await stage.application('underAssessment');
    await must(post(assessor, `/applications/${application}/assess`, stage.bodyOf('assess')), 200);
    const proposed = await must(
      post(stage.people.handlaggare, `/applications/${application}/decision-proposals`, stage.proposal()),
      201,
    );
    const path = `/decisions/${proposed.body.id}`;
    expect(refusal(await post(assessorDecides, `${path}/approve`))).toEqual([409, 'fourEyes']);
    expect((await assessorDecides.get(path)).body.actions).toEqual(['return']);
    expect((await post(stage.people.beslut2, `${path}/approve`)).status).toBe(200);
  });

  it('keeps who prepared another decision of the case from deciding, returned or in force', async () => {
    const [first, second] = [stage.people.handlaggare, stage.people.handlaggare2];
    const application = await stage.application('underAssessment');
    const propose = (who: Client) =>
      must(post(who, `/applications/${application}/decision-proposals`, stage.proposal()), 201);
    const returned = (await propose(first)).body.id;
    await must(post(stage.people.beslut, `/decisions/${returned}/return`, { note: 'Demo' }), 200);
    const path = `/decisions/${(await propose(second)).body.id}`;
    expect(refusal(await post(preparerDecides, `${path}/approve`))).toEqual([409, 'fourEyes']);
    expect((await preparerDecides.get(path)).body.actions).toEqual(['return']);
    await expect(
      medel.owner.query(
        `UPDATE decisions SET status = 'approved', decided_by = u.id, decided_by_person = u.person_id, decided_at = now()
         FROM users u WHERE decisions.id = $1 AND u.email = 'handlaggare@medel.example'`,
        [path.split('/').at(-1)],
      ),
    ).rejects.toThrow('who prepared the case does not decide it');
    expect((await post(stage.people.beslut2, `${path}/approve`)).status).toBe(200);
  });

  it('keeps who prepared and who decided from attesting', async () => {
    const { payments } = await stage.decision('approved');
    const path = `/payments/${payments[0].id}`;
    for (const who of [preparerPays, deciderPays]) {
      expect(refusal(await post(who, `${path}/attest`))).toEqual([409, 'fourEyes']);
      expect((await who.get(path)).body).toMatchObject({
        status: 'due',
        actions: ['withhold'],
        attestedBy: null,
      });
    }
    expect((await stage.people.ekonomi.get(path)).body.actions).toEqual(['attest', 'withhold']);
    expect((await post(stage.people.ekonomi, `${path}/attest`)).status).toBe(200);
  });

  it('counts persons, not names or addresses', async () => {
    const namesake = await anotherAccount(medel, 'admin', ['decisionMaker']);
    await medel.owner.query(
      `ALTER TABLE users DISABLE TRIGGER audited;
       UPDATE users SET name = (SELECT name FROM users WHERE email = 'handlaggare@medel.example')
         WHERE email = 'admin.decisionmaker@medel.example';
       ALTER TABLE users ENABLE TRIGGER audited`,
    );
    const { id } = await stage.decision('proposed');
    expect((await post(namesake, `/decisions/${id}/approve`)).status).toBe(200);
  });
});

describe('a declared interest', () => {
  const officerActs: [string, 'submitted' | 'underAssessment'][] = [
    ['start-assessment', 'submitted'],
    ['assign', 'underAssessment'],
    ['assess', 'underAssessment'],
    ['request-completion', 'underAssessment'],
    ['decision-proposals', 'underAssessment'],
  ];

  it.each(officerActs)('keeps the officer from %s, until it is withdrawn', async (action, state) => {
    const officer = stage.people.handlaggare;
    const colleague = (await stage.people.handlaggare2.get('/session')).body.user.id;
    const application = await stage.application(state);
    const path = `/applications/${application}`;
    const bodies: Record<string, unknown> = {
      assign: { userId: colleague },
      'decision-proposals': stage.proposal(),
    };
    const body = bodies[action] ?? stage.bodyOf(action);
    await declare(officer, application, 'none');
    await declare(officer, application, 'possible');
    const before = (await officer.get(path)).body;
    expect(refusal(await post(officer, `${path}/${action}`, body))).toEqual([409, 'conflictOfInterest']);
    expect((await officer.get(path)).body).toEqual(before);
    expect(before.actions).toEqual(['declare-conflict-of-interest']);

    const mayAct = await stage.people.handlaggare2.get(path);
    expect(mayAct.body.actions.length).toBeGreaterThan(1);
    await declare(officer, application, 'none');
    expect((await officer.get(path)).body.actions).toEqual(mayAct.body.actions);
    expect([200, 201]).toContain((await post(officer, `${path}/${action}`, body)).status);
  });

  it.each(['approve', 'return'])(
    'keeps the decision maker from %s, until it is withdrawn',
    async (action) => {
      const { id, applicationId } = await stage.decision('proposed');
      const { beslut } = stage.people;
      await declare(beslut, applicationId, 'possible');
      const act = () => post(beslut, `/decisions/${id}/${action}`, stage.bodyOf(action));
      expect(refusal(await act())).toEqual([409, 'conflictOfInterest']);
      expect((await beslut.get(`/decisions/${id}`)).body).toMatchObject({ status: 'proposed', actions: [] });
      await declare(beslut, applicationId, 'none');
      expect((await act()).status).toBe(200);
    },
  );

  it('of the one who prepared keeps everyone from approving', async () => {
    const { id, applicationId } = await stage.decision('proposed');
    await declare(stage.people.handlaggare, applicationId, 'possible');
    const refused = await post(stage.people.beslut, `/decisions/${id}/approve`);
    expect(refusal(refused)).toEqual([409, 'conflictOfInterest']);
    expect((await post(stage.people.beslut, `/decisions/${id}/return`, { note: 'Demo' })).status).toBe(200);
  });

  it('follows the person to another account', async () => {
    const other = await anotherAccount(medel, 'beslut2', ['decisionMaker']);
    const { id, applicationId } = await stage.decision('proposed');
    await declare(stage.people.beslut2, applicationId, 'possible');
    expect(refusal(await post(other, `/decisions/${id}/approve`))).toEqual([409, 'conflictOfInterest']);
  });

  it('holds in one case only', async () => {
    const [conflicted, free] = [await stage.application('submitted'), await stage.application('submitted')];
    await declare(stage.people.handlaggare, conflicted, 'possible');
    expect((await post(stage.people.handlaggare, `/applications/${free}/start-assessment`)).status).toBe(200);
  });

  it('keeps the finance officer from attesting, until it is withdrawn', async () => {
    const application = await stage.application('proposed');
    const { ekonomi, beslut } = stage.people;
    await declare(ekonomi, application, 'possible');
    const { id } = (await beslut.get(`/decisions?applicationId=${application}`)).body.items[0];
    const approved = await must(post(beslut, `/decisions/${id}/approve`), 200);
    const path = `/payments/${approved.body.payments[0].id}`;
    expect(refusal(await post(ekonomi, `${path}/attest`))).toEqual([409, 'conflictOfInterest']);
    expect((await ekonomi.get(path)).body).toMatchObject({ status: 'due', actions: [] });
  });

  it('keeps the officer from a report of the case', async () => {
    const application = await stage.application('proposed');
    const { handlaggare2, beslut, handlaggare } = stage.people;
    await declare(handlaggare2, application, 'possible');
    const { id } = (await beslut.get(`/decisions?applicationId=${application}`)).body.items[0];
    const { reports } = (await must(post(beslut, `/decisions/${id}/approve`), 200)).body;
    const path = `/reports/${reports[0].id}`;
    await stage.handIn(reports[0].id);
    for (const action of ['request-completion', 'approve'])
      expect(refusal(await post(handlaggare2, `${path}/${action}`, stage.bodyOf(action)))).toEqual([
        409,
        'conflictOfInterest',
      ]);
    expect((await handlaggare2.get(path)).body).toMatchObject({ status: 'submitted', actions: [] });
    expect((await post(handlaggare, `${path}/approve`)).status).toBe(200);
  });
});

describe('money is promised once', () => {
  const propose = async (years: { year: number; amount: number }[], changes = {}) => {
    const application = await scarce.application('underAssessment');
    const path = `/applications/${application}/decision-proposals`;
    return {
      application,
      answer: await post(scarce.people.handlaggare, path, scarce.proposal({ years, ...changes })),
    };
  };
  let scarce: Stage;
  beforeAll(async () => {
    scarce = await Stage.set(medel, { code: 'knapp', amount: 1_000_000, commitmentLimit: 700_000, span: 2 });
  });

  it('refuses what the appropriation does not hold, and tells what is missing', async () => {
    await must(
      propose([{ year: YEAR, amount: 800_000 }]).then(({ answer }) => answer),
      201,
    );
    const before = await funds('knapp');
    const { answer, application } = await propose([{ year: YEAR, amount: 300_000 }]);
    expect(answer).toMatchObject({
      status: 409,
      body: {
        code: 'budgetExceeded',
        data: {
          source: 'appropriation',
          year: YEAR,
          requested: 300_000,
          available: 200_000,
          missing: 100_000,
        },
      },
    });
    expect(answer.body.detail).toMatch(/200.000.*300.000.*100.000/);
    expect(await funds('knapp')).toEqual(before);
    expect((await scarce.people.revisor.get(`/applications/${application}`)).body).toMatchObject({
      status: 'underAssessment',
      decisions: [],
    });
  });

  it('refuses what the commitment limit does not hold, and tells of both at once', async () => {
    const { answer } = await propose([
      { year: YEAR, amount: 200_001 },
      { year: YEAR + 1, amount: 700_001 },
    ]);
    expect(answer.status).toBe(409);
    expect(answer.body.findings).toMatchObject([
      { code: 'budgetExceeded', data: { source: 'appropriation', available: 200_000, missing: 1 } },
      { code: 'budgetExceeded', data: { source: 'commitmentLimit', available: 700_000, missing: 1 } },
    ]);
    const later = await propose([{ year: YEAR + 1, amount: 700_001 }]);
    expect(later.answer.body).toMatchObject({
      code: 'budgetExceeded',
      data: { source: 'commitmentLimit', requested: 700_001, available: 700_000, missing: 1 },
    });
  });

  it('grants to the last krona', async () => {
    const { answer } = await propose([
      { year: YEAR, amount: 200_000 },
      { year: YEAR + 1, amount: 700_000 },
    ]);
    expect(answer.status).toBe(201);
    expect(await funds('knapp')).toMatchObject({
      available: 0,
      reserved: 1_000_000,
      limit: { available: 0 },
    });
    const returned = await post(scarce.people.beslut, `/decisions/${answer.body.id}/return`, {
      note: 'Demo',
    });
    expect(returned.body).toMatchObject({ status: 'returned', returnNote: 'Demo' });
    expect(await funds('knapp')).toMatchObject({
      available: 200_000,
      reserved: 800_000,
      limit: { available: 700_000, reserved: 0 },
    });
  });

  it('gives a returned case back to its officer, who may propose again', async () => {
    const { answer, application } = await propose([{ year: YEAR, amount: 200_000 }]);
    await must(post(scarce.people.beslut, `/decisions/${answer.body.id}/return`, { note: 'Demo' }), 200);
    const path = `/applications/${application}/decision-proposals`;
    const again = await post(
      scarce.people.handlaggare,
      path,
      scarce.proposal({ years: [{ year: YEAR, amount: 200_000 }] }),
    );
    expect(again.status).toBe(201);
    expect(await funds('knapp')).toMatchObject({ available: 0, reserved: 1_000_000 });
    expect(
      (await post(scarce.people.beslut, `/decisions/${again.body.id}/return`, { note: 'Demo' })).status,
    ).toBe(200);
  });

  it.each(['reject', 'dismiss', 'discontinue'])('carries no money in a proposal to %s', async (outcome) => {
    const before = await funds('knapp');
    const { answer: withMoney } = await propose([{ year: YEAR, amount: 1 }], { outcome });
    expect(withMoney).toMatchObject({ status: 422, body: { findings: [{ code: 'moneyWithoutApproval' }] } });
    const { answer, application } = await propose([], { outcome, reportsDue: [] });
    expect(answer).toMatchObject({ status: 201, body: { outcome, years: [], appropriationId: null } });
    expect(await funds('knapp')).toEqual(before);
    const decided = await post(scarce.people.beslut, `/decisions/${answer.body.id}/approve`);
    expect(decided.body).toMatchObject({ status: 'approved', outcome, payments: [], reports: [] });
    expect(await funds('knapp')).toEqual(before);
    const shown = await scarce.people['sokande.1275'].get(`/applications/${application}`);
    expect(shown.body).toMatchObject({ status: 'decided', decisions: [{ outcome }] });
  });

  it('does not confirm a year whose own appropriation is used up', async () => {
    const { answer } = await propose([{ year: YEAR + 1, amount: 500_000 }]);
    await must(post(scarce.people.beslut, `/decisions/${answer.body.id}/approve`), 200);
    const body = { code: 'knapp', name: 'Demo', year: YEAR + 1, amount: 499_999, commitmentLimit: 0 };
    await must(post(scarce.people.ekonomi, '/appropriations', body), 201);
    const before = [await funds('knapp'), await funds('knapp', YEAR + 1)];
    const refused = await post(scarce.people.beslut, `/decisions/${answer.body.id}/confirm-year`, {
      year: YEAR + 1,
    });
    expect(refused.body).toMatchObject({
      status: 409,
      code: 'budgetExceeded',
      data: { source: 'appropriation', year: YEAR + 1, requested: 500_000, available: 499_999, missing: 1 },
    });
    expect([await funds('knapp'), await funds('knapp', YEAR + 1)]).toEqual(before);
  });

  it('binds once what many propose at once', async () => {
    const many = await Promise.all(Array.from({ length: 6 }, () => scarce.application('underAssessment')));
    const body = scarce.proposal({ years: [{ year: YEAR, amount: 100_000 }] });
    const answers = await Promise.all(
      many.map((id) => post(scarce.people.handlaggare, `/applications/${id}/decision-proposals`, body)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 409, 409, 409, 409]);
    for (const { body: told } of answers.filter(({ status }) => status === 409)) {
      expect(told.code).toBe('budgetExceeded');
      expect(told.detail).not.toContain('–');
    }
    expect(await funds('knapp')).toMatchObject({ available: 0, reserved: 1_000_000 });
  });
});
