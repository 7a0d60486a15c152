import { completeForm, completeReport, until, type Any, type Random } from '#testing';
import { camt054, XML } from '../../api/bank.js';
import { pdf } from '../../api/sample-files.js';
import type { Journal, Person } from './journal.js';

const REQUESTED = 90_000;
const OWN = 10_000;

export interface Stageful {
  people: Record<'applicant' | 'signatory' | 'officer' | 'decider' | 'finance', Person>;
  callId: string;
  year: number;
}

interface Act {
  who: Person;
  subject: string;
  action: string;
  path: string;
  status?: number;
  body?: unknown;
  id?: string;
}

/** The life of one case, each step asked for until it is acknowledged; it ends where it is told to. */
export class Life {
  constructor(
    private readonly name: string,
    private readonly journal: Journal,
    private readonly stage: Stageful,
    private readonly random: Random,
    private readonly isOver: () => boolean,
  ) {}

  async run(): Promise<void> {
    const steps = this.steps();
    while (!this.isOver() && !(await steps.next()).done);
  }

  private async *steps(): AsyncGenerator<void> {
    const { applicant, signatory, officer, decider, finance } = this.stage.people;
    const { callId, year } = this.stage;
    const create = { who: applicant, subject: 'application', action: 'create', body: { callId } };
    const id = await this.act({ ...create, path: '/applications', status: 201 });
    const path = `/applications/${id}`;
    yield;
    const form = completeForm({ years: [year], requested: REQUESTED, coFinancing: OWN });
    for (let edits = this.random.whole(1, 3); edits > 0; edits -= 1) {
      await this.edit(applicant, 'application', id, form, 'title', `Demo ${this.name} ${edits}`);
      yield;
    }
    if (this.random.whole(0, 2) === 0) {
      await this.attach(id);
      yield;
    }
    await this.act({ who: signatory, subject: 'application', action: 'submit', path: `${path}/submit`, id });
    yield;
    await this.act({
      who: officer,
      subject: 'application',
      action: 'start-assessment',
      path: `${path}/start-assessment`,
      id,
    });
    yield;
    const propose = { who: officer, subject: 'decision', action: 'create', body: this.proposal() };
    const decision = await this.act({ ...propose, path: `${path}/decision-proposals`, status: 201 });
    yield;
    const approve = { who: decider, subject: 'decision', action: 'approve' };
    await this.act({ ...approve, path: `/decisions/${decision}/approve`, id: decision });
    yield;
    yield* this.export(this.random.whole(0, 1) === 0 ? officer : decider);
    const made = await this.read(finance, `/decisions/${decision}`);
    yield* this.payment(made.payments[0].id);
    yield* this.report(made.reports[0].id);
  }

  private async *export(who: Person): AsyncGenerator<void> {
    const body = { kind: 'decisions', format: this.random.whole(0, 1) ? 'csv' : 'json', filters: {} };
    await this.act({ who, subject: 'export', action: 'create', path: '/exports', status: 202, body });
    yield;
  }

  private async *payment(id: string): AsyncGenerator<void> {
    const { finance } = this.stage.people;
    const attest = { who: finance, subject: 'payment', action: 'attest' };
    await this.act({ ...attest, path: `/payments/${id}/attest`, id });
    yield;
    const order = { who: finance, subject: 'paymentFile', action: 'create', body: { paymentIds: [id] } };
    const file = await this.act({ ...order, path: '/payment-files', status: 202 });
    yield;
    if (this.random.whole(0, 1) === 0) return;
    const isMade = () =>
      until(
        async () => this.isOver() || (await this.read(finance, `/payment-files/${file}`)).status === 'ready',
        {
          seconds: 120,
          pause: 200,
        },
      );
    await isMade();
    if (this.isOver()) return;
    const notice = camt054([{ endToEndId: id.replaceAll('-', ''), amount: `${REQUESTED}.00` }], {
      messageId: file.slice(0, 30),
    });
    const key = `${this.name}-settle`;
    const { body } = await this.journal.expect(201, finance, 'settle', (client) =>
      client.post(`/payment-files/${file}/settlements`, { body: notice, headers: XML, key }),
    );
    this.journal.note({ key, subject: 'payment', id, action: 'execute', body });
    yield;
  }

  private async *report(id: string): AsyncGenerator<void> {
    const { applicant, signatory, officer } = this.stage.people;
    const content = completeReport({ year: this.stage.year, costs: REQUESTED + OWN, coFinancing: OWN });
    await this.edit(applicant, 'report', id, content, 'lessons', `Demo ${this.name}`);
    yield;
    await this.act({
      who: signatory,
      subject: 'report',
      action: 'submit',
      path: `/reports/${id}/submit`,
      id,
    });
    yield;
    await this.act({
      who: officer,
      subject: 'report',
      action: 'approve',
      path: `/reports/${id}/approve`,
      id,
    });
  }

  /** With a key of its own, which is the same however often it must be asked. */
  private async act({ who, subject, action, path, status = 200, body, id }: Act): Promise<string> {
    const key = `${this.name}-${subject}-${action}`;
    const answer = await this.journal.expect(status, who, key, (client) => client.post(path, { body, key }));
    const found = id ?? (answer.body.id as string);
    this.journal.note({ key, subject, id: found, action, body: answer.body });
    return found;
  }

  /**
   * A change has no key but the version that it is made at. Whether one that was not answered was made is told by what
   * is there: if it was, this is the acknowledgement.
   */
  private async edit(who: Person, subject: string, id: string, content: object, field: string, mark: string) {
    const path = subject === 'application' ? `/applications/${id}` : `/reports/${id}`;
    const body = { ...content, [field]: mark };
    const answer = await this.journal.expect(200, who, `edit ${path}`, async (client) => {
      for (let tries = 1; ; tries += 1) {
        const read = await client.get<Any>(path);
        if (read.status !== 200 || read.body[field] === mark) return read;
        const ifMatch = read.headers.get('etag') ?? undefined;
        const answer = await client.patch<Any>(path, { body, ifMatch });
        // One that was not answered may be at work still, and be made between the reading and the change.
        if (answer.status !== 412 || tries === 5) return answer;
      }
    });
    this.journal.note({ key: null, subject, id, action: 'edit', body: answer.body });
  }

  private async attach(id: string): Promise<void> {
    const key = `${this.name}-attach`;
    const { applicant } = this.stage.people;
    const { body } = await this.journal.expect(201, applicant, key, (client) =>
      client.upload(`/applications/${id}/attachments`, pdf(this.name), {}, { name: 'a.pdf', key }),
    );
    this.journal.note({ key, subject: 'application', id, action: 'edit', body });
  }

  private async read(who: Person, path: string): Promise<Any> {
    return (await this.journal.expect(200, who, path, (client) => client.get<Any>(path))).body;
  }

  private proposal(): object {
    const { year } = this.stage;
    return {
      outcome: 'approve',
      years: [{ year, amount: REQUESTED }],
      reasons: 'Demo: uppfyller villkoren.',
      reportsDue: [{ kind: 'final', year, dueOn: `${year + 1}-03-01` }],
    };
  }
}
