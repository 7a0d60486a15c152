import { isIP } from 'node:net';
import { readProviders, type ProviderConfig } from './identity-providers.js';
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

/** Who pays, as the bank knows it: the agency's name, organisation number, account and bank. */
export interface PayerConfig {
  name: string;
  organisationNumber: string;
  iban: string;
  bic: string;
}

/** Nobody's: no Swedish bank has the number 999. */
export const DEMO_PAYER: PayerConfig = {
  name: 'Demo: Medel',
  organisationNumber: '0000000000',
  iban: 'SE9399900000000000000001',
  bic: 'DEMOSESS',
};

/** Who writes the letters, and where it is reached. */
export interface AgencyConfig {
  name: string;
  address: string;
  email: string;
  phone: string;
}

export const DEMO_AGENCY: AgencyConfig = {
  name: 'Demomyndigheten Medel',
  address: 'Demogatan 1, 000 00 Demostad',
  email: 'registrator@medel.example',
  phone: '000-000 00 00',
};

/** Where clamd listens: the path of its socket, or an address. */
export type ScannerConfig = { path: string } | { host: string; port: number };

/** A public key of the seals: DER (SPKI) as base64. */
export interface FormerSealKey {
  publicKey: string;
  /** The last moment at which it may have sealed, ISO 8601 in UTC; `null` where it may still. */
  until: string | null;
}

/** Everything the two processes are told from outside. Read once, at start. */
export interface Config {
  /** Connection as the runtime role, which owns nothing. */
  databaseUrl: string;
  databasePoolSize: number;
  /** Where the queue lives when there is no Redis; a role of its own that sees no case. */
  queueDatabaseUrl: string;
  redisUrl: string | null;
  host: string;
  port: number;
  /** The address people type, for the same-origin check. */
  publicOrigin: string;
  demo: boolean;
  /** `null` where nobody is told: then no payment file is made. */
  payer: PayerConfig | null;
  /** `null` where nobody is told: letters then wait. */
  agency: AgencyConfig | null;
  /** The address of the licence of what is published as open data. */
  openDataLicence: string;
  storageDirectory: string;
  /** What audit seals are signed with: an Ed25519 key, DER (PKCS#8) as base64. `null` where this process seals nothing. */
  sealKey: string | null;
  /** Keys that sealed before, or seal in another process. */
  sealPublicKeys: FormerSealKey[];
  /** The largest file that is taken in, sent to us or fetched by us, bytes. */
  fileLimit: number;
  /** `null` where there is none: files are then taken in, and shown, as not scanned. */
  scanner: ScannerConfig | null;
  /** Where measures are fetched from. */
  koladaUrl: string;
  scbUrl: string;
  scbV1Url: string;
  exports: ExportLimits;
  limits: RequestLimitConfig;
  /** Reverse proxies whose word is taken for where a request comes from: addresses or networks. */
  trustedProxies: string[];
  secondFactor: SecondFactorConfig;
  identityProviders: ProviderConfig[];
  logLevel: string;
}

export interface SecondFactorConfig {
  /** Of agency staff: must they have one, or may they. */
  mode: 'demanded' | 'offered';
  /** 32 bytes that the secrets of authenticator apps are encrypted with. */
  key: Buffer;
  /** Wrong codes in a row before one must wait. */
  freeTries: number;
}

export interface ExportLimits {
  /** How many a person, and all together, may have queued or running. */
  perUser: number;
  total: number;
  /** Exports that are expected to have more rows than this run one at a time, so that small ones go past. */
  largeRows: number;
}

/** How much is borne of one that asks or guesses. */
export interface RequestLimitConfig {
  /** Requests a minute, to one process. */
  requestsPerAddress: number;
  requestsPerAccount: number;
  requestsPerKey: number;
  /** Wrong passwords within a quarter of an hour: for an account from one address, or from one browser that it knows. */
  failuresPerClient: number;
  /** Within an hour: from one address, whatever the account. */
  failuresPerAddress: number;
  /** Within an hour: for one account, from all browsers that it does not know. */
  failuresPerAccount: number;
}

/** A demo is tried, tested and measured from one machine. */
export const DEMO_LIMITS: RequestLimitConfig = {
  requestsPerAddress: 10_000_000,
  requestsPerAccount: 10_000_000,
  requestsPerKey: 10_000_000,
  failuresPerClient: 1_000,
  failuresPerAddress: 100_000,
  failuresPerAccount: 10_000,
};

const LIMITS: RequestLimitConfig = {
  requestsPerAddress: 6_000,
  requestsPerAccount: 1_200,
  requestsPerKey: 600,
  failuresPerClient: 10,
  failuresPerAddress: 300,
  failuresPerAccount: 100,
};

type Environment = Record<string, string | undefined>;

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'];

/** Throws one error that names every problem. Never prints a value: a connection address holds a password. */
export function loadConfig(env: Environment = process.env): Config {
  const problems: string[] = [];

  const url = (name: string, fallback?: string): string => {
    const value = env[name] || fallback;
    if (!value) problems.push(`${name} is missing`);
    else if (!URL.canParse(value)) problems.push(`${name} is not an address`);
    return value ?? '';
  };
  const web = (name: string, fallback: string): string => {
    const value = url(name, fallback);
    if (URL.canParse(value) && !/^https?:$/.test(new URL(value).protocol))
      problems.push(`${name} must begin with https:// or http://`);
    return value;
  };
  const integer = (name: string, fallback: number, min: number, max: number): number => {
    const value = env[name] ? Number(env[name]) : fallback;
    if (!Number.isInteger(value) || value < min || value > max)
      problems.push(`${name} must be a whole number ${min}–${max}`);
    return value;
  };
  const oneOf = (name: string, values: string[], fallback: string): string => {
    const value = env[name] || fallback;
    if (!values.includes(value)) problems.push(`${name} must be one of ${values.join(', ')}`);
    return value;
  };

  const networks = (name: string): string[] => {
    const values = (env[name] ?? '').split(',').map((value) => value.trim());
    const given = values.filter(Boolean);
    if (!given.every(isNetwork)) problems.push(`${name} must be addresses or networks, as 10.0.0.0/8`);
    return given;
  };

  const listed = (name: string): string[] => (env[name] ?? '').split(/[\s,]+/).filter(Boolean);

  const sealKey = (): string | null => {
    const values = listed('MEDEL_SEAL_KEY');
    if (!values.every(isPrivateKey)) problems.push('MEDEL_SEAL_KEY must be an Ed25519 key, DER as base64');
    return values[0] ?? null;
  };

  /** `KEY`, or `KEY@MOMENT` for one that seals no more. */
  const formerKeys = (): FormerSealKey[] =>
    listed('MEDEL_SEAL_PUBLIC_KEYS').map((value) => {
      const [publicKey = '', moment, ...more] = value.split('@');
      const until = moment === undefined ? null : instantOf(moment);
      if (!isPublicKey(publicKey) || until === undefined || more.length > 0)
        problems.push(
          'MEDEL_SEAL_PUBLIC_KEYS must be Ed25519 keys, DER as base64, each with @ and its last moment where it has one (2026-12-01T06:00:00Z)',
        );
      return { publicKey, until: until ?? null };
    });

  /** Names that are set together or not at all. */
  const together = <Names extends Record<string, string>>(
    names: Names,
  ): Record<keyof Names, string> | null => {
    const values = Object.entries(names).map(([key, name]) => [key, env[name]?.trim() ?? ''] as const);
    if (values.every(([, value]) => value)) return Object.fromEntries(values) as Record<keyof Names, string>;
    if (values.some(([, value]) => value))
      problems.push(`${Object.values(names).join(', ')} belong together`);
    return null;
  };

  const key = (name: string): Buffer => {
    const bytes = Buffer.from(env[name] ?? '', 'base64');
    if (!env[name]) problems.push(`${name} is missing`);
    else if (bytes.length !== 32) problems.push(`${name} must be 32 bytes as base64`);
    return bytes;
  };

  const payer = together({
    name: 'MEDEL_PAYER_NAME',
    organisationNumber: 'MEDEL_PAYER_NUMBER',
    iban: 'MEDEL_PAYER_IBAN',
    bic: 'MEDEL_PAYER_BIC',
  });
  const agency = together({
    name: 'MEDEL_AGENCY_NAME',
    address: 'MEDEL_AGENCY_ADDRESS',
    email: 'MEDEL_AGENCY_EMAIL',
    phone: 'MEDEL_AGENCY_PHONE',
  });
  const scanner = (): ScannerConfig | null => {
    const value = env['CLAMAV_SOCKET'];
    if (!value) return null;
    if (value.startsWith('/')) return { path: value };
    const [, at = '', port = ''] = /^\[?([^\][]+)\]?:(\d{1,5})$/.exec(value) ?? [];
    if (!at) problems.push('CLAMAV_SOCKET must be a path that begins with / or host:port');
    return { host: at, port: Number(port) };
  };
  const host = env['MEDEL_HOST'] || '127.0.0.1';
  const port = integer('MEDEL_PORT', 3000, 0, 65_535);
  const databaseUrl = url('DATABASE_URL');
  const demo = oneOf('MEDEL_DEMO', ['on', 'off'], 'off') === 'on';
  const usual = demo ? DEMO_LIMITS : LIMITS;
  const limit = (name: string, fallback: number) => integer(name, fallback, 1, 1_000_000_000);
  const config: Config = {
    databaseUrl,
    databasePoolSize: integer('MEDEL_DATABASE_POOL_SIZE', 16, 2, 200),
    queueDatabaseUrl: url('QUEUE_DATABASE_URL', databaseUrl),
    redisUrl: env['REDIS_URL'] ? url('REDIS_URL') : null,
    host,
    port,
    publicOrigin: url('MEDEL_PUBLIC_ORIGIN', `http://${host}:${port}`),
    koladaUrl: web('MEDEL_KOLADA_URL', 'https://api.kolada.se/v3'),
    scbUrl: web('MEDEL_SCB_URL', 'https://statistikdatabasen.scb.se/api/v2'),
    scbV1Url: web('MEDEL_SCB_V1_URL', 'https://api.scb.se/OV0104/v1/doris/sv/ssd'),
    demo,
    payer: payer ?? (demo ? DEMO_PAYER : null),
    agency: agency ?? (demo ? DEMO_AGENCY : null),
    openDataLicence: web('MEDEL_OPEN_DATA_LICENCE', 'https://creativecommons.org/publicdomain/zero/1.0/'),
    storageDirectory: env['MEDEL_STORAGE_DIR'] || '.medel/storage',
    sealKey: sealKey(),
    sealPublicKeys: formerKeys(),
    fileLimit: integer('MEDEL_FILE_LIMIT_MB', 256, 1, 100_000) * 1024 * 1024,
    scanner: scanner(),
    exports: {
      perUser: integer('MEDEL_EXPORTS_PER_USER', 25, 1, 10_000),
      total: integer('MEDEL_EXPORTS_TOTAL', 250, 1, 100_000),
      largeRows: integer('MEDEL_EXPORT_LARGE_ROWS', 100_000, 1, 1_000_000_000),
    },
    limits: {
      requestsPerAddress: limit('MEDEL_REQUESTS_PER_ADDRESS', usual.requestsPerAddress),
      requestsPerAccount: limit('MEDEL_REQUESTS_PER_ACCOUNT', usual.requestsPerAccount),
      requestsPerKey: limit('MEDEL_REQUESTS_PER_KEY', usual.requestsPerKey),
      failuresPerClient: limit('MEDEL_FAILURES_PER_CLIENT', usual.failuresPerClient),
      failuresPerAddress: limit('MEDEL_FAILURES_PER_ADDRESS', usual.failuresPerAddress),
      failuresPerAccount: limit('MEDEL_FAILURES_PER_ACCOUNT', usual.failuresPerAccount),
    },
    trustedProxies: networks('MEDEL_TRUSTED_PROXIES'),
    secondFactor: {
      // A demo must be easy to look at; where real money is paid a password is not enough.
      mode: oneOf('MEDEL_SECOND_FACTOR', ['demanded', 'offered'], demo ? 'offered' : 'demanded') as never,
      key: key('MEDEL_SECOND_FACTOR_KEY'),
      freeTries: integer('MEDEL_SECOND_FACTOR_TRIES', 5, 1, 100),
    },
    identityProviders: readProviders(env['MEDEL_IDENTITY_PROVIDERS'], (text) => problems.push(text)),
    logLevel: oneOf('MEDEL_LOG_LEVEL', LOG_LEVELS, 'info'),
  };
  if (!demo && config.sealKey === null && config.sealPublicKeys.length === 0)
    problems.push('MEDEL_SEAL_KEY or MEDEL_SEAL_PUBLIC_KEYS is missing');
  if (problems.length > 0) throw new Error(`The configuration cannot be used:\n- ${problems.join('\n- ')}`);
  return config;
}

/** ISO 8601 in UTC with three decimals, as the trail has it; `undefined` where it is no moment. */
function instantOf(text: string): string | undefined {
  const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/.test(text);
  return isInstant && !Number.isNaN(Date.parse(text)) ? new Date(text).toISOString() : undefined;
}

function isNetwork(value: string): boolean {
  const [address = '', bits, more] = value.split('/');
  const version = isIP(address);
  if (version === 0 || more !== undefined) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

const isPrivateKey = (key: string) =>
  isEd25519(() => createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' }));
const isPublicKey = (key: string) =>
  isEd25519(() => createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' }));

function isEd25519(read: () => KeyObject): boolean {
  try {
    return read().asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}
