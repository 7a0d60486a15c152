import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { Random } from '#testing';
import { eachOf } from './each-of.js';

interface Row {
  subjectType: string;
  subject: string;
  seq: number;
  action: string;
  actor: string;
  actorPerson: string;
  at: string;
  organisation: string | null;
  /** As it stands in the file. */
  data: string;
  previousHash: string;
  hash: string;
}

interface SealData {
  settled: number;
  publicKey: string;
  signature: string;
  heads: [string, string, number, string][];
}

/** The file that came of it, and what must be said of it: each a part of one line. */
export interface Tampered {
  file: string;
  said: string[];
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
const isSeal = ({ subjectType }: Row) => subjectType === 'auditSeal';
const chainOf = ({ subjectType, subject }: Row) => `${subjectType} ${subject}`;

const headOf = ([subjectType, subject, seq]: SealData['heads'][number]) => `${subjectType} ${subject} ${seq}`;

const EDITED = ['action', 'actor', 'actorPerson', 'at', 'organisation', 'data', 'hash'] as const;
const SEAL_EDITED = ['at', 'hash', 'settled', 'publicKey', 'heads'] as const;

/** The trail as JSON, and what somebody may do to it. */
export class ExportTampering {
  private readonly rows: Row[];

  constructor(
    file: string,
    private readonly random: Random,
  ) {
    this.rows = file.split('\n').flatMap((line) => (line.includes('{') ? [rowOf(line)] : []));
  }

  get lastSeal(): string {
    return this.rows.filter(isSeal).at(-1)!.hash;
  }

  readonly acts: Record<string, () => Tampered> = {
    ...eachOf(EDITED, 'edit', (name) => {
      const at = this.event();
      const row = this.rows[at]!;
      const value = name === 'data' ? row.data.replace('{', '{ ') : flipped(row[name] ?? '-');
      return told(this.with(at, { [name]: value }), [`händelse ${row.seq} i ${chainOf(row)} är ändrad`]);
    }),
    'edit and hash all that follows anew': () => {
      const at = this.event();
      const row = this.rows[at]!;
      const rows = rehashed(this.with(at, { action: 'forged' }), chainOf(row));
      return told(rows, [chainOf(row), ' är utbytt. Sigill ']);
    },
    'take away': () => {
      const at = this.event();
      const row = this.rows[at]!;
      const isLast = !this.rows[at + 1] || chainOf(this.rows[at + 1]!) !== chainOf(row);
      const said = isLast
        ? `händelse ${row.seq} i ${chainOf(row)} är borta`
        : `${chainOf(row)} saknar händelse ${row.seq}.`;
      return told(this.rows.toSpliced(at, 1), [said]);
    },
    'put in': () => {
      const at = this.event();
      const row = this.rows[at]!;
      return told(this.rows.toSpliced(at + 1, 0, { ...row, action: 'forged' }), [
        `händelse ${row.seq} i ${chainOf(row)} ligger på fel plats`,
      ]);
    },
    swap: () => {
      const at = this.event((row) => row.seq > 1);
      const [before, row] = [this.rows[at - 1]!, this.rows[at]!];
      const said = `händelse ${before.seq} i ${chainOf(row)} ligger på fel plats`;
      return told(this.rows.with(at - 1, row).with(at, before), [said]);
    },
    'cut off the end of a chain': () => {
      const row = this.rows[this.event()]!;
      const rows = this.rows.filter((each) => chainOf(each) !== chainOf(row) || each.seq < row.seq);
      return told(rows, [chainOf(row), ' är borta. Den står i sigill ']);
    },
    'take away a chain': () => {
      const row = this.rows[this.event()]!;
      return told(
        this.rows.filter((each) => chainOf(each) !== chainOf(row)),
        [` i ${chainOf(row)} är borta`, 'kedjan har 0 händelser'],
      );
    },
    'cut off the end of the file': () => {
      const length = this.random.whole(1, this.rows.length - 1);
      const [kept, rest] = [this.rows.slice(0, length), this.rows.slice(length)];
      const sealed = new Set(kept.filter(isSeal).flatMap((seal) => dataOf(seal).heads.map(headOf)));
      const gone = rest.find((row) => sealed.has(`${chainOf(row)} ${row.seq}`));
      // Where the seals are cut off with what they name, the last one of those that were written down is missing.
      return told(kept, gone ? [chainOf(gone), ' är borta. Den står i sigill '] : ['Loggen är avklippt']);
    },
    ...eachOf(SEAL_EDITED, 'edit a seal', (name) => {
      const at = this.seal();
      const row = this.rows[at]!;
      const data = dataOf(row);
      const edits: Record<typeof name, Partial<Row>> = {
        at: { at: flipped(row.at) },
        hash: { hash: flipped(row.hash) },
        settled: { data: JSON.stringify({ ...data, settled: data.settled + 1 }) },
        publicKey: { data: JSON.stringify({ ...data, publicKey: flipped(data.publicKey) }) },
        heads: { data: JSON.stringify({ ...data, heads: data.heads.slice(1) }) },
      };
      return told(this.with(at, edits[name]), [`sigill ${row.seq} är ändrat`]);
    }),
    'edit the signature of a seal': () => {
      const at = this.seal();
      const row = this.rows[at]!;
      const data = dataOf(row);
      const edited = { data: JSON.stringify({ ...data, signature: flipped(data.signature) }) };
      return told(this.with(at, edited), [`underskriften på sigill ${row.seq} stämmer inte`]);
    },
    'take away a seal': () => {
      const at = this.seal((row) => row.hash !== this.lastSeal);
      return told(this.rows.toSpliced(at, 1), [`sigill ${this.rows[at]!.seq} är borta`]);
    },
    'cut off the last seals, and all they hold': () => {
      const first = this.rows[this.seal()]!.seq;
      const rows = this.rows.filter((row) => !isSeal(row) || row.seq < first);
      const sealed = new Map(
        rows
          .filter(isSeal)
          .flatMap((row) => dataOf(row).heads.map((head) => [`${head[0]} ${head[1]}`, head[2]])),
      );
      return told(
        rows.filter((row) => isSeal(row) || row.seq <= Number(sealed.get(chainOf(row)) ?? 0)),
        [`sigillet ${this.lastSeal} finns inte`],
      );
    },
    'forge an event and all seals with another key': () => {
      const at = this.event();
      const rows = rehashed(this.with(at, { action: 'forged' }), chainOf(this.rows[at]!));
      return told(resealed(rows), ['sigill 1 är gjort med en annan nyckel', 'sigillet ']);
    },
  };

  private with(at: number, changes: Partial<Row>): Row[] {
    return this.rows.with(at, { ...this.rows[at]!, ...changes });
  }

  private of<T>(from: readonly T[]): T {
    return from[this.random.whole(0, from.length - 1)]!;
  }

  private event(is: (row: Row) => boolean = () => true): number {
    return this.rows.indexOf(this.of(this.rows.filter((row) => !isSeal(row) && is(row))));
  }

  private seal(is: (row: Row) => boolean = () => true): number {
    return this.rows.indexOf(this.of(this.rows.filter((row) => isSeal(row) && is(row))));
  }
}

function rowOf(line: string): Row {
  const text = line.replace(/^,/, '');
  const [from, to] = [text.indexOf('"data":') + 7, text.lastIndexOf(',"previousHash":')];
  const row = JSON.parse(`${text.slice(0, from)}null${text.slice(to)}`) as Row;
  return { ...row, data: text.slice(from, to) };
}

function told(rows: Row[], said: string[]): Tampered {
  const lines = rows.map((row, at) => {
    const members = Object.entries(row).map(
      ([name, value]) => `"${name}":${name === 'data' ? String(value) : JSON.stringify(value)}`,
    );
    return `${at === 0 ? '' : ','}{${members.join()}}\n`;
  });
  return { file: `[\n${lines.join('')}]\n`, said };
}

/** Another text of the same kind: its last digit, or letter, is another. */
function flipped(text: string): string {
  const at = text.search(/[0-9a-z][^0-9a-z]*$/i);
  return at < 0 ? `${text}x` : `${text.slice(0, at)}${text[at] === '0' ? '1' : '0'}${text.slice(at + 1)}`;
}

const dataOf = ({ data }: Row) => JSON.parse(data) as SealData;

/** The chain as if nobody had touched it. */
function rehashed(rows: Row[], chain: string): Row[] {
  let previousHash = '';
  return rows.map((row) => {
    if (chainOf(row) !== chain) return row;
    const { subjectType, subject, seq, action, actor, actorPerson, at, organisation, data } = row;
    const fields = [
      previousHash,
      subjectType,
      subject,
      seq,
      action,
      actor,
      actorPerson,
      at,
      organisation ?? '-',
      data,
    ];
    const hash = sha256(fields.join('\n'));
    const made = { ...row, previousHash, hash };
    previousHash = hash;
    return made;
  });
}

/** All seals as if they had been made of these rows, by somebody with a key of their own. */
function resealed(rows: Row[]): Row[] {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const spki = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  const hashes = new Map(rows.map((row) => [`${chainOf(row)} ${row.seq}`, row.hash]));
  let previousHash = '';
  return rows.map((row) => {
    if (!isSeal(row)) return row;
    const { settled, heads: old } = dataOf(row);
    const heads = old.map(([type, subject, seq]) => [
      type,
      subject,
      seq,
      hashes.get(`${type} ${subject} ${seq}`),
    ]);
    const digest = sha256(Buffer.from(heads.map((head) => sha256(head.join('\n'))).join(''), 'hex'));
    const text = ['medel-audit-seal/1', row.seq, previousHash, row.at, settled, spki, digest].join('\n');
    const signature = sign(null, Buffer.from(text), privateKey).toString('hex');
    const made = {
      ...row,
      previousHash,
      hash: sha256(text),
      data: JSON.stringify({ settled, publicKey: spki, signature, heads }),
    };
    previousHash = made.hash;
    return made;
  });
}
