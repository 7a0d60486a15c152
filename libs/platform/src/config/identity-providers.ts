/** Somebody else who says who people are (OpenID Connect). */
export interface ProviderConfig {
  /** Names it in addresses and in the audit trail: `a-z`, digits and hyphens. */
  id: string;
  /** What the button says. */
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Whose people it knows: no account of the other side is opened by its word. */
  side: 'agency' | 'recipient';
  /** The claim of the ID token that names the person, the same for ever. */
  personClaim: string;
}

const NAMES = ['id', 'name', 'issuer', 'clientId', 'clientSecret', 'side', 'personClaim'];
const LOCAL = ['127.0.0.1', 'localhost', '[::1]'];

/** Reads `MEDEL_IDENTITY_PROVIDERS`, a list as JSON; tells all that is wrong, and never a value. */
export function readProviders(json: string | undefined, problem: (text: string) => void): ProviderConfig[] {
  const list = parse(json || '[]');
  if (!Array.isArray(list)) {
    problem('MEDEL_IDENTITY_PROVIDERS must be a list as JSON');
    return [];
  }
  const providers = list.map((each: unknown, place) =>
    readProvider(isObject(each) ? each : {}, (text) =>
      problem(`MEDEL_IDENTITY_PROVIDERS: ${text} (number ${place + 1})`),
    ),
  );
  if (new Set(providers.map(({ id }) => id)).size < providers.length)
    problem('MEDEL_IDENTITY_PROVIDERS: two have the same id');
  return providers;
}

function readProvider(given: Record<string, unknown>, problem: (text: string) => void): ProviderConfig {
  const read = { personClaim: 'sub', ...given } as Record<string, unknown> & ProviderConfig;
  for (const name of NAMES)
    if (typeof read[name] !== 'string' || read[name] === '') problem(`${name} must be a text`);
  for (const name of Object.keys(given)) if (!NAMES.includes(name)) problem(`a field that is not known`);
  if (!/^[a-z0-9-]{1,40}$/.test(read.id)) problem('id must be a-z, digits and hyphens, 40 at most');
  if (!['agency', 'recipient'].includes(read.side)) problem('side must be agency or recipient');
  if (!isSafe(read.issuer)) problem('issuer must begin with https://');
  return read;
}

/** Without TLS on this machine only: for trying out. */
function isSafe(issuer: unknown): boolean {
  if (typeof issuer !== 'string' || !URL.canParse(issuer)) return false;
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'https:' || (protocol === 'http:' && LOCAL.includes(hostname));
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
