import { expect } from '@jest/globals';
import pg from 'pg';
import { Cases, until, type Any, type Client, type Medel } from '#testing';
import { addAuditEvents } from '../../api/exporting.js';
import { must } from '../../api/stage.js';

const YEAR = new Date().getFullYear();
const ORGANISATIONS = ['0180', '1480', '1280', '0380'];
/** Of each organisation. Making one export of them takes long enough to be killed meanwhile. */
const EVENTS = 2_000;
/** Every way to write a CSV whose cells and decimals are told apart. */
const CSV_WAYS = [
  { separator: ',', decimal: '.' },
  { separator: ';', decimal: '.' },
  { separator: ';', decimal: ',' },
].flatMap((way) => [true, false].map((bom) => ({ ...way, bom })));
const FILES = [{ format: 'json' }, ...CSV_WAYS.map((csv) => ({ format: 'csv', csv }))];
const WAITING = `SELECT 'export ' || id || ' is ' || status AS what FROM exports WHERE status <> 'ready'
  UNION ALL SELECT 'letter ' || id || ' is ' || status FROM letters WHERE status <> 'sealed'
  UNION ALL SELECT 'payment file ' || id || ' is ' || status FROM payment_files WHERE status <> 'ready'`;
/** By which it is told whether something is still heard of: table, key, column. */
const TIMES = [
  ['exports', 'id', 'requested_at'],
  ['export_progress', 'export_id', 'at'],
  ['letters', 'id', 'ordered_at'],
  ['payment_files', 'id', 'requested_at'],
  ['outbox_messages', 'id', 'relayed_at'],
] as const;

interface Ordered {
  id: string;
  variant: number;
}

/** What is ordered of one Medel: long exports, some of them twice, letters and payment files. */
export class Backlog {
  readonly ordered: Ordered[] = [];
  private calm: Any[] = [];

  private constructor(
    private readonly medel: Medel,
    private readonly cases: Cases,
    private readonly officer: Client,
    private readonly variants: object[],
  ) {}

  static async open(medel: Medel): Promise<Backlog> {
    const cases = await Cases.open(medel, { years: [YEAR] });
    const officer = await medel.as('handlaggare');
    const variants: object[] = [];
    for (const code of ORGANISATIONS) {
      const organisationId = (await officer.get(`/organisations?code=${code}`)).body.items[0].id;
      await addAuditEvents(medel, EVENTS, organisationId);
      variants.push(...FILES.map((file) => ({ kind: 'audit-trail', filters: { organisationId }, ...file })));
    }
    return new Backlog(medel, cases, officer, variants);
  }

  /** Each export once, while nobody is killed. */
  async makeCalmly(): Promise<void> {
    const ids: string[] = [];
    for (const variant of this.variants.keys()) ids.push(await this.order(variant));
    await until(async () => (await this.waiting()).length === 0, { seconds: 120, pause: 200 });
    this.calm = await Promise.all(ids.map((id) => this.contentOf(id)));
  }

  /** As many exports as there may be, none of which is under way; one of them once more; and a letter and a payment file. */
  async add(count: number): Promise<void> {
    const free = await until(
      async () => {
        const underWay = await this.underWay();
        const found = [...this.variants.keys()].filter((variant) => !underWay.has(variant));
        return found.length > 0 && found;
      },
      { seconds: 120, pause: 200 },
    );
    const paymentId = await this.attested();
    for (const variant of [...free.slice(0, count), free[0]!])
      this.ordered.push({ id: await this.order(variant), variant });
    await must(this.cases.finance.post('/payment-files', { body: { paymentIds: [paymentId] } }), 202);
  }

  /** When an export last told how far it has come. */
  async lastTold(): Promise<string> {
    return (await this.medel.owner.query('SELECT max(at)::text AS at FROM export_progress')).rows[0].at;
  }

  /** What is still to be made, in words. */
  async waiting(): Promise<string[]> {
    const { rows } = await this.medel.owner.query<{ what: string }>(WAITING);
    return rows.map(({ what }) => what);
  }

  /** As if a minute had passed in which nothing was heard of any of it, but for what is being written just now. */
  async age(superuserUrl: string): Promise<void> {
    const address = new URL(superuserUrl);
    address.pathname = new URL(this.medel.config.databaseUrl).pathname;
    const superuser = new pg.Client({ connectionString: address.href });
    await superuser.connect();
    // Nothing of it is an act: without triggers, and waiting for nobody.
    await superuser.query('SET session_replication_role = replica');
    for (const [table, key, at] of TIMES)
      await superuser.query(`UPDATE ${table} SET ${at} = ${at} - interval '1 minute'
        WHERE ${key} IN (SELECT ${key} FROM ${table} FOR UPDATE SKIP LOCKED)`);
    await superuser.end();
  }

  /** Byte for byte what was made in calm. */
  async expectAsInCalm(): Promise<void> {
    for (const { id, variant } of this.ordered)
      expect([id, await this.contentOf(id)]).toEqual([id, this.calm[variant]]);
  }

  private async order(variant: number): Promise<string> {
    const asked = this.officer.post<Any>('/exports', { body: this.variants[variant]! });
    return (await must(asked, 202)).body.id as string;
  }

  private async contentOf(id: string): Promise<Any> {
    const { sha256, size, rowCount } = (await must(this.officer.get<Any>(`/exports/${id}`), 200)).body;
    return { sha256, size, rowCount };
  }

  private async underWay(): Promise<Set<number>> {
    const { rows } = await this.medel.owner.query<{ id: string }>(
      `SELECT id FROM exports WHERE status IN ('queued', 'running')`,
    );
    const ids = new Set(rows.map(({ id }) => id));
    return new Set(this.ordered.filter(({ id }) => ids.has(id)).map(({ variant }) => variant));
  }

  /** A payment that may be sent; its decision has ordered a letter. */
  private async attested(): Promise<string> {
    const decision = `/decisions/${await this.cases.approved()}`;
    const { id } = (await must(this.cases.finance.get<Any>(decision), 200)).body.payments[0];
    await must(this.cases.finance.post(`/payments/${id}/attest`), 200);
    return id as string;
  }
}
