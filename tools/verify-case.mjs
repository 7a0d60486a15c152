/**
 * `node verify.mjs [sv|en]`, in the unpacked auditor's bundle of a case: every file against the manifest, every audit
 * chain computed again, and every submission, letter and sent file against what the chains say was signed, sealed and
 * sent. Offline, with nothing but Node. Says in words what is wrong and where. Ends with 0 when all holds, otherwise 1.
 */
import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const OUTSIDE = ['manifest.json', 'manifest.sha256'];
const FIELDS = 'subjectType subject seq action actor actorPerson at data previousHash hash'.split(' ');

const WORDS = {
  sv: {
    sound: (files, events, chains) =>
      `Allt stämmer: ${files} filer, och ${events} händelser i ${chains} kedjor, räknade om här.`,
    faults: (count) => `${count} fel. Paketet är inte det som gjordes.`,
    manifestSha256: (sha256) => `manifest.json har SHA-256 ${sha256}`,
    unreadable: (file, why) => `${file}: går inte att läsa (${why}).`,
    manifestChanged: () =>
      'manifest.json: är ändrad. Dess kontrollsumma är inte den som står i manifest.sha256.',
    fileMissing: (file) => `${file}: saknas. Den står i manifestet.`,
    fileUnknown: (file) => `${file}: hör inte till paketet. Den står inte i manifestet.`,
    fileSize: (file, size, told) => `${file}: är ändrad. Den har ${size} byte; manifestet säger ${told}.`,
    fileChanged: (file, sha256, told) =>
      `${file}: är ändrad. Dess SHA-256 är ${sha256}; manifestet säger ${told}.`,
    columns: () => 'audit-trail.csv: den första raden är inte kolumnernas namn.',
    row: (line) => `audit-trail.csv, rad ${line}: är ingen händelse.`,
    rowCount: (count, told) => `audit-trail.csv: har ${count} händelser; manifestet säger ${told}.`,
    eventChanged: (chain, seq, line) =>
      `audit-trail.csv, rad ${line}: händelse ${seq} i ${chain} är ändrad. Dess hash är inte den som dess innehåll ger.`,
    eventMissing: (chain, from, to, line) =>
      `audit-trail.csv, före rad ${line}: ${chain} saknar ${from === to ? `händelse ${from}` : `händelserna ${from}–${to}`}.`,
    eventOrder: (chain, seq, line) =>
      `audit-trail.csv, rad ${line}: händelse ${seq} i ${chain} ligger på fel plats.`,
    eventUnlinked: (chain, seq, line) =>
      `audit-trail.csv, rad ${line}: händelse ${seq} i ${chain} följer inte på den före. Den före är utbytt eller borta.`,
    chainLength: (chain, length, told) =>
      `audit-trail.csv: ${chain} har ${length} händelser; case/subjects.json säger ${told}. Kedjan är avklippt eller förlängd.`,
    chainUnknown: (chain) => `audit-trail.csv: ${chain} hör inte till ärendet enligt case/subjects.json.`,
    signed: (file, sha256, told) =>
      `${file}: är inte det som skrevs under. Dess SHA-256 är ${sha256}; ärendet säger ${told}.`,
    notSigned: (file, chain) => `${file}: ingen händelse i ${chain} säger att det skrevs under.`,
    sealed: (file, sha256, told) =>
      `${file}: är inte brevet som sändes. Dess SHA-256 är ${sha256}; ärendet säger ${told}.`,
    notSealed: (file, chain) => `${file}: händelsen i ${chain} som förseglade brevet säger något annat.`,
    sent: (file, sha256, told) =>
      `${file}: är inte filen som skickades in. Dess SHA-256 är ${sha256}; ärendet säger ${told}.`,
    notSent: (file, chain) => `${file}: ingen händelse i ${chain} säger att den skickades in.`,
  },
  en: {
    sound: (files, events, chains) =>
      `All of it holds: ${files} files, and ${events} events in ${chains} chains, computed again here.`,
    faults: (count) => `${count} faults. The bundle is not the one that was made.`,
    manifestSha256: (sha256) => `manifest.json has the SHA-256 ${sha256}`,
    unreadable: (file, why) => `${file}: cannot be read (${why}).`,
    manifestChanged: () => 'manifest.json: has been changed. Its checksum is not the one in manifest.sha256.',
    fileMissing: (file) => `${file}: is missing. The manifest has it.`,
    fileUnknown: (file) => `${file}: is no part of the bundle. The manifest does not have it.`,
    fileSize: (file, size, told) =>
      `${file}: has been changed. It has ${size} bytes; the manifest says ${told}.`,
    fileChanged: (file, sha256, told) =>
      `${file}: has been changed. Its SHA-256 is ${sha256}; the manifest says ${told}.`,
    columns: () => 'audit-trail.csv: the first line is not the names of the columns.',
    row: (line) => `audit-trail.csv, line ${line}: is no event.`,
    rowCount: (count, told) => `audit-trail.csv: has ${count} events; the manifest says ${told}.`,
    eventChanged: (chain, seq, line) =>
      `audit-trail.csv, line ${line}: event ${seq} of ${chain} has been changed. Its hash is not that of what it says.`,
    eventMissing: (chain, from, to, line) =>
      `audit-trail.csv, before line ${line}: ${chain} lacks ${from === to ? `event ${from}` : `the events ${from}–${to}`}.`,
    eventOrder: (chain, seq, line) =>
      `audit-trail.csv, line ${line}: event ${seq} of ${chain} is out of its place.`,
    eventUnlinked: (chain, seq, line) =>
      `audit-trail.csv, line ${line}: event ${seq} of ${chain} does not follow on the one before, which is another or gone.`,
    chainLength: (chain, length, told) =>
      `audit-trail.csv: ${chain} has ${length} events; case/subjects.json says ${told}. The chain was cut off or added to.`,
    chainUnknown: (chain) => `audit-trail.csv: ${chain} is not of the case by case/subjects.json.`,
    signed: (file, sha256, told) =>
      `${file}: is not what was signed. Its SHA-256 is ${sha256}; the case says ${told}.`,
    notSigned: (file, chain) => `${file}: no event of ${chain} says that it was signed.`,
    sealed: (file, sha256, told) =>
      `${file}: is not the letter that was sent. Its SHA-256 is ${sha256}; the case says ${told}.`,
    notSealed: (file, chain) => `${file}: the event of ${chain} that sealed the letter says otherwise.`,
    sent: (file, sha256, told) =>
      `${file}: is not the file that was sent in. Its SHA-256 is ${sha256}; the case says ${told}.`,
    notSent: (file, chain) => `${file}: no event of ${chain} says that it was sent in.`,
  },
};

const words = WORDS[process.argv[2] ?? 'sv'];
if (!words) {
  console.error('node verify.mjs [sv|en]');
  process.exit(1);
}
const folder = import.meta.dirname;
let faults = 0;

function fault(what, ...facts) {
  faults += 1;
  console.log(words[what](...facts));
}

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** What is in a file; `undefined`, and told, where it cannot be read. */
function read(file, understand = (text) => text) {
  try {
    return understand(readFileSync(join(folder, file), 'utf8'));
  } catch (error) {
    fault('unreadable', file, error.code ?? error.message);
    return undefined;
  }
}

/** JSON in which each of the names is a list of objects. */
function having(...names) {
  return (text) => {
    const value = JSON.parse(text);
    for (const name of names)
      if (
        !Array.isArray(value?.[name]) ||
        value[name].some((each) => typeof each !== 'object' || each === null)
      )
        throw new Error(name);
    return value;
  };
}

const checksums = new Map();

async function checksumOf(file) {
  if (!checksums.has(file)) {
    const hash = createHash('sha256');
    try {
      for await (const piece of createReadStream(join(folder, file))) hash.update(piece);
      checksums.set(file, hash.digest('hex'));
    } catch {
      checksums.set(file, null);
    }
  }
  return checksums.get(file);
}

async function verifyFiles({ files }) {
  for (const { name, size, sha256: told } of files) {
    const found = await checksumOf(name);
    if (found === null) fault('fileMissing', name);
    else if (statSync(join(folder, name)).size !== size)
      fault('fileSize', name, statSync(join(folder, name)).size, size);
    else if (found !== told) fault('fileChanged', name, found, told);
  }
  const known = new Set([...files.map(({ name }) => name), ...OUTSIDE]);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const name = join(entry.parentPath, entry.name)
      .slice(folder.length + 1)
      .replaceAll('\\', '/');
    if (!entry.isDirectory() && !known.has(name)) fault('fileUnknown', name);
  }
}

/** Events by the name of their chain, each with the line that it stands on. `data` is as it was hashed. */
function readTrail(text) {
  const field = /"((?:[^"]|"")*)"|([^",\n]*)/y;
  const rows = [];
  let at = 0;
  let line = 1;
  for (let row = [], start = 1; at < text.length;) {
    field.lastIndex = at;
    const [whole, quoted, plain] = field.exec(text);
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    line += whole.split('\n').length - 1;
    at += whole.length + 1;
    if (text[at - 1] === ',') continue;
    rows.push({ row, line: start });
    if (text[at - 1] !== '\n') break;
    row = [];
    line += 1;
    start = line;
  }
  return rows;
}

function verifyTrail(text, { rowCount }, subjects) {
  const [header, ...rows] = readTrail(text);
  if (header?.row.join() !== FIELDS.join()) fault('columns');
  if (rows.length !== rowCount) fault('rowCount', rows.length, rowCount);
  const chains = new Map();
  for (const { row, line } of rows) {
    if (row.length !== FIELDS.length || !/^\d+$/.test(row[2])) fault('row', line);
    else verifyEvent(Object.fromEntries(FIELDS.map((name, at) => [name, row[at]])), line, chains);
  }
  const told = new Map(
    subjects.map(({ subjectType, subject, version }) => [`${subjectType} ${subject}`, version]),
  );
  for (const [chain, version] of told) {
    const length = chains.get(chain)?.length ?? 0;
    if (length !== version) fault('chainLength', chain, length, version);
  }
  for (const chain of chains.keys()) if (!told.has(chain)) fault('chainUnknown', chain);
  return chains;
}

function verifyEvent(event, line, chains) {
  const chain = `${event.subjectType} ${event.subject}`;
  const before = chains.get(chain) ?? [];
  const seq = Number(event.seq);
  const last = before.at(-1) ?? { seq: 0, hash: '' };
  const hashed = [event.previousHash, ...FIELDS.slice(0, 8).map((name) => event[name])].join('\n');
  if (seq <= last.seq) fault('eventOrder', chain, seq, line);
  else if (seq > last.seq + 1) fault('eventMissing', chain, last.seq + 1, seq - 1, line);
  else if (event.previousHash !== last.hash) fault('eventUnlinked', chain, seq, line);
  if (sha256(hashed) !== event.hash) fault('eventChanged', chain, seq, line);
  chains.set(chain, [...before, { seq, action: event.action, hash: event.hash, data: event.data }]);
}

/** Whether an event of a chain carries a checksum under a name. */
function tells(chain, name, checksum) {
  return (chain ?? []).some(({ data }) => {
    try {
      return JSON.parse(data)[name] === checksum;
    } catch {
      return false;
    }
  });
}

async function verifyContents(chains) {
  const { submissions, applicationAttachments } = read(
    'case/application.json',
    having('submissions', 'applicationAttachments'),
  ) ?? { submissions: [], applicationAttachments: [] };
  for (const { file, subjectType, subjectId, contentSha256 } of submissions) {
    const chain = `${subjectType} ${subjectId}`;
    await agree('signed', file, contentSha256);
    if (!tells(chains.get(chain), 'contentSha256', contentSha256)) fault('notSigned', file, chain);
  }
  for (const { file, applicationId, sha256: told } of applicationAttachments) {
    const chain = `application ${applicationId}`;
    await agree('sent', file, told);
    if (!tells(chains.get(chain), 'sha256', told)) fault('notSent', file, chain);
  }
  const { letters } = read('case/letters.json', having('letters')) ?? { letters: [] };
  for (const letter of letters.filter(({ file }) => file !== null)) {
    const chain = `letter ${letter.id}`;
    await agree('sealed', letter.file, letter.sha256);
    if (!tells(chains.get(chain), 'sha256', letter.sha256)) fault('notSealed', letter.file, chain);
  }
  const reports = read('case/reports.json', having('accountingImports', 'evidenceFiles')) ?? {
    accountingImports: [],
    evidenceFiles: [],
  };
  for (const sent of [...reports.accountingImports, ...reports.evidenceFiles])
    await agree('sent', sent.file, sent.sha256);
}

/** A file that is gone was told of already. */
async function agree(what, file, told) {
  const found = await checksumOf(file);
  if (found !== null && found !== told) fault(what, file, found, told);
}

const manifest = read('manifest.json', having('files'));
const subjects = read('case/subjects.json', having('subjects'))?.subjects;
const trail = read('audit-trail.csv');
if (manifest) {
  const found = await checksumOf('manifest.json');
  console.log(words.manifestSha256(found));
  if (read('manifest.sha256')?.slice(0, 64) !== found) fault('manifestChanged');
  await verifyFiles(manifest);
}
if (manifest && subjects && trail !== undefined) {
  const chains = verifyTrail(trail, manifest, subjects);
  await verifyContents(chains);
  if (faults === 0) console.log(words.sound(manifest.files.length, manifest.rowCount, chains.size));
}
if (faults > 0) console.log(words.faults(faults));
process.exitCode = faults === 0 ? 0 : 1;
