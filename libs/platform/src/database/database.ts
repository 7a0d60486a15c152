import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Pool, PoolClient } from 'pg';
import { DataSource, type EntityManager, type ObjectLiteral, type QueryRunner } from 'typeorm';
import { NotFound } from '#platform/errors';
import { JsonText } from './json-text.js';
import { pageOf, type PageQuery, type PageRequest } from './page.js';
import { scopeStatement, type Scope } from './scope.js';
import { inOnePacket } from './packet.js';
import { ReadLanes } from './read-lanes.js';
import { list, sql, trusted, type Sql } from './sql.js';

interface Transaction {
  runner: QueryRunner;
  client: PoolClient;
  /** What was sent and not waited for. */
  sent: Promise<unknown>[];
  /** Those of it that must have answered as they should before anything is committed. */
  checked: Promise<unknown>[];
  /** What is sent with COMMIT and no sooner. */
  last: Sql[];
}

/** The one way to the database: ambient transactions for what changes things, one round trip for what reads. */
@Injectable()
export class Database {
  private readonly ambient = new AsyncLocalStorage<Transaction>();
  private underWay = 0;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly lanes: ReadLanes,
  ) {}

  /** The connections of this process, and how many wait for one. */
  get connections(): { used: number; idle: number; waiting: number } {
    const { master } = this.dataSource.driver as unknown as { master: Pool };
    const { totalCount, idleCount: idle, waitingCount: waiting } = master;
    return { used: totalCount - idle, idle, waiting };
  }

  /** Runs `work` in a transaction with the actor's scope; within one already under way, joins it. */
  async transaction<T>(scope: Scope, work: () => Promise<T>): Promise<T> {
    if (this.ambient.getStore()) return work();
    const begin = `BEGIN; ${scopeStatement(scope)}`;
    const runner = this.dataSource.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    const transaction: Transaction = { runner, client, sent: [], checked: [], last: [] };
    this.underWay += 1;
    try {
      inOnePacket(client);
      // Not waited for: it travels with the first statement of the work, which fails where this does.
      client.query(begin).catch(() => undefined);
      // TypeORM takes row locks only where it believes in a transaction.
      Object.assign(runner, { isTransactionActive: true });
      const result = await this.ambient.run(transaction, work);
      await Promise.all(transaction.checked);
      await commit(transaction);
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw await causeOf(error, transaction);
    } finally {
      Object.assign(runner, { isTransactionActive: false });
      await runner.release();
      this.underWay -= 1;
      // While a storage is enabled, Node calls hooks at every promise of every request.
      if (this.underWay === 0) this.ambient.disable();
    }
  }

  /** The transaction's entity manager. Throws outside one: nothing is changed without a transaction. */
  get manager(): EntityManager {
    return this.transactionOrThrow.runner.manager;
  }

  /** The row, locked until the transaction ends: commands begin with it, so that two of them take turns. */
  async lock<Row extends ObjectLiteral & { id: string }>(entity: new () => Row, id: string): Promise<Row> {
    const [row] = await this.lockAll(entity, sql`id = ${id}`);
    if (!row) throw new NotFound();
    return row;
  }

  /** The rows that are `which`, locked in the order that it may end with: the text from WHERE to FOR UPDATE. */
  lockAll<Row extends ObjectLiteral>(entity: new () => Row, which: Sql): Promise<Row[]> {
    return this.findAll(entity, sql`${which} FOR UPDATE`);
  }

  /** The rows that are `which`, as they stand: the text after WHERE. */
  async findAll<Row extends ObjectLiteral>(entity: new () => Row, which: Sql): Promise<Row[]> {
    const { tableName, columns } = this.manager.connection.getMetadata(entity);
    const names = columns.map((column) => trusted(`"${column.databaseName}" AS "${column.propertyName}"`));
    const rows = await this.execute<Row>(
      sql`SELECT ${list(names)} FROM ${trusted(`"${tableName}"`)} WHERE ${which}`,
    );
    return rows.map((row) => Object.assign(new entity(), row));
  }

  /** Runs a statement in the ambient transaction. */
  async execute<Row>(statement: Sql): Promise<Row[]> {
    return rowsOf<Row>(this.transactionOrThrow.client, statement);
  }

  /**
   * Sends a statement that nothing waits for: it travels with what follows. Its failure, or that of `check` on its rows,
   * is the transaction's.
   */
  send(statement: Sql, check?: (rows: unknown[]) => void): void {
    const { client, sent, checked } = this.transactionOrThrow;
    const answer = rowsOf(client, statement).then(check);
    answer.catch(() => undefined);
    (check ? checked : sent).push(answer);
  }

  /**
   * Sends a statement when all else is done, in one packet with COMMIT: what it locks is held for as long as PostgreSQL
   * takes, and never waits for us. Nothing in the transaction sees what it does.
   */
  sendLast(statement: Sql): void {
    this.transactionOrThrow.last.push(statement);
  }

  /** Work that may fail while the rest of the transaction stands: what it did is undone, and nothing else. */
  async attempt<T>(work: () => Promise<T>): Promise<T> {
    const { client, sent, checked, last } = this.transactionOrThrow;
    const [before, checkedBefore, lastBefore] = [sent.length, checked.length, last.length];
    await client.query('SAVEPOINT attempt');
    try {
      const result = await work();
      // It may be refused, which is then of this work alone.
      last.splice(lastBefore).forEach((statement) => this.send(statement));
      await Promise.all([...sent.slice(before), ...checked.slice(checkedBefore)]);
      await client.query('RELEASE SAVEPOINT attempt');
      return result;
    } catch (error) {
      last.splice(lastBefore);
      const own = { sent: sent.splice(before), checked: checked.splice(checkedBefore) };
      const cause = await causeOf(error, own);
      await client.query('ROLLBACK TO SAVEPOINT attempt');
      throw cause;
    }
  }

  /** Reads with the caller's scope, in one round trip. */
  read<Row>(scope: Scope, statement: Sql): Promise<Row[]> {
    const transaction = this.ambient.getStore();
    if (transaction) return rowsOf<Row>(transaction.client, statement);
    return this.lanes.read<Row>(scope, statement);
  }

  async readOne<Row>(scope: Scope, statement: Sql): Promise<Row | undefined> {
    return (await this.read<Row>(scope, statement))[0];
  }

  /** A list as its answer. */
  async page(scope: Scope, query: PageQuery, request: PageRequest): Promise<JsonText> {
    const row = await this.readOne<{ body: string }>(scope, pageOf(query, request));
    return new JsonText(row!.body);
  }

  /** One thing as its answer: a row of `body` (JSON as text) and, where it can be changed, `version`. */
  async document(scope: Scope, statement: Sql): Promise<JsonText> {
    const row = await this.readOne<{ body: string; version?: number }>(scope, statement);
    if (!row) throw new NotFound();
    return new JsonText(row.body, row.version ?? null);
  }

  /** For a library that keeps a table of its own over our connections. */
  get source(): object {
    return this.dataSource;
  }

  private get transactionOrThrow(): Transaction {
    const transaction = this.ambient.getStore();
    if (!transaction)
      throw new Error('This act must run inside a transaction: mark the service method @Transactional()');
    return transaction;
  }
}

async function rowsOf<Row>(client: PoolClient, { text, values, name }: Sql): Promise<Row[]> {
  inOnePacket(client);
  const { rows } = await client.query({ text, values, name });
  return rows as Row[];
}

/** COMMIT of a transaction in which a statement failed answers ROLLBACK, without an error. */
async function commit({ client, sent, last }: Transaction): Promise<void> {
  inOnePacket(client);
  // What is checked at the end is checked before the last lock is taken, not while it is held.
  if (last.length > 0) sent.push(client.query('SET CONSTRAINTS ALL IMMEDIATE'));
  sent.push(...last.map((statement) => rowsOf(client, statement)));
  const [{ command }] = await Promise.all([client.query('COMMIT'), ...sent]);
  if (command !== 'COMMIT') throw new Error('The transaction had failed and was rolled back');
}

const FAILED_BEFORE = '25P02';
const isConsequence = (error: unknown) => (error as { code?: string } | null)?.code === FAILED_BEFORE;

/** What follows a statement that failed fails too, only because of it: the first failure is the one to tell of. */
async function causeOf(
  error: unknown,
  { sent, checked }: Pick<Transaction, 'sent' | 'checked'>,
): Promise<unknown> {
  if (!isConsequence(error)) return error;
  const answers = await Promise.allSettled([...sent, ...checked]);
  const failures = answers.flatMap((answer) =>
    answer.status === 'rejected' ? [answer.reason as unknown] : [],
  );
  return failures.find((failure) => !isConsequence(failure)) ?? error;
}
