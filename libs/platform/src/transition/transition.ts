import { Injectable } from '@nestjs/common';
import type { Lifecycle } from '#domain/shared/lifecycle';
import { Audit, type AuditActor, type AuditData, type AuditEntry } from '#platform/audit';
import { Clock } from '#platform/clock';
import { Database, list, sql, trusted, type EntityMetadata, type Sql } from '#platform/database';
import { IllegalTransition, Stale } from '#platform/errors';

/** A row with a lifecycle: every change adds one to its version and one event to its audit chain. */
export interface Versioned<State extends string = string> {
  id: string;
  status: State;
  version: number;
}

/** The one writer of `status`. Row and audit event are one statement, so that neither can be had without the other. */
@Injectable()
export class Transition {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes `action` from where the row stands. `changes` are written with it, `facts` are kept in the audit event.
   * Throws IllegalTransition where the lifecycle has no such step, Stale where someone else was first.
   */
  async apply<State extends string, Row extends Versioned<State>>(
    lifecycle: Lifecycle<State>,
    row: Row,
    action: string,
    actor: AuditActor,
    changes: Partial<Row> = {},
    facts: AuditData = {},
  ): Promise<Row> {
    const from = row.status;
    const to = lifecycle.next(from, action);
    if (!to) throw new IllegalTransition(lifecycle.subject, from, action);
    const written: Partial<Row> = { ...changes, status: to, version: row.version + 1 };
    const update = sql`UPDATE ${this.table(row)} SET ${this.assignments(row, written)}
      WHERE id = ${row.id} AND version = ${row.version} RETURNING id, version, ${this.owner(row)} AS organisation_id`;
    this.write(update, lifecycle.subject, action, actor, [{ id: row.id, data: { from, to, ...facts } }]);
    return Object.assign(row, written);
  }

  /** Inserts a new row, where its lifecycle begins, at version 1 with the first event of its chain. */
  async create<Row extends { id: string; version: number }>(
    kind: Lifecycle | string,
    row: Row,
    actor: AuditActor,
    facts: AuditData = {},
  ): Promise<Row> {
    await this.createAll(kind, [row], actor, () => facts);
    return row;
  }

  /** The same for several rows with values in the same columns, in one statement. */
  async createAll<Row extends { id: string; version: number }>(
    kind: Lifecycle | string,
    rows: readonly Row[],
    actor: AuditActor,
    factsOf: (row: Row) => AuditData,
  ): Promise<void> {
    const [first] = rows;
    if (!first) return;
    const subject = typeof kind === 'string' ? kind : kind.subject;
    const begun = typeof kind === 'string' ? { version: 1 } : { version: 1, status: kind.initial };
    for (const row of rows) Object.assign(row, begun);
    const columns = this.metadata(first).columns.filter(
      (column) => column.getEntityValue(first) !== undefined,
    );
    const names = columns.map((column) => trusted(`"${column.databaseName}"`));
    const values = rows.map((row) => {
      const own = columns.map((column) => sql`${this.persistent(row, column.propertyName)}`);
      return sql`(${list(own)})`;
    });
    const insert = sql`INSERT INTO ${this.table(first)} (${list(names)}) VALUES ${list(values)}
      RETURNING id, version, ${this.owner(first)} AS organisation_id`;
    const told = rows.map((row) => ({ id: row.id, data: factsOf(row) }));
    this.write(insert, subject, 'create', actor, told);
  }

  private write(
    change: Sql,
    subjectType: string,
    action: string,
    actor: AuditActor,
    told: AuditEntry['told'],
  ): void {
    const entry = { subjectType, action, actor, at: this.clock.now(), told };
    this.database.send(this.audit.appendAfter(change, entry), (events) => {
      if (events.length !== told.length) throw new Stale();
    });
  }

  private assignments(row: object, written: object): Sql {
    const target = Object.assign(Object.create(row.constructor.prototype), written) as object;
    return list(
      this.metadata(row)
        .columns.filter((column) => Object.hasOwn(written, column.propertyName))
        .map(
          (column) =>
            sql`${trusted(`"${column.databaseName}"`)} = ${this.persistent(target, column.propertyName)}`,
        ),
    );
  }

  private persistent(row: object, property: string): unknown {
    const column = this.metadata(row).findColumnWithPropertyName(property)!;
    return this.database.manager.connection.driver.preparePersistentValue(column.getEntityValue(row), column);
  }

  private owner(row: object): Sql {
    const isOwned = this.metadata(row).columns.some((column) => column.propertyName === 'organisationId');
    return isOwned ? sql`organisation_id` : sql`NULL::uuid`;
  }

  private table(row: object): Sql {
    return trusted(`"${this.metadata(row).tableName}"`);
  }

  private metadata(row: object): EntityMetadata {
    return this.database.manager.connection.getMetadata(row.constructor);
  }
}
