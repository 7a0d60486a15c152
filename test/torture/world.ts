import { SYSTEM } from '#core/access';
import { ThinningKeeper } from '#core/thinnings';
import { exportLifecycle } from '#domain/exports/export.lifecycle';
import { withCheckDigits } from '#domain/payments/accounts/iban';
import { Database } from '#platform/database';
import { Transition } from '#platform/transition';
import { until, type Any, type Client, type Medel } from '#testing';
import { Export } from '../../libs/core/src/exports/export.entity.js';
import { camt054, madeFile, pain002, upload } from '../api/bank.js';
import { payAndRecover } from '../api/money-stage.js';
import { must, Stage, YEAR, type Organisation } from '../api/stage.js';

export const ORGANISATIONS = ['1275', 'annan'] as const;
export const TODAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());

/** Seconds for what a worker does, on a machine that does much else. */
export const PATIENCE = 100;
/** What only the bank or the worker brings about is made for several at a time: the worker takes longer to start than to do it. */
const BATCH = 6;
const PAYMENTS = { executed: 15, bounced: 3 };

let numbered = 0;
/** A number that nothing else in this run was given. */
export const unique = (): number => (numbered += 1);

export const newAccount = (): object => ({
  kind: 'iban',
  number: withCheckDigits('SE', `999${String(unique()).padStart(17, '0')}`),
  reason: 'Demo',
});

/** Two recipients, each with cases in every state and money that has come all the way; more is made as it is asked for. */
export class World {
  readonly organisationIds: Record<Organisation, string> = { '1275': '', annan: '' };
  private readonly paid: Record<Organisation, Any[]> = { '1275': [], annan: [] };
  private readonly bounced: Record<Organisation, string[]> = { '1275': [], annan: [] };
  private datasets: string[] = [];

  private constructor(
    readonly medel: Medel,
    readonly stage: Stage,
    readonly colleagueId: string,
  ) {}

  static async make(medel: Medel): Promise<World> {
    const stage = await Stage.set(medel, { span: 2 });
    const { people } = stage;
    // The second year has money of its own, so that it can be made firm.
    const body = { code: stage.code, name: 'Demo', year: YEAR + 1, amount: 900_000_000, commitmentLimit: 0 };
    await must(people.ekonomi.post('/appropriations', { body }), 201);
    const colleague = (await people.handlaggare2.get('/session')).body.user.id;
    const world = new World(medel, stage, colleague);
    for (const organisation of ORGANISATIONS) await world.settle(organisation);
    // The worker that paid makes the letters too; a recipient sees one when it is sealed.
    await until(
      async () => {
        const waiting = `SELECT FROM letters WHERE status = 'ordered' LIMIT 1`;
        return (await medel.owner.query(waiting)).rowCount === 0;
      },
      { seconds: PATIENCE },
    );
    await medel.stopWorker();
    return world;
  }

  private async settle(organisation: Organisation): Promise<void> {
    const { stage, medel } = this;
    const { people } = stage;
    const applicant = people[`sokande.${organisation}`];
    const session = await applicant.get('/session');
    this.organisationIds[organisation] = session.body.user.organisation.id;
    for (const state of ['draft', 'submitted', 'underAssessment', 'completionRequested'] as const)
      await stage.application(state, organisation);
    await this.attached(organisation);
    await stage.decision('proposed', organisation);
    const path = `/applications/${await stage.application('underAssessment', organisation)}`;
    for (const action of ['assess', 'judge', 'declare-conflict-of-interest'])
      await must(people.handlaggare.post(`${path}/${action}`, { body: stage.bodyOf(action) }), 200);
    for (const state of ['open', 'approved'] as const) await stage.report(state, organisation);
    await stage.proven(organisation);
    await payAndRecover(medel, stage, organisation);
  }

  /** A submitted application with a file. */
  async attached(organisation: Organisation): Promise<{ id: string; attachmentId: string }> {
    const { people } = this.stage;
    const id = await this.stage.application('draft', organisation);
    const sent = people[`sokande.${organisation}`].upload<Any>(`/applications/${id}/attachments`, 'a;1', {});
    const { body } = await must(sent, 201);
    await must(people[`firmatecknare.${organisation}`].post(`/applications/${id}/submit`), 200);
    return { id, attachmentId: body.id };
  }

  /** An approved decision whose first payment the bank has executed. */
  async paidDecision(organisation: Organisation): Promise<Any> {
    if (this.paid[organisation].length === 0) await this.pay(organisation);
    return this.paid[organisation].pop();
  }

  async bouncedPayment(organisation: Organisation): Promise<string> {
    if (this.bounced[organisation].length === 0) await this.pay(organisation);
    return this.bounced[organisation].pop()!;
  }

  /** A file to the bank that is made and not answered. */
  async paymentFile(organisation: Organisation): Promise<Any> {
    const payment = await this.attested(organisation);
    const file = await madeFile(this.medel, this.stage.people.ekonomi, [payment]);
    await this.medel.stopWorker();
    return file;
  }

  async attested(organisation: Organisation): Promise<string> {
    const { payments } = await this.stage.decision('approved', organisation);
    await must(this.stage.people.ekonomi.post(`/payments/${payments[0].id}/attest`), 200);
    return payments[0].id;
  }

  private async pay(organisation: Organisation): Promise<void> {
    const { ekonomi } = this.stage.people;
    const decisions: Any[] = [];
    for (let n = 0; n < PAYMENTS.executed + PAYMENTS.bounced; n += 1) {
      const decision = await this.stage.decision('approved', organisation);
      await must(ekonomi.post(`/payments/${decision.payments[0].id}/attest`), 200);
      decisions.push(decision);
    }
    const file = await madeFile(
      this.medel,
      ekonomi,
      decisions.map(({ payments }) => payments[0].id),
    );
    await this.medel.stopWorker();
    const lineOf = ({ payments }: Any) => file.lines.find((line: Any) => line.paymentId === payments[0].id);
    const bounced = decisions.splice(PAYMENTS.executed);
    const told = decisions.map((decision) => ({
      endToEndId: lineOf(decision).endToEndId,
      amount: `${lineOf(decision).amount}.00`,
    }));
    await must(upload(ekonomi, file.id, camt054(told, { messageId: `CAMT-${unique()}` })), 201);
    const turnedAway = bounced.map((decision) => ({
      endToEndId: lineOf(decision).endToEndId,
      reason: 'MS03',
    }));
    await must(upload(ekonomi, file.id, pain002(file.messageId, turnedAway)), 201);
    this.paid[organisation].push(...decisions);
    this.bounced[organisation].push(...bounced.map(({ payments }) => payments[0].id));
  }

  /** A recipient has one proposed account at a time: makes room for the next. */
  async settleAccounts(organisation: Organisation): Promise<void> {
    const { ekonomi } = this.stage.people;
    const query = `status=proposed&organisationId=${this.organisationIds[organisation]}`;
    for (const { id } of (await must(ekonomi.get(`/payee-accounts?${query}`), 200)).body.items)
      await must(ekonomi.post(`/payee-accounts/${id}/reject`, { body: { note: 'Demo' } }), 200);
  }

  /** A list of what is due, some years from now. One waits at a time: makes room for the next. */
  async thinning(isProposed: boolean, organisation: Organisation): Promise<string> {
    const { handlaggare, beslut } = this.stage.people;
    const note = { body: { note: 'Demo' } };
    const listed = async (status: string): Promise<Any[]> =>
      (await must(beslut.get(`/thinnings?status=${status}&limit=200`), 200)).body.items;
    for (const { id } of await listed('proposed'))
      await must(beslut.post(`/thinnings/${id}/return`, note), 200);
    for (const { id } of await listed('listed')) await must(beslut.post(`/thinnings/${id}/keep`, note), 200);
    await this.stage.application('discarded', organisation);
    await this.medel.api.get(ThinningKeeper, { strict: false }).list(`${YEAR + 2}-01-01`);
    const [{ id }] = (await listed('listed')).filter(({ material }) => material === 'discardedDraft');
    if (isProposed) await must(handlaggare.post(`/thinnings/${id}/propose`, note), 200);
    return id as string;
  }

  /** A claim on what was paid out, brought to where `state` says. */
  async recovery(
    state: 'considered' | 'notified' | 'answered' | 'decided',
    organisation: Organisation,
  ): Promise<Any> {
    const { handlaggare, beslut2, ...people } = this.stage.people;
    const decision = await this.paidDecision(organisation);
    const claim = { grounds: 'conditionNotMet', amount: 100_000, reasons: 'Demo' };
    const { body: recovery } = await must(
      handlaggare.post(`/decisions/${decision.id}/recoveries`, { body: claim }),
      201,
    );
    const act = (who: Client, action: string, body: object) =>
      must(who.post(`/recoveries/${recovery.id}/${action}`, { body }), 200);
    const made = { id: recovery.id as string, applicationId: decision.applicationId as string };
    if (state === 'considered') return made;
    await act(handlaggare, 'notify', { answerBy: `${YEAR + 1}-12-31` });
    if (state === 'notified') return made;
    await act(people[`firmatecknare.${organisation}`], 'answer', { text: 'Demo' });
    if (state === 'decided') await act(beslut2, 'decide', {});
    return made;
  }

  /** A data set that waits to be accepted. */
  async dataset(): Promise<string> {
    if (this.datasets.length === 0) await this.stageDatasets();
    return this.datasets.pop()!;
  }

  private async stageDatasets(): Promise<void> {
    const { admin } = this.stage.people;
    const sent = Array.from({ length: BATCH }, async () => {
      const row = `1280,inequalityIndex,2021,${unique()}`;
      const fields = { kind: 'inequalityIndex', source: 'Demo', vintage: 'Demo' };
      const content = `organisationCode,measure,year,value\n${row}\n`;
      return (await must(admin.upload<Any>('/measure-datasets', content, fields), 202)).body.id as string;
    });
    this.datasets = await Promise.all(sent);
    await this.medel.startWorker();
    for (const id of this.datasets)
      await until(async () => (await admin.get(`/measure-datasets/${id}`)).body.status !== 'reading', {
        seconds: PATIENCE,
      });
    await this.medel.stopWorker();
  }

  /** An export that failed, which no request brings about: by the same writer of status as the worker's. */
  async failedExport(who: Client): Promise<string> {
    const { body } = await must(who.post('/exports', { body: { kind: 'decisions', format: 'csv' } }), 202);
    const [database, transition] = [this.medel.api.get(Database), this.medel.api.get(Transition)];
    for (const action of ['start', 'fail'])
      await database.transaction(SYSTEM, async () =>
        transition.apply(exportLifecycle, await database.lock(Export, body.id), action, SYSTEM, {
          ...(action === 'fail' && { failure: 'exportFailed' }),
        }),
      );
    return body.id;
  }
}
