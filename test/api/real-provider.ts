import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export const CLIENT = { clientId: 'medel', clientSecret: 'hemligt '.repeat(5).trim().replaceAll(' ', '-') };

export interface Person {
  email?: string;
  email_verified?: boolean;
}

/** A real OpenID provider on this machine, and a browser that signs people in to it. */
export class RealProvider {
  readonly people = new Map<string, Person>();

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
  ) {}

  static async listen(): Promise<RealProvider> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return new RealProvider(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  /** Begins to answer, for a client that people come back to at `returnAddress`. */
  serve(returnAddress: string): void {
    const provider = new Provider(this.issuer, {
      clients: [
        {
          client_id: CLIENT.clientId,
          client_secret: CLIENT.clientSecret,
          redirect_uris: [returnAddress],
          response_types: ['code'],
          grant_types: ['authorization_code'],
        },
      ],
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      conformIdTokenClaims: false,
      findAccount: (_: unknown, sub: string) => ({
        accountId: sub,
        claims: () => ({ sub, ...this.people.get(sub) }),
      }),
    });
    const answer = provider.callback();
    this.server.on('request', (request, response) => void answer(request, response));
  }

  /** Signs in as `subject` from `address` on; answers the query that the browser comes back with. */
  async walk(address: string, subject: string): Promise<string> {
    const jar = new Map<string, string>();
    let next: string | undefined = address;
    let form: URLSearchParams | undefined;
    for (let steps = 0; steps < 20; steps += 1) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer: Response = await fetch(next, {
        redirect: 'manual',
        headers: { cookie },
        ...(form ? { method: 'POST', body: form } : {}),
      });
      for (const set of answer.headers.getSetCookie()) {
        const [name, value] = set.split(';')[0]!.split('=') as [string, string];
        jar.set(name, value);
      }
      const location = answer.headers.get('location');
      form = undefined;
      if (location) {
        next = new URL(location, next).href;
        if (!next.startsWith(this.issuer)) return new URL(next).search;
        continue;
      }
      const page = await answer.text();
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
      if (!prompt) throw new Error(`${next} answered ${answer.status}: ${page.slice(0, 300)}`);
      form = new URLSearchParams({ prompt, login: subject, password: 'x' });
    }
    throw new Error('the provider goes round in circles');
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}
