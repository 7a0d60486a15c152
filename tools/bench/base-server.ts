import { createServer, type IncomingMessage } from 'node:http';
import pg from 'pg';

/**
 * What the figures are held against: a bare `node:http` server that runs one statement and sends what PostgreSQL wrote.
 * No session, no row security, no policy, no framework. Told its statement by the process that measures.
 */
interface Told {
  databaseUrl: string;
  /** One row with `body`: the answer as JSON. */
  text: string;
  values: unknown[];
  /** The statement's last value is the path's last part. */
  takesId: boolean;
}

process.once('message', (told: Told) => {
  pg.types.setTypeParser(pg.types.builtins.INT8, Number);
  const pool = new pg.Pool({ connectionString: told.databaseUrl, max: 16 });
  pool.on('error', () => undefined);
  const valuesOf = ({ url = '' }: IncomingMessage): unknown[] =>
    told.takesId ? [...told.values, url.slice(url.lastIndexOf('/') + 1)] : told.values;
  const server = createServer((request, response) => {
    pool.query({ name: 'base', text: told.text, values: valuesOf(request) }).then(
      ({ rows }) => {
        response.setHeader('content-type', 'application/json; charset=utf-8');
        response.end((rows[0] as { body: string }).body);
      },
      (error: Error) => {
        response.statusCode = 500;
        response.end(error.message);
      },
    );
  });
  server.listen(0, '127.0.0.1', () => process.send!(server.address()));
});
process.once('disconnect', () => process.exit(0));
