import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import type { LocalDate } from '#domain/shared/local-date';
import type { Kronor } from '#domain/shared/money';
import { SYSTEM } from '#core/access';
import { Database, sql } from '#platform/database';

/** A thing of the demo and how far it has come: its version counts the acts that were done on it. */
export interface Progress {
  id: string;
  version: number;
}

export interface FollowedPayment {
  id: string;
  year: number;
  instalment: number;
  status: string;
  amount: Kronor;
  paymentFileId: string | null;
  /** Since when somebody has said where to pay. */
  accountFrom: LocalDate | null;
}

export interface Followed {
  status: string;
  amendsId: string | null;
  years: { year: number; status: string }[];
  payments: FollowedPayment[];
  reports: { id: string; dueOn: LocalDate; version: number }[];
  recoveries: { id: string; status: string; hasAnswer: boolean; portions: number }[];
}

/** How much of the demo world is there. */
@Injectable()
export class DemoQueries {
  constructor(private readonly database: Database) {}

  /** Accounts by the part of their address before the @. */
  async actors(): Promise<Map<string, Actor>> {
    const rows = await this.database.read<Actor & { name: string }>(
      SYSTEM,
      sql`SELECT split_part(email, '@', 1) AS name, id AS "userId", person_id AS "personId", roles,
            organisation_id AS "organisationId" FROM users WHERE email LIKE '%@medel.example'`,
    );
    return new Map(rows.map(({ name, ...actor }) => [name, actor]));
  }

  async isExportPlanned(title: string): Promise<boolean> {
    const found = await this.database.read(
      SYSTEM,
      sql`SELECT FROM export_schedules WHERE title = ${title} LIMIT 1`,
    );
    return found.length > 0;
  }

  organisations(): Promise<{ id: string; kind: string; code: string | null; name: string }[]> {
    return this.database.read(SYSTEM, sql`SELECT id, kind, code, name FROM organisations`);
  }

  /** The areas of types 1 and 2 by municipality code, those with the greatest challenges first. */
  async areas(): Promise<Map<string, string[]>> {
    const rows = await this.database.read<{ code: string; areas: string[] }>(
      SYSTEM,
      sql`SELECT o.code, array_agg(a.code ORDER BY a.area_type, a.code) AS areas FROM areas a
          JOIN organisations o ON o.id = a.organisation_id WHERE a.area_type <= 2 GROUP BY o.code`,
    );
    return new Map(rows.map(({ code, areas }) => [code, areas]));
  }

  /** Organisations that somebody has said where to pay. */
  async organisationsWithAccount(): Promise<Set<string>> {
    const rows = await this.database.read<{ id: string }>(
      SYSTEM,
      sql`SELECT DISTINCT organisation_id AS id FROM payee_accounts`,
    );
    return new Set(rows.map((row) => row.id));
  }

  calls(titles: readonly string[]): Promise<(Progress & { title: string; closesOn: LocalDate })[]> {
    return this.database.read(
      SYSTEM,
      sql`SELECT DISTINCT ON (title) id, version, title, closes_on AS "closesOn" FROM calls
          WHERE title = ANY(${titles}::text[]) ORDER BY title, id`,
    );
  }

  async appropriatedYears(code: string): Promise<Set<number>> {
    const rows = await this.database.read<{ year: number }>(
      SYSTEM,
      sql`SELECT year FROM appropriations WHERE code = ${code}`,
    );
    return new Set(rows.map((row) => row.year));
  }

  /** The first application of each organisation in each call: the demo's own, whatever people have added since. */
  applications(
    callIds: readonly string[],
  ): Promise<(Progress & { callId: string; organisationId: string })[]> {
    return this.database.read(
      SYSTEM,
      sql`SELECT DISTINCT ON (call_id, organisation_id) id, version, call_id AS "callId", organisation_id AS "organisationId"
          FROM applications WHERE call_id = ANY(${callIds}::uuid[]) ORDER BY call_id, organisation_id, id`,
    );
  }

  async liveDecision(applicationId: string): Promise<string | undefined> {
    const row = await this.database.readOne<{ id: string }>(
      SYSTEM,
      sql`SELECT id FROM decisions WHERE application_id = ${applicationId} AND status IN ('proposed', 'approved')
          ORDER BY proposed_at DESC LIMIT 1`,
    );
    return row?.id;
  }

  async followed(decisionId: string): Promise<Followed> {
    const row = await this.database.readOne<Followed>(
      SYSTEM,
      sql`SELECT (SELECT status FROM decisions WHERE id = ${decisionId}) AS status,
        (SELECT amends_id FROM decisions WHERE id = ${decisionId}) AS "amendsId",
        (SELECT coalesce(json_agg(json_build_object('year', year, 'status', status)), '[]') FROM decision_years
          WHERE decision_id = ${decisionId}) AS years,
        (SELECT coalesce(json_agg(json_build_object('id', p.id, 'year', year, 'instalment', instalment, 'status', status,
            'amount', p.amount, 'paymentFileId', l.payment_file_id, 'accountFrom', (SELECT min(a.usable_from) FROM payee_accounts a
              WHERE a.organisation_id = p.organisation_id AND a.status = 'approved'))), '[]')
          FROM payments p LEFT JOIN payment_file_lines l ON l.payment_id = p.id WHERE p.decision_id = ${decisionId}) AS payments,
        (SELECT coalesce(json_agg(json_build_object('id', id, 'dueOn', due_on, 'version', version)), '[]')
          FROM reports WHERE decision_id = ${decisionId}) AS reports,
        (SELECT coalesce(json_agg(json_build_object('id', id, 'status', status, 'hasAnswer', answers <> '[]',
            'portions', jsonb_array_length(instalments))), '[]')
          FROM recoveries WHERE decision_id = ${decisionId}) AS recoveries`,
    );
    return row!;
  }
}
