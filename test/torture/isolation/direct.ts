import pg from 'pg';
import { NOWHERE } from '../../api/stage.js';

/** The runtime role itself, past all code of ours: in one transaction with the agency's scope, and nothing is kept. */
export class Direct {
  private constructor(private readonly app: pg.Client) {}

  static async connect(connectionString: string): Promise<Direct> {
    const app = new pg.Client({ connectionString });
    await app.connect();
    return new Direct(app);
  }

  end(): Promise<void> {
    return this.app.end();
  }

  /** What stood in the way: the constraint, where it has a name, and the message. */
  async told(statements: string | readonly string[], isolation = 'READ COMMITTED'): Promise<string> {
    try {
      await this.app.query(`BEGIN ISOLATION LEVEL ${isolation}; SET LOCAL medel.scope = 'all'`);
      for (const statement of [statements].flat()) await this.app.query(statement);
      // Deferred checks run where COMMIT would run them.
      await this.app.query('SET CONSTRAINTS ALL IMMEDIATE');
      return 'not refused';
    } catch (error) {
      return `${(error as pg.DatabaseError).constraint ?? ''} ${(error as Error).message}`.trim();
    } finally {
      await this.app.query('ROLLBACK');
    }
  }

  /** Leaves the transaction open: `end` or the next statement decides what becomes of it. */
  query(statement: string): Promise<pg.QueryResult[]> {
    return this.app.query(statement) as unknown as Promise<pg.QueryResult[]>;
  }
}

/** An id that nothing has. */
export const NEW = `'${NOWHERE}'::uuid`;
export const user = (name: string) => `(SELECT id FROM users WHERE email = '${name}@medel.example')`;
export const person = (name: string) => `(SELECT person_id FROM users WHERE email = '${name}@medel.example')`;

/** The event that a change owes, so that only what is tested stands in its way. */
export const event = (kind: string, id = NEW, seq = '1', action = 'test') => `
  INSERT INTO audit_events (subject_type, subject_id, seq, action, actor_id, actor_person, at, data)
  SELECT '${kind}', ${id}, ${seq}, '${action}', ${NEW}, ${NEW}, now(), '{}'`;

/** A change of one row, with its event. */
export const changed = (table: string, kind: string, set: string, where: string) => `
  WITH changed AS (UPDATE ${table} t SET ${set}, version = t.version + 1
    WHERE t.id = (SELECT id FROM ${table} WHERE ${where} LIMIT 1) RETURNING t.id, t.version)
  INSERT INTO audit_events (subject_type, subject_id, seq, action, actor_id, actor_person, at, data)
  SELECT '${kind}', id, version, 'test', ${NEW}, ${NEW}, now(), '{}' FROM changed`;

/** A person declares an interest in the cases of these decisions. */
export const interested = (name: string, decisions: string, at = 'now()', interest = 'possible') => `
  INSERT INTO interest_declarations (id, application_id, organisation_id, user_id, person_id, interest, note, declared_at)
  SELECT gen_random_uuid(), application_id, organisation_id, ${user(name)}, ${person(name)}, '${interest}', '', ${at}
  FROM decisions WHERE ${decisions}`;

/** What is written, and what it is refused with. */
export type Attack = [name: string, statements: string | readonly string[], told: RegExp];
