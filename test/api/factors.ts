import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import { Secret, TOTP } from 'otpauth';
import type { Any, Client, Medel } from '#testing';
import { must } from './stage.js';

/** An authenticator app that knows a secret; `later` and `earlier` are codes of other half minutes. */
export class App {
  private readonly totp: TOTP;

  constructor(readonly secret: string) {
    this.totp = new TOTP({ secret: Secret.fromBase32(secret) });
  }

  code(steps = 0): string {
    return this.totp.generate({ timestamp: Date.now() + steps * 30_000 });
  }
}

const LEFT_AT_LEAST = 3_000;

/** Where little is left of this half minute, waits for the next: a code of the last one would be too old when it comes. */
export async function roomForAnOldCode(): Promise<void> {
  const left = 30_000 - (Date.now() % 30_000);
  if (left < LEFT_AT_LEAST) await setTimeout(left);
}

const halfMinute = () => Math.floor(Date.now() / 30_000);

/**
 * Adds an app, with the code of the last half minute: that of this one is still good. Where the next half minute began on the
 * way, on a busy machine, the code had grown too old, and another is tried.
 */
export async function enrolApp(who: Client): Promise<{ app: App; recoveryCodes: string[] }> {
  const app = new App((await must(who.post<Any>('/second-factor/totp'), 200)).body.secret);
  for (;;) {
    await roomForAnOldCode();
    const began = halfMinute();
    const body = { name: 'Demo: telefon', code: app.code(-1) };
    const answer = await who.post<Any>('/second-factor/totp/confirm', { body });
    if (answer.status === 400 && halfMinute() !== began) continue;
    const { recoveryCodes } = (await must(Promise.resolve(answer), 200)).body;
    return { app, recoveryCodes };
  }
}

/** As if the half minutes of all codes that were taken had gone by. */
export const forgetSteps = ({ owner }: Medel) =>
  owner.query(`UPDATE second_factors SET last_step = 0 WHERE kind = 'totp'`);

const USER_PRESENT = 1;
const HAS_CREDENTIAL = 64;

/** A key that signs as a passkey does (ES256, no attestation). `counter` is how often it says that it has signed. */
export class Key {
  counter = 0;
  private readonly id = randomBytes(16);
  private readonly pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  constructor(
    private readonly origin = 'http://127.0.0.1',
    private readonly site = 'localhost',
  ) {}

  create({ challenge }: { challenge: string }): Any {
    const { x, y } = this.pair.publicKey.export({ format: 'jwk' });
    const coordinate = (value: string) => Uint8Array.from(Buffer.from(value, 'base64url'));
    const cose = isoCBOR.encode(
      new Map<number, number | Uint8Array<ArrayBuffer>>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, coordinate(x!)],
        [-3, coordinate(y!)],
      ]),
    );
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const credential = Buffer.concat([Buffer.alloc(16), length, this.id, cose]);
    const data = Uint8Array.from(Buffer.concat([this.data(USER_PRESENT | HAS_CREDENTIAL), credential]));
    const attestation = isoCBOR.encode(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', data],
      ]) as never,
    );
    return this.answer({
      clientDataJSON: this.client('webauthn.create', challenge).toString('base64url'),
      attestationObject: Buffer.from(attestation).toString('base64url'),
      transports: ['usb', 'none such'],
    });
  }

  prove({ challenge }: { challenge: string }): Any {
    const client = this.client('webauthn.get', challenge);
    const data = this.data(USER_PRESENT);
    const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
    return this.answer({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', signed, this.pair.privateKey).toString('base64url'),
    });
  }

  private answer(response: object): Any {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  private client(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }));
  }

  private data(flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([createHash('sha256').update(this.site).digest(), Buffer.from([flags]), counter]);
  }
}

/** Adds the key; the options that it answered. */
export async function enrolKey(who: Client, key: Key): Promise<Any> {
  const { options } = (await must(who.post<Any>('/second-factor/passkeys'), 200)).body;
  const body = { name: 'Demo: nyckel', passkey: key.create(options) };
  await must(who.post('/second-factor/passkeys/confirm', { body }), 200);
  return options;
}

export async function proveByKey(who: Client, key: Key) {
  const { options } = (await must(who.post<Any>('/second-factor/passkey-challenge'), 200)).body;
  return who.prove({ passkey: key.prove(options) }, 'prove-by-passkey');
}
