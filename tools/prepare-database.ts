import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import pg from 'pg';
import type { DatabaseUrls } from './environment.js';

/** The owner of all tables; what the two processes run as; what the queue in PostgreSQL runs as. */
export const roleNames = ['medel_owner', 'medel_app', 'medel_queue'] as const;
export type RolePasswords = Record<(typeof roleNames)[number], string>;

type Options = { database?: string } & ({ passwordsFile: string } | { passwords: RolePasswords });

/**
 * Makes the roles and the database where they are missing, and sets the passwords. May be run again at any time.
 * Rights on tables are given by the migrations.
 */
export async function prepareDatabase(adminUrl: string, options: Options): Promise<DatabaseUrls> {
  const { database = 'medel' } = options;
  const passwords = 'passwords' in options ? options.passwords : keptPasswords(options.passwordsFile);
  try {
    await asAdministrator(adminUrl, async (admin) => {
      await admin.query(`SELECT pg_advisory_lock(hashtext('medel.prepare'))`);
      for (const name of roleNames) await ensureRole(admin, name, passwords[name]);
      await ensureDatabase(admin, database);
    });
    await withClient(withDatabase(adminUrl, database), closeSchema);
  } catch (error) {
    if ((error as pg.DatabaseError).code === '42501') throw mayNot(adminUrl, database, error as Error);
    throw error;
  }
  const url = (name: (typeof roleNames)[number]): string => {
    const address = new URL(withDatabase(adminUrl, database));
    address.username = name;
    address.password = encodeURIComponent(passwords[name]);
    return address.href;
  };
  return { ownerUrl: url('medel_owner'), appUrl: url('medel_app'), queueUrl: url('medel_queue') };
}

/** The database an administrator's address means; the maintenance database "postgres" is never used for cases. */
export function databaseNameOf(url: string): string {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  return name === '' || name === 'postgres' ? 'medel' : name;
}

async function ensureRole(admin: pg.Client, name: string, password: string): Promise<void> {
  const { rows } = await admin.query<{ privileged: boolean }>(
    'SELECT rolsuper OR rolbypassrls AS privileged FROM pg_roles WHERE rolname = $1',
    [name],
  );
  if (rows[0]?.privileged) {
    throw new Error(
      `The role ${name} may pass row security. Take that away: ALTER ROLE ${name} NOSUPERUSER NOBYPASSRLS`,
    );
  }
  const verb = rows.length === 0 ? 'CREATE' : 'ALTER';
  await admin.query(`${verb} ROLE ${name} LOGIN PASSWORD ${pg.escapeLiteral(password)}`);
}

async function ensureDatabase(admin: pg.Client, database: string): Promise<void> {
  const name = pg.escapeIdentifier(database);
  // Only a member of a role may give it things to own; a superuser needs no membership.
  const { rows: me } = await admin.query<{ member: boolean }>(
    `SELECT pg_has_role(current_user, 'medel_owner', 'MEMBER') AND pg_has_role(current_user, 'medel_owner', 'USAGE') AS member`,
  );
  if (!me[0]?.member) await admin.query('GRANT medel_owner TO CURRENT_USER');

  const { rows } = await admin.query<{ owner: string }>(
    'SELECT pg_get_userbyid(datdba) AS owner FROM pg_database WHERE datname = $1',
    [database],
  );
  if (rows.length === 0) await createDatabase(admin, name);
  else if (rows[0]?.owner !== 'medel_owner') await admin.query(`ALTER DATABASE ${name} OWNER TO medel_owner`);
  await admin.query(`REVOKE CONNECT, TEMPORARY ON DATABASE ${name} FROM PUBLIC`);
  await admin.query(`GRANT CONNECT ON DATABASE ${name} TO ${roleNames.join(', ')}`);
}

async function createDatabase(admin: pg.Client, name: string): Promise<void> {
  const create = `CREATE DATABASE ${name} OWNER medel_owner TEMPLATE template0 ENCODING 'UTF8'`;
  try {
    await admin.query(`${create} LOCALE_PROVIDER icu ICU_LOCALE 'sv-SE'`);
  } catch (error) {
    // Older than 15 (syntax), or built without ICU: queries that sort name their collation anyway.
    if (!['42601', '0A000', '22023'].includes((error as pg.DatabaseError).code ?? '')) throw error;
    await admin.query(create);
  }
}

async function closeSchema(client: pg.Client): Promise<void> {
  await client.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
  await client.query('GRANT ALL ON SCHEMA public TO medel_owner');
}

/** The database in the address may be the one to make, so fall back on the one that every server has. */
async function asAdministrator(adminUrl: string, work: (admin: pg.Client) => Promise<void>): Promise<void> {
  try {
    await withClient(adminUrl, work);
  } catch (error) {
    if ((error as pg.DatabaseError).code !== '3D000') throw error;
    await withClient(withDatabase(adminUrl, 'postgres'), work);
  }
}

async function withClient(
  connectionString: string,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${encodeURIComponent(database)}`;
  return address.href;
}

function keptPasswords(file: string): RolePasswords {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as RolePasswords;
  const passwords = Object.fromEntries(
    roleNames.map((name) => [name, randomBytes(24).toString('base64url')]),
  );
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(passwords, null, 2)}\n`, { mode: 0o600 });
  return passwords as RolePasswords;
}

function mayNot(adminUrl: string, database: string, cause: Error): Error {
  const { username } = new URL(adminUrl);
  const create = roleNames.map((name) => `  CREATE ROLE ${name} LOGIN PASSWORD '…';`);
  return new Error(
    [
      `The database role "${username}" of DATABASE_URL may not prepare the database: ${cause.message}.`,
      'Either give an administrator in DATABASE_URL, or let one run',
      ...create,
      `  CREATE DATABASE "${database}" OWNER medel_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'sv-SE';`,
      `  REVOKE CONNECT, TEMPORARY ON DATABASE "${database}" FROM PUBLIC;`,
      `  GRANT CONNECT ON DATABASE "${database}" TO ${roleNames.join(', ')};`,
      'and start with DATABASE_OWNER_URL (medel_owner), DATABASE_URL (medel_app) and QUEUE_DATABASE_URL (medel_queue).',
    ].join('\n'),
    { cause },
  );
}
