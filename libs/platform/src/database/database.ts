import { AsyncLocalStorage } from 'node:async_hooks';
import type { Socket } from 'node:net';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Pool, PoolClient, QueryResult } from 'pg';
import {
  DataSource,
  type EntityManager,
  type EntityTarget,
  type ObjectLiteral,
  type QueryRunner,
} from 'typeorm';
import { NotFound } from '#platform/errors';
import { JsonText } from './json-text.js';
import { pageOf, type PageQuery, type PageRequest } from './page.js';
import { scopeStatement, type Scope } from './scope.js';
import type { Sql } from './sql.js';

interface Transaction {
  runner: QueryRunner;
  client: PoolClient;
}

/** The one way to the database: ambient transactions for what changes things, one round trip for what reads. */
@Injectable()
export class Database {
  private readonly ambient = new AsyncLocalStorage<Transaction>();

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Runs `work` in a transaction with the actor's scope; within one already under way, joins it. */
  async transaction<T>(scope: Scope, work: () => Promise<T>): Promise<T> {
    if (this.ambient.getStore()) return work();
    const begin = `BEGIN; ${scopeStatement(scope)}`;
    const runner = this.dataSource.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    try {
      // Not waited for: it travels with the first statement of the work, which fails where this does.
      client.query(begin).catch(() => undefined);
      // TypeORM takes row locks only where it believes in a transaction.
      Object.assign(runner, { isTransactionActive: true });
      const result = await this.ambient.run({ runner, client }, work);
      await commit(client);
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      Object.assign(runner, { isTransactionActive: false });
      await runner.release();
    }
  }

  /** The transaction's entity manager. Throws outside one: nothing is changed without a transaction. */
  get manager(): EntityManager {
    return this.transactionOrThrow.runner.manager;
  }

  /** The row, locked until the transaction ends: commands begin with it, so that two of them take turns. */
  async lock<Row extends ObjectLiteral & { id: string }>(
    entity: EntityTarget<Row>,
    id: string,
  ): Promise<Row> {
    const rows = this.manager.createQueryBuilder(entity, 'row').setLock('pessimistic_write');
    const row = await rows.where('row.id = :id', { id }).getOne();
    if (!row) throw new NotFound();
    return row;
  }

  /** Runs a statement in the ambient transaction. */
  async execute<Row>(statement: Sql): Promise<Row[]> {
    return rowsOf<Row>(this.transactionOrThrow.client, statement);
  }

  /** Reads with the caller's scope: begin and scope, query, commit are sent together and answered in one round trip. */
  async read<Row>(scope: Scope, statement: Sql): Promise<Row[]> {
    const transaction = this.ambient.getStore();
    if (transaction) return rowsOf<Row>(transaction.client, statement);
    const { text, values, name } = statement;
    return this.withClient(async (client) => {
      const [, result] = await inOnePacket(client, () => [
        client.query(`BEGIN READ ONLY; ${scopeStatement(scope)}`),
        client.query({ text, values, name }),
        client.query('COMMIT'),
      ]);
      return result!.rows as Row[];
    });
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

  private get transactionOrThrow(): Transaction {
    const transaction = this.ambient.getStore();
    if (!transaction)
      throw new Error('This act must run inside a transaction: mark the service method @Transactional()');
    return transaction;
  }

  private async withClient<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    // What is asked of a lost connection fails; that it was lost between two questions must not end the process.
    const lost = () => undefined;
    client.on('error', lost);
    try {
      const result = await work(client);
      client.release();
      return result;
    } catch (error) {
      // After a failure the pipeline may still hold answers: ask for an end before the connection is used again.
      await client.query('ROLLBACK').then(
        () => client.release(),
        () => client.release(true),
      );
      throw error;
    } finally {
      client.off('error', lost);
    }
  }

  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }
}

/** The statements leave together: one write to the socket instead of one for each. */
function inOnePacket(client: PoolClient, send: () => Promise<QueryResult>[]): Promise<QueryResult[]> {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.cork();
  const answers = send();
  stream.uncork();
  return Promise.all(answers);
}

async function rowsOf<Row>(client: PoolClient, { text, values, name }: Sql): Promise<Row[]> {
  const { rows } = await client.query({ text, values, name });
  return rows as Row[];
}

/** COMMIT of a transaction in which a statement failed answers ROLLBACK, without an error. */
async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query('COMMIT');
  if (command !== 'COMMIT') throw new Error('The transaction had failed and was rolled back');
}
