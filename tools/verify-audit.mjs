/**
 * `node verify-audit.mjs [sv|en] [--key ID[@UNTIL]]… [--seal HASH]… [file]`: an export of the audit trail (JSON, or CSV as it is
 * ordered when nothing is said), or the unpacked bundle of a case: the folder where this lies, when no file is named.
 * Computes every chain of events and the seals again and tells which event or seal was edited, taken away, put in, moved
 * or cut off; of a bundle also every file. Offline, with nothing but Node. `--key`: the only keys that may have sealed, each until its last moment where one is told (2026-12-01T06:00:00Z).
 * `--seal`: a seal that was written down, which must be there. Ends with 0 when all holds, otherwise 1.
 */
import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { csvRows, endOf, FIELDS, isSigned, jsonRows, parsed, WORDS } from './verify-audit-parts.mjs';

const OUTSIDE = ['manifest.json', 'manifest.sha256'];
const TRAIL = 'audit-trail.csv';
const SEALS = 'auditSeal';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { key: { type: 'string', multiple: true }, seal: { type: 'string', multiple: true, default: [] } },
});
const language = positionals.find((each) => each in WORDS.faults) ?? 'sv';
const [place = import.meta.dirname, ...more] = positionals.filter((each) => !(each in WORDS.faults));
/** By its id: the last moment at which a key may have sealed, or none. */
const keys = values.key && new Map(values.key.map((each) => [each.split('@')[0], endOf(each.split('@')[1])]));
let faults = 0;

function say(code, facts = {}) {
  console.log(WORDS[code][language].replace(/\{(\w+)\}/g, (_, name) => facts[name]));
}

function fault(code, facts) {
  faults += 1;
  say(code, facts);
}

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** Chains of events and the chain of seals, as they come by. */
class Trail {
  events = 0;
  rows = 0;
  chains = new Map();
  seals = [];

  constructor(path, file) {
    Object.assign(this, { path, file });
  }

  async read() {
    const isJson = this.path.endsWith('.json');
    let hasColumns = false;
    for await (const { row, line } of isJson ? jsonRows(this.path) : csvRows(this.path)) {
      if (!hasColumns) {
        if (row.join() !== FIELDS.join()) break;
        hasColumns = true;
        continue;
      }
      this.rows += 1;
      const event = Object.fromEntries(FIELDS.map((name, at) => [name, row[at]]));
      if (row.length !== FIELDS.length || !/^\d+$/.test(event.seq)) this.fault('row', { line });
      else if (event.subjectType === SEALS) this.addSeal(event, line);
      else this.addEvent(event, line);
    }
    if (!hasColumns) return this.fault('columns');
    this.verifySeals();
  }

  fault(code, facts) {
    fault(code, { file: this.file, ...facts });
  }

  addEvent(event, line) {
    this.events += 1;
    const chain = `${event.subjectType} ${event.subject}`;
    const before = this.chains.get(chain) ?? {
      hashes: new Map(),
      seq: 0,
      hash: '',
      isOld: true,
      isCleared: false,
      isThinned: false,
      data: [],
    };
    const seq = Number(event.seq);
    const facts = { chain, seq, line };
    if (seq <= before.seq) this.fault('eventOrder', facts);
    else if (seq > before.seq + 1)
      this.fault('eventMissing', { ...facts, seq: span(before.seq + 1, seq - 1) });
    else if (event.previousHash !== before.hash) this.fault('eventUnlinked', facts);
    const { previousHash, subjectType, subject, action, actor, actorPerson, at, organisation, data } = event;
    const fields = [previousHash, subjectType, subject, event.seq, action, actor, actorPerson, at];
    const isNew = sha256([...fields, organisation || '-', data].join('\n')) === event.hash;
    // Before there were seals the organisation was not hashed. None can be so after one that was.
    const isOld = !isNew && before.isOld && sha256([...fields, data].join('\n')) === event.hash;
    if (!isNew && !isOld) this.fault('eventChanged', facts);
    before.hashes.set(seq, event.hash);
    before.data.push(data);
    before.isCleared ||= action === 'clear';
    before.isThinned ||= action === 'thin';
    Object.assign(before, { seq, hash: event.hash, isOld: before.isOld && !isNew });
    this.chains.set(chain, before);
  }

  addSeal(event, line) {
    const number = Number(event.seq);
    const { previousHash, hash, at } = event;
    const { settled, publicKey, signature, heads } = parsed(event.data) ?? {};
    if (!Array.isArray(heads) || typeof publicKey !== 'string' || typeof signature !== 'string')
      return this.fault('sealChanged', { number, line });
    const leaves = heads.map((head) => (Array.isArray(head) ? sha256(head.join('\n')) : String(head)));
    const digest = sha256(Buffer.from(leaves.join(''), 'hex'));
    const text = ['medel-audit-seal/1', event.seq, previousHash, at, settled, publicKey, digest].join('\n');
    const key = sha256(Buffer.from(publicKey, 'base64')).slice(0, 16);
    const holds = isSigned(text, publicKey, signature);
    this.seals.push({
      number,
      line,
      at,
      hash,
      previousHash,
      key,
      heads,
      isWhole: sha256(text) === hash,
      holds,
    });
  }

  verifySeals() {
    const { seals } = this;
    this.isSelection = seals.some(({ heads }) => heads.some((head) => !Array.isArray(head)));
    seals.forEach((seal, at) => this.verifySeal(seal, seals[at - 1] ?? { number: 0, hash: '' }));
    for (const hash of values.seal)
      if (!seals.some((seal) => seal.hash === hash)) this.fault('sealNotThere', { hash });
    for (const { number, heads } of seals)
      for (const head of heads) if (Array.isArray(head)) this.verifyHead(head, number);
  }

  verifySeal({ number, line, at, hash, previousHash, key, isWhole, holds }, before) {
    const facts = { number, line, hash, key };
    if (!this.isSelection && number !== before.number + 1)
      this.fault('sealMissing', { number: before.number + 1 });
    else if (number === before.number + 1 && previousHash !== before.hash) this.fault('sealUnlinked', facts);
    if (!isWhole) this.fault('sealChanged', facts);
    else if (!holds) this.fault('sealNotSigned', facts);
    // Who has an old key can date a seal as they like, but not put it before one that is there.
    if (this.latest === undefined || at > this.latest) this.latest = at;
    if (keys && !keys.has(key)) this.fault('sealKeyUnknown', facts);
    else if (keys?.get(key) && this.latest > keys.get(key)) this.fault('sealKeyEnded', facts);
  }

  verifyHead([subjectType, subject, seq, hash], number) {
    const chain = `${subjectType} ${subject}`;
    const { hashes, seq: length } = this.chains.get(chain) ?? { hashes: new Map(), seq: 0 };
    if (!hashes.has(seq)) this.fault('sealedMissing', { chain, seq, number, length });
    else if (hashes.get(seq) !== hash) this.fault('sealedOtherwise', { chain, seq, number });
    this.sealedUpTo ??= new Map();
    this.sealedUpTo.set(chain, Math.max(seq, this.sealedUpTo.get(chain) ?? 0));
  }

  tell() {
    const last = this.seals.at(-1);
    if (!last) return say('noSeals');
    const sealed = [...(this.sealedUpTo?.values() ?? [])].reduce((sum, seq) => sum + seq, 0);
    const keys = [...new Set(this.seals.map(({ key }) => key))].join(', ');
    say('seals', { ...last, seals: this.seals.length, keys, unsealed: Math.max(0, this.events - sealed) });
    if (this.isSelection) say('selection');
  }
}

const span = (from, to) => (from === to ? from : `${from}–${to}`);

/** The bundle of a case: every file by the manifest, the trail, and what the trail says of submissions, letters and files. */
class Bundle {
  checksums = new Map();

  constructor(folder) {
    this.folder = folder;
  }

  async verify() {
    const manifest = this.read('manifest.json', having('files'));
    const subjects = this.read('case/subjects.json', having('subjects'))?.subjects;
    if (manifest) {
      const found = await this.checksumOf('manifest.json');
      say('manifestSha256', { sha256: found });
      if (this.read('manifest.sha256')?.slice(0, 64) !== found) fault('manifestChanged');
      await this.verifyFiles(manifest);
    }
    if (!manifest || !subjects || this.read(TRAIL, () => true) === undefined) return;
    const trail = new Trail(join(this.folder, TRAIL), TRAIL);
    await trail.read();
    if (trail.rows !== manifest.rowCount)
      fault('rowCount', { file: TRAIL, count: trail.rows, told: manifest.rowCount });
    this.verifyLengths(trail.chains, subjects);
    await this.verifyContents(trail.chains);
    const { events, chains } = trail;
    if (faults > 0) return;
    trail.tell();
    say('bundleSound', { files: manifest.files.length, events, chains: chains.size });
  }

  /** What is in a file; `undefined`, and told, where it cannot be read. */
  read(file, understand = (bytes) => bytes.toString()) {
    try {
      return understand(readFileSync(join(this.folder, file)));
    } catch (error) {
      fault('unreadable', { file, why: error.code ?? error.message });
      return undefined;
    }
  }

  async checksumOf(file) {
    if (!this.checksums.has(file)) {
      const hash = createHash('sha256');
      try {
        for await (const piece of createReadStream(join(this.folder, file))) hash.update(piece);
        this.checksums.set(file, hash.digest('hex'));
      } catch {
        this.checksums.set(file, null);
      }
    }
    return this.checksums.get(file);
  }

  async verifyFiles({ files }) {
    for (const { name: file, size: told, sha256: toldSha256 } of files) {
      const found = await this.checksumOf(file);
      const size = found === null ? 0 : statSync(join(this.folder, file)).size;
      if (found === null) fault('fileMissing', { file });
      else if (size !== told) fault('fileSize', { file, size, told });
      else if (found !== toldSha256) fault('fileChanged', { file, sha256: found, told: toldSha256 });
    }
    const known = new Set([...files.map(({ name }) => name), ...OUTSIDE]);
    for (const entry of readdirSync(this.folder, { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name)
        .slice(this.folder.length + 1)
        .replaceAll('\\', '/');
      if (!entry.isDirectory() && !known.has(file)) fault('fileUnknown', { file });
    }
  }

  verifyLengths(chains, subjects) {
    const told = new Map(subjects.map((each) => [`${each.subjectType} ${each.subject}`, each.version]));
    for (const [chain, version] of told) {
      const length = chains.get(chain)?.data.length ?? 0;
      if (length !== version) fault('chainLength', { file: TRAIL, chain, length, told: version });
    }
    for (const chain of chains.keys()) if (!told.has(chain)) fault('chainUnknown', { file: TRAIL, chain });
  }

  async verifyContents(chains) {
    const none = {
      submissions: [],
      applicationAttachments: [],
      letters: [],
      accountingImports: [],
      evidenceFiles: [],
    };
    const { submissions, applicationAttachments } =
      this.read('case/application.json', having('submissions', 'applicationAttachments')) ?? none;
    for (const { file, subjectType, subjectId, contentSha256 } of submissions) {
      const chain = `${subjectType} ${subjectId}`;
      await this.agree('signed', file, contentSha256);
      if (!tells(chains.get(chain), 'contentSha256', contentSha256)) fault('notSigned', { file, chain });
    }
    // A file that nobody may have, or that is no longer kept, is not in the bundle, and a chain must say so.
    const handedOut = ({ id, file, applicationId }) => {
      const chain = `fileScan ${id}`;
      const isThinned = chains.get(`application ${applicationId}`)?.isThinned;
      if (file === null && !isThinned && !isHeld(chains.get(chain))) fault('notHeld', { chain });
      return file !== null;
    };
    for (const { file, applicationId, sha256: told } of applicationAttachments.filter(handedOut)) {
      const chain = `application ${applicationId}`;
      await this.agree('sent', file, told);
      if (!tells(chains.get(chain), 'sha256', told)) fault('notSent', { file, chain });
    }
    const { letters } = this.read('case/letters.json', having('letters')) ?? none;
    for (const { id, file, sha256: told } of letters.filter((letter) => letter.file !== null)) {
      const chain = `letter ${id}`;
      await this.agree('sealed', file, told);
      if (!tells(chains.get(chain), 'sha256', told)) fault('notSealed', { file, chain });
    }
    const { accountingImports, evidenceFiles } =
      this.read('case/reports.json', having('accountingImports', 'evidenceFiles')) ?? none;
    for (const sent of [...accountingImports, ...evidenceFiles].filter(handedOut))
      await this.agree('sent', sent.file, sent.sha256);
  }

  /** A file that is gone was told of already. */
  async agree(code, file, told) {
    const found = await this.checksumOf(file);
    if (found !== null && found !== told) fault(code, { file, sha256: found, told });
  }
}

/** Whether a scanner has not said that a file is clean. */
const isHeld = (chain) => chain !== undefined && !chain.isCleared;

/** JSON in which each of the names is a list of objects. */
function having(...names) {
  const isList = (value) =>
    Array.isArray(value) && value.every((each) => typeof each === 'object' && each !== null);
  return (bytes) => {
    const value = JSON.parse(bytes.toString());
    for (const name of names) if (!isList(value?.[name])) throw new Error(name);
    return value;
  };
}

/** Whether an event of a chain carries a checksum under a name. */
const tells = (chain, name, checksum) =>
  (chain?.data ?? []).some((data) => parsed(data)?.[name] === checksum);

async function verifyTrail(path) {
  const trail = new Trail(path, path);
  await trail.read();
  if (faults > 0) return;
  trail.tell();
  say('trailSound', { events: trail.events, chains: trail.chains.size });
}

if (more.length > 0 || !statSync(place, { throwIfNoEntry: false })) {
  console.error('node verify-audit.mjs [sv|en] [--key ID[@UNTIL]]… [--seal HASH]… [file]');
  process.exit(1);
}
await (statSync(place).isDirectory() ? new Bundle(place).verify() : verifyTrail(place));
if (faults > 0) say('faults', { count: faults });
process.exitCode = faults === 0 ? 0 : 1;
