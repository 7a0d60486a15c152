import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withCheckDigits } from '#domain/payments/accounts/iban';
import { addDays } from '#domain/shared/local-date';
import { lanes, Medel, tally, type Any, type Client } from '#testing';
import { camt054, madeFile, outcomes, pain002, upload } from './bank.js';
import { expectProblem, findingsOf } from './problem.js';
import { anotherAccount, must, NOWHERE, Stage } from './stage.js';

const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());

let medel: Medel;
let stage: Stage;
let mine: Client;
let theirs: Client;
let finance: Client;
beforeAll(async () => {
  medel = await Medel.start({ worker: true });
  stage = await Stage.set(medel);
  mine = stage.people['firmatecknare.1275'];
  theirs = stage.people['firmatecknare.annan'];
  finance = stage.people.ekonomi;
});
afterAll(async () => {
  await medel.expectCoherent();
  await medel.stop();
});

let proposals = 0;
const ibanOf = (number: number) => withCheckDigits('SE', `999${String(number).padStart(17, '0')}`);
const body = (changes: object = {}) => ({
  kind: 'iban',
  number: ibanOf((proposals += 1)),
  reason: 'Demo: ny bank',
  ...changes,
});
const propose = (who: Client, changes: object = {}) => who.post('/payee-accounts', { body: body(changes) });
const proposed = async (who: Client): Promise<Any> => (await must(propose(who), 201)).body;
const approve = (id: string) => must(finance.post(`/payee-accounts/${id}/approve`), 200);
const shown = async (who: Client, id: string) => (await who.get(`/payee-accounts/${id}`)).body;
const inUse = async (who: Client): Promise<string[]> =>
  (await who.get('/payee-accounts')).body.items.filter((each: Any) => each.isInUse).map(({ id }: Any) => id);

/** As if the days of waiting had passed: the database's owner moves the day, the runtime role cannot. */
const pass = async (id: string) =>
  medel.owner.query(`ALTER TABLE payee_accounts DISABLE TRIGGER USER;
    UPDATE payee_accounts SET usable_from = usable_from - 7 WHERE id = '${id}';
    ALTER TABLE payee_accounts ENABLE TRIGGER USER`);

describe('a payee account', () => {
  it('is proposed by one person and approved by another; the first is used at once', async () => {
    const { id, ...account } = await proposed(theirs);
    expect(account).toMatchObject({
      status: 'proposed',
      isInUse: false,
      usableFrom: null,
      actions: ['withdraw'],
    });
    expect((await shown(finance, id)).actions).toEqual(['approve', 'reject']);
    const approved = await approve(id);
    expect(approved.body).toMatchObject({ status: 'approved', usableFrom: today, isInUse: true });
    expect(await inUse(theirs)).toEqual([id]);
  });

  it('waits seven days where it replaces another, and the earlier is used meanwhile', async () => {
    const [before] = await inUse(mine);
    const { id } = await proposed(mine);
    expect((await approve(id)).body).toMatchObject({ usableFrom: addDays(today, 7), isInUse: false });
    expect(await inUse(mine)).toEqual([before]);
    await pass(id);
    expect(await inUse(mine)).toEqual([id]);
    // Stopped at once by either side, and the earlier is used again.
    await must(mine.post(`/payee-accounts/${id}/stop`, { body: { note: 'Demo: fel konto' } }), 200);
    expect(await shown(mine, id)).toMatchObject({
      status: 'stopped',
      isInUse: false,
      note: 'Demo: fel konto',
    });
    expect(await inUse(mine)).toEqual([before]);
  });

  it('is not approved by the person who proposed it, under another account either', async () => {
    const { id } = await proposed(mine);
    const both = await anotherAccount(medel, 'firmatecknare.1275', ['financeOfficer']);
    expectProblem(await both.post(`/payee-accounts/${id}/approve`), 409, 'fourEyes');
    expect((await shown(both, id)).actions).toEqual(['reject']);
    const inDatabase = medel.owner.query(
      `UPDATE payee_accounts SET status = 'approved', usable_from = now() + interval '9 days', approved_at = now(),
         approved_by_person = proposed_by_person WHERE id = $1`,
      [id],
    );
    await expect(inDatabase).rejects.toThrow(/four_eyes/);
    await must(finance.post(`/payee-accounts/${id}/reject`, { body: { note: 'Demo: okänt' } }), 200);
  });

  it('is proposed once at a time, however many try', async () => {
    const answers = await lanes(16, () => propose(mine));
    expect(tally(answers)).toEqual({ 201: 1, '409 conflict': 15 });
    const won = answers.find(({ status }) => status === 201)!.body.id;
    const acts = await lanes(16, (lane) =>
      lane % 2
        ? finance.post(`/payee-accounts/${won}/approve`)
        : mine.post(`/payee-accounts/${won}/withdraw`),
    );
    expect(tally(acts)).toEqual({ 200: 1, '409 illegalTransition': 15 });
  });

  it('is checked, everything at once', async () => {
    for (const [changes, findings] of [
      [{ kind: 'bankgiro', number: '5050-1056', bic: 'NDEASESS' }, ['bic bicWithGiro', 'number notBankgiro']],
      [{ kind: 'plusgiro', number: '12345' }, ['number notPlusgiro']],
      [{ number: 'SE00 0000', bic: 'x' }, ['bic notBic', 'number notIban']],
      [{ number: ibanOf(1), bic: 'NDEAFIHH' }, ['bic bicOfOtherCountry']],
      [{ kind: 'cheque', number: 5, reason: '' }, ['kind notOneOf', 'number notText', 'reason tooShort']],
      [{ organisationId: NOWHERE }, ['organisationId unknownField']],
    ] as const) {
      const answer = await propose(mine, changes);
      expectProblem(answer, 400, 'invalid');
      expect(findingsOf(answer)).toEqual(findings);
    }
  });

  it('is read by the agency and its own, and by nobody else', async () => {
    const { id } = await proposed(theirs);
    for (const path of ['', '/withdraw', '/stop'])
      expectProblem(
        path === ''
          ? await mine.get(`/payee-accounts/${id}`)
          : await mine.post(`/payee-accounts/${id}${path}`, path === '/stop' ? { body: { note: 'x' } } : {}),
        404,
        'notFound',
      );
    const mineOnly = (await mine.get('/payee-accounts?limit=200')).body.items;
    expect(mineOnly.length).toBeGreaterThan(0);
    expect(new Set(mineOnly.map(({ organisation }: Any) => organisation.code))).toEqual(new Set(['1275']));
    expect((await stage.people.revisor.get(`/payee-accounts/${id}`)).status).toBe(200);
    expectProblem(
      await stage.people['sokande.annan'].post('/payee-accounts', { body: body() }),
      403,
      'forbidden',
    );
    await must(theirs.post(`/payee-accounts/${id}/withdraw`), 200);
  });

  it('cannot be hurried or changed by the runtime role', async () => {
    const { id } = await proposed(theirs);
    await approve(id);
    for (const set of [
      'usable_from = usable_from - 7',
      `number = '1'`,
      `organisation_id = gen_random_uuid()`,
    ])
      await expect(medel.owner.query(`UPDATE payee_accounts SET ${set} WHERE id = '${id}'`)).rejects.toThrow(
        /never changes/,
      );
  });
});

describe('a payment that bounced', () => {
  it('waits for another account where the account was refused, and is then paid once', async () => {
    const { payments, id: decisionId } = await stage.decision('approved');
    const first = payments[0].id;
    await must(finance.post(`/payments/${first}/attest`), 200);
    const file = await madeFile(medel, finance, [first]);
    const closed = pain002(file.messageId, [{ endToEndId: file.lines[0].endToEndId, reason: 'AC04' }]);
    expect(outcomes(await must(upload(finance, file.id, closed), 201))).toEqual(['bounced']);

    const again = (await must(finance.post(`/payments/${first}/replan`), 200)).body;
    expect(again).toMatchObject({
      status: 'due',
      replaces: first,
      amount: payments[0].amount,
      instalment: 2,
    });
    expectProblem(await finance.post(`/payments/${first}/replan`), 409, 'conflict');
    await must(finance.post(`/payments/${again.id}/attest`), 200);
    const order = { body: { paymentIds: [again.id] } };
    const refused = await finance.post('/payment-files', order);
    expectProblem(refused, 422, 'rulesNotMet');
    expect(findingsOf(refused)).toEqual(['payeeAccountBounced']);

    const { id: accountId } = await proposed(mine);
    await approve(accountId);
    expect(findingsOf(await finance.post('/payment-files', order))).toEqual(['payeeAccountBounced']);
    await pass(accountId);
    const second = await madeFile(medel, finance, [again.id]);
    expect(second.lines[0].account.number).toBe((await shown(mine, accountId)).number);
    const settled = camt054([{ endToEndId: second.lines[0].endToEndId, amount: `${again.amount}.00` }]);
    expect(outcomes(await must(upload(finance, second.id, settled), 201))).toEqual(['executed']);
    // What is told of the first attempt now contradicts what was told before, and changes nothing.
    const late = camt054([{ endToEndId: file.lines[0].endToEndId, amount: `${again.amount}.00` }]);
    expect(outcomes(await must(upload(finance, file.id, late), 201))).toEqual(['contradicts']);
    const { body } = await finance.get(`/payments?decisionId=${decisionId}&sort=amount`);
    expect(body.items.map(({ status }: Any) => status).toSorted()).toEqual(['bounced', 'executed']);
  });
});
