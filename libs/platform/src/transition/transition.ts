import { Injectable } from '@nestjs/common';
import type { Lifecycle } from '#domain/shared/lifecycle';
import { Audit, type AuditActor } from '#platform/audit';
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
    facts: Record<string, unknown> = {},
  ): Promise<Row> {
    const from = row.status;
    const to = lifecycle.next(from, action);
    if (!to) throw new IllegalTransition(lifecycle.subject, from, action);
    const written: Partial<Row> = { ...changes, status: to, version: row.version + 1 };
    const update = sql`UPDATE ${this.table(row)} SET ${this.assignments(row, written)}
      WHERE id = ${row.id} AND version = ${row.version} RETURNING id, version, ${this.owner(row)} AS organisation_id`;
    this.write(update, lifecycle.subject, action, actor, { from, to, ...facts });
    return Object.assign(row, written);
  }

  /** Inserts a new row, where its lifecycle begins, at version 1 with the first event of its chain. */
  async create<Row extends { id: string; version: number }>(
    kind: Lifecycle | string,
    row: Row,
    actor: AuditActor,
    facts: Record<string, unknown> = {},
  ): Promise<Row> {
    const subject = typeof kind === 'string' ? kind : kind.subject;
    Object.assign(row, { version: 1 }, typeof kind === 'string' ? {} : { status: kind.initial });
    const columns = this.metadata(row).columns.filter((column) => column.getEntityValue(row) !== undefined);
    const names = columns.map((column) => sql`${trusted(`"${column.databaseName}"`)}`);
    const values = columns.map((column) => sql`${this.persistent(row, column.propertyName)}`);
    const insert = sql`INSERT INTO ${this.table(row)} (${list(names)}) VALUES (${list(values)})
      RETURNING id, version, ${this.owner(row)} AS organisation_id`;
    this.write(insert, subject, 'create', actor, facts);
    return row;
  }

  private write(
    change: Sql,
    subjectType: string,
    action: string,
    actor: AuditActor,
    data: Record<string, unknown>,
  ): void {
    const entry = { subjectType, action, actor, at: this.clock.now(), data };
    this.database.send(this.audit.appendAfter(change, entry), (events) => {
      if (events.length !== 1) throw new Stale();
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
