import { startAuthentication, startRegistration } from '@simplewebauthn/browser';

/** What the browser answered, or `null` where the person said no, it took too long, or the browser cannot. */
async function orNull<T>(answer: Promise<T>): Promise<Record<string, unknown> | null> {
  return answer.then(
    (given) => given as unknown as Record<string, unknown>,
    () => null,
  );
}

type Creation = Parameters<typeof startRegistration>[0]['optionsJSON'];
type Request = Parameters<typeof startAuthentication>[0]['optionsJSON'];

export const makePasskey = (options: object) =>
  orNull(startRegistration({ optionsJSON: options as Creation }));

export const askPasskey = (options: object) =>
  orNull(startAuthentication({ optionsJSON: options as Request }));

const NUMBER = /^[\d.]+$|:/;

/** Where the same Medel has an address that passkeys work at; `null` where this is one. */
export function namedAddress({ hostname, port, protocol }: Location): string | null {
  return NUMBER.test(hostname) ? `${protocol}//localhost${port ? `:${port}` : ''}` : null;
}
