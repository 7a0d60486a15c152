import { Agent, request } from 'node:http';
import type { Answer } from '#testing';

/** One request as it goes over the wire: nothing of it is put right on the way. */
export interface Sent {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: Buffer | undefined;
}

/** Longer than anything takes that is answered, on a machine that does much else. */
const PATIENCE_MILLISECONDS = 150_000;

/** Keeps its connections, and sends bytes. */
export class Wire {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });
  private readonly hostname: string;
  private readonly port: string;

  constructor(address: string) {
    ({ hostname: this.hostname, port: this.port } = new URL(address));
  }

  /** `undefined` where the server would not read on and closed the connection. */
  send({ method, path, headers, body }: Sent): Promise<Answer<unknown> | undefined> {
    const { agent, hostname, port } = this;
    return new Promise((resolve, reject) => {
      const sent = request({ agent, hostname, port, method, path, headers }, (response) => {
        const type = String(response.headers['content-type'] ?? '');
        const status = response.statusCode!;
        const pieces: Buffer[] = [];
        const answer = (): Answer<unknown> => {
          const text = Buffer.concat(pieces).toString();
          const isJson = type.includes('json') && text !== '';
          return { status, headers: headersOf(response.headers), body: isJson ? JSON.parse(text) : text };
        };
        response.on('error', reject);
        // A stream of events goes on for as long as what it tells of.
        if (type.startsWith('text/event-stream')) {
          response.destroy();
          resolve(answer());
          return;
        }
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => resolve(answer()));
      });
      sent.on('error', (error: NodeJS.ErrnoException) =>
        ['ECONNRESET', 'EPIPE'].includes(error.code ?? '') ? resolve(undefined) : reject(error),
      );
      sent.setTimeout(PATIENCE_MILLISECONDS, () =>
        sent.destroy(new Error(`${method} ${path.slice(0, 300)} was not answered`)),
      );
      sent.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

function headersOf(raw: NodeJS.Dict<string | string[]>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(raw))
    for (const each of [value ?? []].flat()) headers.append(name, each);
  return headers;
}
