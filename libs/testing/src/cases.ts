import type { Answer, Any, Client } from './client.js';
import { completeForm } from './form.js';

export interface CasesOptions {
  years: number[];
  /** Asked for and granted a year, kronor; one year's appropriation holds `amount`. */
  requested?: number;
  /** Of each of `appropriated`. */
  amount?: number;
  commitmentLimit?: number;
  /** Years with an appropriation; the first year alone where nothing is said. */
  appropriated?: number[];
}

interface SignsIn {
  as(name: string): Promise<Client>;
}

let opened = 0;

/** A call with its money, and cases brought over HTTP to where a test begins, each step by somebody who may take it. */
export class Cases {
  private constructor(
    readonly callId: string,
    readonly code: string,
    readonly applicant: Client,
    readonly signatory: Client,
    readonly officer: Client,
    readonly decider: Client,
    readonly finance: Client,
    private readonly options: Required<CasesOptions>,
  ) {}

  static async open(
    medel: SignsIn,
    {
      years,
      requested = 900_000,
      amount = 1_000_000_000,
      commitmentLimit = 1_000_000_000,
      appropriated = [years[0]!],
    }: CasesOptions,
  ): Promise<Cases> {
    const [applicant, signatory, officer, decider, finance] = await Promise.all(
      ['sokande.1275', 'firmatecknare.1275', 'handlaggare', 'beslut', 'ekonomi'].map((name) =>
        medel.as(name),
      ),
    );
    const code = `prov-${(opened += 1)}`;
    for (const year of appropriated) {
      const body = { code, name: 'Demo', year, amount, commitmentLimit };
      await must(201, finance!.post('/appropriations', { body }));
    }
    const call = await must(
      201,
      officer!.post('/calls', {
        body: {
          programmeCode: 'exempel-2025',
          title: 'Demo: prov',
          opensOn: `${years[0]}-01-01`,
          closesOn: `${years[0]}-12-31`,
          step: 'measures',
          years,
          budget: [],
          appropriationCode: code,
        },
      }),
    );
    await must(200, officer!.post(`/calls/${call.id}/publish`));
    const given = { years, requested, amount, commitmentLimit, appropriated };
    return new Cases(call.id, code, applicant!, signatory!, officer!, decider!, finance!, given);
  }

  /** A complete draft. */
  async draft(changes: object = {}): Promise<string> {
    const { years, requested } = this.options;
    const { id } = await must(201, this.applicant.post('/applications', { body: { callId: this.callId } }));
    const form = completeForm({ years, requested, coFinancing: Math.ceil(requested / 9) });
    await must(200, this.applicant.edit(`/applications/${id}`, { ...form, ...changes }));
    return id;
  }

  async submitted(changes: object = {}): Promise<string> {
    const id = await this.draft(changes);
    await must(200, this.signatory.post(`/applications/${id}/submit`));
    return id;
  }

  async underAssessment(changes: object = {}): Promise<string> {
    const id = await this.submitted(changes);
    await must(200, this.officer.post(`/applications/${id}/start-assessment`));
    return id;
  }

  propose(id: string, key?: string): Promise<Answer<Any>> {
    const { years, requested } = this.options;
    const body = {
      outcome: 'approve',
      years: years.map((year) => ({ year, amount: requested })),
      reasons: 'Demo: uppfyller villkoren.',
      reportsDue: years.map((year) => ({
        kind: year === years.at(-1) ? 'final' : 'interim',
        year,
        dueOn: `${year + 1}-03-01`,
      })),
    };
    return this.officer.post(`/applications/${id}/decision-proposals`, {
      body,
      ...(key === undefined ? {} : { key }),
    });
  }

  /** The proposed decision. */
  async proposed(changes: object = {}): Promise<string> {
    const { id } = await must(201, this.propose(await this.underAssessment(changes)));
    return id;
  }

  /** The approved decision. */
  async approved(changes: object = {}): Promise<string> {
    const id = await this.proposed(changes);
    await must(200, this.decider.post(`/decisions/${id}/approve`));
    return id;
  }

  /** The appropriation of a year with its balances. */
  async appropriation(year: number): Promise<Any> {
    const { body } = await this.finance.get(`/appropriations?year=${year}&limit=200`);
    return body.items.find((item: Any) => item.code === this.code);
  }
}

async function must(status: number, asked: Promise<Answer<Any>>): Promise<Any> {
  const answer = await asked;
  if (answer.status !== status)
    throw new Error(`Expected ${status}, got ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
