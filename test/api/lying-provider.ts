import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What is told of the ID token: claims over the right ones, and how it is signed. */
export interface Lie {
  claims?: Record<string, unknown>;
  alg?: 'RS256' | 'HS256' | 'none';
  isForeignKey?: boolean;
  /** Answers the whole token request in another way. */
  answer?: (response: ServerResponse) => void;
}

/** An identity provider that speaks the protocol, and lies as it is told to. */
export class LyingProvider {
  lie: Lie = {};
  nonce = '';
  /** As it stands in the metadata. */
  claimedIssuer: string;
  private readonly own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private readonly foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
  ) {
    this.claimedIssuer = issuer;
    server.on('request', (request, response) => this.answer(request.url!, response));
  }

  static async listen(): Promise<LyingProvider> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return new LyingProvider(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private answer(path: string, response: ServerResponse): void {
    const send = (body: unknown) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    if (path.startsWith('/.well-known/')) return void send(this.metadata());
    if (path === '/keys')
      return void send({
        keys: [{ ...this.own.publicKey.export({ format: 'jwk' }), kid: '1', alg: 'RS256', use: 'sig' }],
      });
    if (this.lie.answer) return this.lie.answer(response);
    send({ access_token: 'x', token_type: 'Bearer', expires_in: 60, id_token: this.idToken() });
  }

  private metadata() {
    const { issuer, claimedIssuer } = this;
    return {
      issuer: claimedIssuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      authorization_response_iss_parameter_supported: true,
    };
  }

  private idToken(): string {
    const now = Math.floor(Date.now() / 1_000);
    const right = { iss: this.issuer, aud: 'medel', sub: 'nils', nonce: this.nonce, iat: now, exp: now + 60 };
    const { alg = 'RS256', claims = {}, isForeignKey = false } = this.lie;
    const signed = `${encode({ alg, kid: '1' })}.${encode({ ...right, ...claims })}`;
    return `${signed}.${signatureOf(signed, alg, (isForeignKey ? this.foreign : this.own).privateKey)}`;
  }
}

function signatureOf(text: string, alg: Lie['alg'], key: KeyObject): string {
  if (alg === 'none') return '';
  if (alg === 'HS256') return createHmac('sha256', 'a-secret-of-the-client').update(text).digest('base64url');
  return sign('RSA-SHA256', Buffer.from(text), key).toString('base64url');
}
