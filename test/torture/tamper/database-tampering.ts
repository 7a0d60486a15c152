import { generateKeyPairSync, sign } from 'node:crypto';
import type pg from 'pg';
import type { Any, Random } from '#testing';
import { eachOf } from './each-of.js';

/** Where the verification must point: any of the faults, at any of the places. */
export interface Expected {
  subjects: string[];
  seqs: number[];
  faults: string[];
}

export interface Chain {
  subjectType: string;
  subjectId: string;
  length: number;
  /** Sequence numbers that stand in seals. */
  sealed: number[];
}

const HASH = `audit_hash(previous_hash, subject_type, subject_id, seq, action, actor_id, actor_person, at, organisation_id, data)`;
/** Columns of an event that its hash covers, each with another value. */
const EDITS: Record<string, string> = {
  organisation_id: `coalesce((SELECT id FROM organisations o WHERE o.id <> e.organisation_id LIMIT 1), gen_random_uuid())`,
  action: `action || 'x'`,
  actor_id: 'gen_random_uuid()',
  actor_person: 'gen_random_uuid()',
  at: `at + interval '1 ms'`,
  data: `(data::text || ' ')::json`,
  previous_hash: `sha256(previous_hash)`,
  hash: 'sha256(hash)',
};
const SEAL_EDITS: Record<string, [value: string, fault: string]> = {
  at: [`at + interval '1 ms'`, 'sealChanged'],
  settled: ['settled + 1', 'sealChanged'],
  public_key: ['sha256(public_key)', 'sealChanged'],
  previous_hash: ['sha256(previous_hash)', 'sealChanged'],
  hash: ['sha256(hash)', 'sealChanged'],
  signature: ['sha256(signature) || sha256(hash)', 'sealNotSigned'],
};
const HEAD_EDITS: Record<string, string> = {
  hash: `UPDATE audit_seal_heads SET hash = sha256(hash)`,
  seq: `UPDATE audit_seal_heads SET seq = seq + 1000`,
  subject_id: `UPDATE audit_seal_heads SET subject_id = gen_random_uuid()`,
  subject_type: `UPDATE audit_seal_heads SET subject_type = subject_type || 'x'`,
  row: `DELETE FROM audit_seal_heads`,
};

/** What somebody may do who owns the server: no trigger, no right and no row security is in the way. */
export class DatabaseTampering {
  constructor(
    private readonly superuser: pg.Client,
    private readonly random: Random,
    private readonly chains: Chain[],
    private readonly seals: number,
  ) {}

  readonly acts: Record<string, () => Promise<Expected>> = {
    ...eachOf(Object.keys(EDITS), 'edit', async (column) => {
      const { chain, seq, where } = this.event();
      await this.run(`UPDATE audit_events e SET ${column} = ${EDITS[column]!} WHERE ${where}`);
      return at(chain, [seq], ['eventChanged']);
    }),
    'move to another place': async () => {
      const { chain, seq, where } = this.event();
      await this.run(`UPDATE audit_events SET seq = seq + 1000 WHERE ${where}`);
      return at(chain, [seq], ['eventMissing', 'chainLength']);
    },
    'move to another subject': async () => {
      const { chain, seq, where } = this.event();
      const other = '01980000-0000-7000-8000-00000000000f';
      await this.run(`UPDATE audit_events SET subject_id = '${other}' WHERE ${where}`);
      const told = at(chain, [seq, seq - 1], ['eventMissing', 'eventChanged', 'chainLength']);
      return { ...told, subjects: [...told.subjects, `${chain.subjectType} ${other}`] };
    },
    'edit and hash anew': async () => {
      const { chain, seq, where } = this.event();
      await this.run(`UPDATE audit_events SET action = 'forged' WHERE ${where}`);
      await this.run(`UPDATE audit_events SET hash = ${HASH} WHERE ${where}`);
      return at(chain, [seq, seq + 1], seq === chain.length ? ['eventReplaced'] : ['eventUnlinked']);
    },
    'edit and hash all that follows anew': async () => {
      const { chain, seq, where } = this.event();
      await this.run(`UPDATE audit_events SET action = 'forged' WHERE ${where}`);
      await this.rehash(chain, seq);
      return at(chain, [chain.sealed.find((each) => each >= seq)!], ['eventReplaced']);
    },
    'take away': async () => {
      const { chain, seq, where } = this.event();
      await this.run(`DELETE FROM audit_events WHERE ${where}`);
      return at(chain, [seq], ['eventMissing', 'chainLength']);
    },
    'take away and close the gap': async () => {
      const { chain, seq, where } = this.event();
      await this.run(`DELETE FROM audit_events WHERE ${where}`);
      for (let next = seq + 1; next <= chain.length; next += 1)
        await this.run(`UPDATE audit_events SET seq = seq - 1 WHERE ${ofChain(chain)} AND seq = ${next}`);
      await this.rehash(chain, seq);
      return at(chain, [chain.length], ['chainLength']);
    },
    swap: async () => {
      const { chain, seq } = this.event();
      const other = seq === chain.length ? seq - 1 : seq + 1;
      const set = (from: number, to: number) =>
        this.run(`UPDATE audit_events SET seq = ${to} WHERE ${ofChain(chain)} AND seq = ${from}`);
      await set(seq, 5000);
      await set(other, seq);
      await set(5000, other);
      return at(chain, [Math.min(seq, other)], ['eventChanged']);
    },
    'put in at the end': async () => {
      const { chain } = this.event();
      await this
        .run(`INSERT INTO audit_events (subject_type, subject_id, seq, organisation_id, action, actor_id, actor_person, at,
          data, tx, previous_hash, hash)
        SELECT subject_type, subject_id, seq + 1, organisation_id, 'forged', actor_id, actor_person, at, data, tx, hash, ''
        FROM audit_events WHERE ${ofChain(chain)} AND seq = ${chain.length}`);
      await this.rehash(chain, chain.length + 1);
      return at(chain, [chain.length], ['chainLength']);
    },
    'put in without a seal to come from': async () => {
      const { chain } = this.event();
      const seq = this.of([-1, 0, chain.length + 5]);
      await this
        .run(`INSERT INTO audit_events (subject_type, subject_id, seq, organisation_id, action, actor_id, actor_person, at,
          data, tx, previous_hash, hash)
        SELECT subject_type, subject_id, ${seq}, organisation_id, 'forged', actor_id, actor_person, at, data, tx, '', ''
        FROM audit_events WHERE ${ofChain(chain)} AND seq = 1`);
      await this.run(`UPDATE audit_events SET hash = ${HASH} WHERE ${ofChain(chain)} AND seq = ${seq}`);
      return at(chain, [seq, seq - 1, chain.length], ['eventUnlinked', 'eventMissing', 'chainLength']);
    },
    'cut off the end': async () => {
      const { chain, seq } = this.event();
      await this.run(`DELETE FROM audit_events WHERE ${ofChain(chain)} AND seq >= ${seq}`);
      return at(chain, [chain.length], ['chainLength']);
    },
    'cut off the end, and the version with it': async () => {
      const chain = this.of(this.chains.filter(({ subjectType }) => subjectType === 'application'));
      const seq = this.random.whole(2, chain.length);
      await this.run(`DELETE FROM audit_events WHERE ${ofChain(chain)} AND seq >= ${seq}`);
      await this.run(`UPDATE applications SET version = ${seq - 1} WHERE id = '${chain.subjectId}'`);
      return at(chain, [chain.sealed.find((each) => each >= seq)!], ['eventMissing']);
    },
    'take away a chain, and what it is of': async () => {
      const chain = this.of(this.chains.filter(({ subjectType }) => subjectType === 'application'));
      await this.run(`DELETE FROM audit_events WHERE ${ofChain(chain)}`);
      await this.run(`DELETE FROM applications WHERE id = '${chain.subjectId}'`);
      return at(chain, [chain.sealed[0]!], ['eventMissing']);
    },
    ...eachOf(Object.keys(SEAL_EDITS), 'edit a seal', async (column) => {
      const [value, fault] = SEAL_EDITS[column]!;
      const number = this.random.whole(1, this.seals);
      await this.run(`UPDATE audit_seals SET ${column} = ${value} WHERE number = ${number}`);
      return ofSeal([number], [fault]);
    }),
    'renumber a seal': async () => {
      const number = this.random.whole(1, this.seals);
      await this.run(`UPDATE audit_seals SET number = number + 1000 WHERE number = ${number}`);
      return ofSeal([number], ['sealMissing']);
    },
    ...eachOf(Object.keys(HEAD_EDITS), 'edit what a seal holds', async (what) => {
      const number = this.random.whole(1, this.seals);
      await this.run(`${HEAD_EDITS[what]!} WHERE seal = ${number} AND place = 1`);
      return ofSeal([number], ['sealChanged']);
    }),
    'take away a seal': async () => {
      const number = this.random.whole(1, this.seals - 1);
      await this.run(`DELETE FROM audit_seals WHERE number = ${number}`);
      await this.run(`DELETE FROM audit_seal_heads WHERE seal = ${number}`);
      return ofSeal([number], ['sealMissing']);
    },
    'sign a seal with another key': async () => {
      const number = this.random.whole(1, this.seals);
      await this.signAnew(number, true);
      return ofSeal([number], ['sealKeyUnknown']);
    },
    'forge an event and its seal, but for the key': async () => {
      const chain = this.of(this.chains);
      const seq = chain.length;
      await this.run(`UPDATE audit_events SET action = 'forged' WHERE ${ofChain(chain)} AND seq = ${seq}`);
      await this.rehash(chain, seq);
      const [head] = await this.run(`UPDATE audit_seal_heads h SET hash = e.hash FROM audit_events e
        WHERE e.subject_id = h.subject_id AND e.seq = h.seq AND e.subject_type = h.subject_type
          AND h.subject_id = '${chain.subjectId}' AND h.seq = ${seq} RETURNING h.seal`);
      const isSigned = this.random.whole(0, 1) === 1;
      await this.signAnew(Number(head!.seal), isSigned);
      return ofSeal([Number(head!.seal)], [isSigned ? 'sealKeyUnknown' : 'sealNotSigned']);
    },
  };

  private event() {
    const chain = this.of(this.chains);
    const seq = this.random.whole(1, chain.length);
    return { chain, seq, where: `${ofChain(chain)} AND seq = ${seq}` };
  }

  private of<T>(from: readonly T[]): T {
    return from[this.random.whole(0, from.length - 1)]!;
  }

  private async run(statement: string): Promise<Any[]> {
    return (await this.superuser.query(statement)).rows;
  }

  private async rehash(chain: Chain, from: number): Promise<void> {
    const [{ last }] = (await this.run(
      `SELECT max(seq)::integer AS last FROM audit_events WHERE ${ofChain(chain)}`,
    )) as [{ last: number }];
    for (let seq = from; seq <= last; seq += 1) {
      const where = `${ofChain(chain)} AND seq = ${seq}`;
      await this.run(`UPDATE audit_events e SET previous_hash = coalesce((SELECT hash FROM audit_events p
        WHERE p.subject_type = e.subject_type AND p.subject_id = e.subject_id AND p.seq = e.seq - 1), '') WHERE ${where}`);
      await this.run(`UPDATE audit_events SET hash = ${HASH} WHERE ${where}`);
    }
  }

  /** A seal whose hash suits what it holds, and those after it too: with a key of the forger's, or with no new signature. */
  private async signAnew(from: number, withKey: boolean): Promise<void> {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const spki = publicKey.export({ format: 'der', type: 'spki' });
    for (let number = from; number <= this.seals; number += 1) {
      if (withKey)
        await this.superuser.query(`UPDATE audit_seals SET public_key = $1 WHERE number = $2`, [
          spki,
          number,
        ]);
      const [{ text }] = (await this.run(`UPDATE audit_seals s SET previous_hash =
          coalesce((SELECT hash FROM audit_seals p WHERE p.number = s.number - 1), '') WHERE number = ${number}
        RETURNING concat_ws(E'\\n', 'medel-audit-seal/1', number,
          coalesce((SELECT encode(hash, 'hex') FROM audit_seals p WHERE p.number = s.number - 1), ''), audit_time(at), settled,
          encode(public_key, 'base64'), encode(sha256((SELECT string_agg(audit_leaf(h.subject_type, h.subject_id, h.seq, h.hash), ''
            ORDER BY h.place) FROM audit_seal_heads h WHERE h.seal = s.number)), 'hex')) AS text`)) as [
        { text: string },
      ];
      await this.superuser.query(
        `UPDATE audit_seals SET hash = sha256(convert_to($1, 'UTF8')) WHERE number = $2`,
        [text, number],
      );
      if (withKey)
        await this.superuser.query(`UPDATE audit_seals SET signature = $1 WHERE number = $2`, [
          sign(null, Buffer.from(text), privateKey),
          number,
        ]);
    }
  }
}

const ofChain = ({ subjectType, subjectId }: Chain) =>
  `subject_type = '${subjectType}' AND subject_id = '${subjectId}'`;

const at = ({ subjectType, subjectId }: Chain, seqs: number[], faults: string[]): Expected => ({
  subjects: [`${subjectType} ${subjectId}`],
  seqs,
  faults,
});

const ofSeal = (seqs: number[], faults: string[]): Expected => ({
  subjects: ['auditSeal 00000000-0000-7000-8000-000000000000'],
  seqs,
  faults,
});
