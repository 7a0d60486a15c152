import { Inject, Injectable } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { decodeAttestationObject, isoBase64URL } from '@simplewebauthn/server/helpers';
import type { SessionUser } from '#core/users';
import { CONFIG, type Config } from '#platform/config';
import type { PasskeyFactor } from './second-factor.repository.js';

/** What a browser answers, as it came: every field of it may be anything. */
export type PasskeyAnswer = Record<string, unknown>;

type RegistrationAnswer = Parameters<typeof verifyRegistrationResponse>[0]['response'];
type ProofAnswer = Parameters<typeof verifyAuthenticationResponse>[0]['response'];

/**
 * Of these no certificate is looked up anywhere. Nobody is asked where the key was made, and a browser that does as it is
 * asked sends no other.
 */
const FORMATS = ['none', 'packed'];
const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'];

/** Passkeys (WebAuthn) of the address that people type. */
@Injectable()
export class Passkeys {
  private readonly id: string;
  private readonly origins: string[];

  constructor(@Inject(CONFIG) { publicOrigin }: Config) {
    const { hostname, origin, port } = new URL(publicOrigin);
    // A browser makes no passkey for a number. The same machine by its name is the same machine.
    const isNumber = hostname === '127.0.0.1';
    this.id = isNumber ? 'localhost' : hostname;
    this.origins = isNumber ? [origin, `http://localhost${port ? `:${port}` : ''}`] : [origin];
  }

  /** What the browser is asked for a new one; those that are known are not made twice. */
  askForNew(user: SessionUser, known: readonly PasskeyFactor[]): Promise<{ challenge: string }> {
    return generateRegistrationOptions({
      rpName: 'Medel',
      rpID: this.id,
      userName: user.email,
      userDisplayName: user.name,
      userID: new TextEncoder().encode(user.id),
      attestationType: 'none',
      excludeCredentials: known.map(described),
      // Beside the password it need not say who it is of, nor ask for a PIN.
      authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
    });
  }

  askForProof(known: readonly PasskeyFactor[]): Promise<{ challenge: string }> {
    return generateAuthenticationOptions({
      rpID: this.id,
      allowCredentials: known.map(described),
      userVerification: 'preferred',
    });
  }

  /** `undefined` where it is no right answer to the challenge. */
  async readNew(answer: PasskeyAnswer, expectedChallenge: string) {
    const response = answer as unknown as RegistrationAnswer;
    const read = async () => {
      const attestation = decodeAttestationObject(isoBase64URL.toBuffer(response.response.attestationObject));
      if (!FORMATS.includes(attestation.get('fmt'))) return undefined;
      return verifyRegistrationResponse({
        response,
        expectedChallenge,
        expectedOrigin: this.origins,
        expectedRPID: this.id,
        requireUserVerification: false,
      });
    };
    const info = (await orNone(read))?.registrationInfo;
    if (!info) return undefined;
    const { id, publicKey, counter, transports } = info.credential;
    return {
      credentialId: id,
      publicKey: Buffer.from(publicKey),
      counter,
      transports: knownTransports(transports),
    };
  }

  /** How often the key says that it has signed; `undefined` where it is no right answer to the challenge. */
  async readProof(
    answer: PasskeyAnswer,
    expectedChallenge: string,
    { credentialId, publicKey }: PasskeyFactor,
  ): Promise<number | undefined> {
    const read = () =>
      verifyAuthenticationResponse({
        response: answer as unknown as ProofAnswer,
        expectedChallenge,
        expectedOrigin: this.origins,
        expectedRPID: this.id,
        requireUserVerification: false,
        // That it counts on is seen to where it is written, so that two at the same time do not both pass.
        credential: { id: credentialId, publicKey: Uint8Array.from(publicKey), counter: 0 },
      });
    const verified = await orNone(read);
    return verified?.verified ? verified.authenticationInfo.newCounter : undefined;
  }
}

const described = ({ credentialId, transports }: PasskeyFactor) => ({ id: credentialId, transports });

const knownTransports = (told: unknown): string[] =>
  Array.isArray(told) ? TRANSPORTS.filter((transport) => told.includes(transport)) : [];

/** The library throws at whatever is not as it should be, and at what is no answer at all. */
async function orNone<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch {
    return undefined;
  }
}
