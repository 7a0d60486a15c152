/** What `verify-audit.mjs` says and how it reads rows. It lies beside it. */
import { createPublicKey, verify } from 'node:crypto';
import { createReadStream } from 'node:fs';

export const FIELDS =
  'subjectType subject seq action actor actorPerson at organisation data previousHash hash'.split(' ');

/** A code with its Swedish, then its English. */
export const WORDS = words(`
trailSound Allt stämmer: {events} händelser i {chains} kedjor, räknade om här.
  All of it holds: {events} events in {chains} chains, computed again here.
bundleSound Allt stämmer: {files} filer, och {events} händelser i {chains} kedjor, räknade om här.
  All of it holds: {files} files, and {events} events in {chains} chains, computed again here.
faults {count} fel. Det här är inte vad som gjordes.
  {count} faults. This is not what was made.
noSeals Här finns inget sigill.
  There is no seal here.
seals {seals} sigill, det sista nummer {number} från {at}: {hash}\\nNyckel: {keys}. Jämför med nycklarna hos myndigheten: /api/v1/public/seal-keys\\n{unsealed} händelser är yngre än sina sigill.
  {seals} seals, the last is number {number} of {at}: {hash}\\nKey: {keys}. Compare with the keys of the agency: /api/v1/public/seal-keys\\n{unsealed} events are younger than their seals.
selection Det här är ett urval: att inget sigill saknas kan bara hela loggen visa.
  This is a selection: only the whole trail can show that no seal is missing.
manifestSha256 manifest.json har SHA-256 {sha256}
  manifest.json has the SHA-256 {sha256}
unreadable {file}: går inte att läsa ({why}).
  {file}: cannot be read ({why}).
manifestChanged manifest.json: är ändrad. Dess kontrollsumma är inte den som står i manifest.sha256.
  manifest.json: has been changed. Its checksum is not the one in manifest.sha256.
fileMissing {file}: saknas. Den står i följesedeln.
  {file}: is missing. The manifest has it.
fileUnknown {file}: hör inte till paketet. Den står inte i följesedeln.
  {file}: is no part of the bundle. The manifest does not have it.
fileSize {file}: är ändrad. Den har {size} byte; följesedeln säger {told}.
  {file}: has been changed. It has {size} bytes; the manifest says {told}.
fileChanged {file}: är ändrad. Dess SHA-256 är {sha256}; följesedeln säger {told}.
  {file}: has been changed. Its SHA-256 is {sha256}; the manifest says {told}.
columns {file}: den första raden är inte kolumnernas namn.
  {file}: the first line is not the names of the columns.
row {file}, rad {line}: är ingen händelse.
  {file}, line {line}: is no event.
rowCount {file}: har {count} rader; följesedeln säger {told}.
  {file}: has {count} rows; the manifest says {told}.
eventChanged {file}, rad {line}: händelse {seq} i {chain} är ändrad. Dess hash är inte den som dess innehåll ger.
  {file}, line {line}: event {seq} of {chain} has been changed. Its hash is not that of what it says.
eventMissing {file}, före rad {line}: {chain} saknar händelse {seq}.
  {file}, before line {line}: {chain} lacks event {seq}.
eventOrder {file}, rad {line}: händelse {seq} i {chain} ligger på fel plats.
  {file}, line {line}: event {seq} of {chain} is out of its place.
eventUnlinked {file}, rad {line}: händelse {seq} i {chain} följer inte på den före. Den före är utbytt eller borta.
  {file}, line {line}: event {seq} of {chain} does not follow on the one before, which is another or gone.
chainLength {file}: {chain} har {length} händelser; case/subjects.json säger {told}. Kedjan är avklippt eller förlängd.
  {file}: {chain} has {length} events; case/subjects.json says {told}. The chain was cut off or added to.
chainUnknown {file}: {chain} hör inte till ärendet enligt case/subjects.json.
  {file}: {chain} is not of the case by case/subjects.json.
sealedMissing {file}: händelse {seq} i {chain} är borta. Den står i sigill {number}; kedjan har {length} händelser.
  {file}: event {seq} of {chain} is gone. It is in seal {number}; the chain has {length} events.
sealedOtherwise {file}: händelse {seq} i {chain} är utbytt. Sigill {number} har en annan hash.
  {file}: event {seq} of {chain} has been replaced. Seal {number} has another hash.
sealMissing {file}: sigill {number} är borta.
  {file}: seal {number} is gone.
sealNotThere {file}: sigillet {hash} finns inte. Loggen är avklippt eller gjord på nytt.
  {file}: the seal {hash} is not there. The trail was cut off or made anew.
sealChanged {file}, rad {line}: sigill {number} är ändrat. Dess hash är inte den som dess innehåll ger.
  {file}, line {line}: seal {number} has been changed. Its hash is not that of what it says.
sealUnlinked {file}, rad {line}: sigill {number} följer inte på det före.
  {file}, line {line}: seal {number} does not follow on the one before.
sealNotSigned {file}, rad {line}: underskriften på sigill {number} stämmer inte.
  {file}, line {line}: the signature of seal {number} does not hold.
sealKeyUnknown {file}, rad {line}: sigill {number} är gjort med en annan nyckel ({key}).
  {file}, line {line}: seal {number} was made with another key ({key}).
sealKeyEnded {file}, rad {line}: sigill {number} är gjort med nyckel {key} efter dess slut.
  {file}, line {line}: seal {number} was made with key {key} after its end.
signed {file}: är inte det som skrevs under. Dess SHA-256 är {sha256}; ärendet säger {told}.
  {file}: is not what was signed. Its SHA-256 is {sha256}; the case says {told}.
notSigned {file}: ingen händelse i {chain} säger att det skrevs under.
  {file}: no event of {chain} says that it was signed.
sealed {file}: är inte brevet som sändes. Dess SHA-256 är {sha256}; ärendet säger {told}.
  {file}: is not the letter that was sent. Its SHA-256 is {sha256}; the case says {told}.
notSealed {file}: händelsen i {chain} som förseglade brevet säger något annat.
  {file}: the event of {chain} that sealed the letter says otherwise.
sent {file}: är inte filen som skickades in. Dess SHA-256 är {sha256}; ärendet säger {told}.
  {file}: is not the file that was sent in. Its SHA-256 is {sha256}; the case says {told}.
notHeld {chain}: en fil saknas i paketet, och ingen viruskontroll har hållit inne den.
  {chain}: a file is not in the bundle, and no virus check has held it back.
notSent {file}: ingen händelse i {chain} säger att den skickades in.
  {file}: no event of {chain} says that it was sent in.
`);

function words(text) {
  const lines = text.trim().replaceAll('\\n', '\u0000').split('\n');
  const ends = (line) => line.trim().replaceAll('\u0000', '\n');
  const pairs = lines.flatMap((line, at) => {
    const [, code, swedish] = /^(\w+) (.*)/.exec(line) ?? [];
    return code ? [[code, { sv: ends(swedish), en: ends(lines[at + 1]) }]] : [];
  });
  return Object.fromEntries(pairs);
}

/** Records of a CSV, each with the line that it stands on; one that cannot be read is told as having no fields. */
export async function* csvRows(path) {
  let [rest, line] = ['', 1];
  for await (const piece of createReadStream(path, 'utf8')) {
    rest += piece;
    let from = 0;
    for (let found = recordAt(rest, from); found; found = recordAt(rest, from)) {
      yield { row: found.row, line };
      line += rest.slice(from, found.end).split('\n').length - 1;
      from = found.end;
    }
    rest = rest.slice(from);
  }
  if (rest !== '') yield { row: [], line };
}

function recordAt(text, from) {
  const field = /(?:"([^"]*(?:""[^"]*)*)"|([^",\n]*))(,|\n)/y;
  const row = [];
  field.lastIndex = from;
  for (let match = field.exec(text); match; match = field.exec(text)) {
    row.push(match[1] === undefined ? match[2] : match[1].replaceAll('""', '"'));
    if (match[3] === '\n') return { row, end: field.lastIndex };
  }
  return undefined;
}

/** One object a line. `data` is taken as it stands, because the hash is of that very text. */
export async function* jsonRows(path) {
  let line = 0;
  yield { row: FIELDS, line };
  for await (const text of lines(path)) {
    line += 1;
    if (text !== '[' && text !== ']') yield { row: jsonRow(text.replace(/^,/, '')), line };
  }
}

/** Cut at newlines alone: JSON holds U+2028 as it is, where node:readline may end a line. */
async function* lines(path) {
  let rest = '';
  for await (const piece of createReadStream(path, 'utf8')) {
    const whole = (rest + piece).split(/\r?\n/);
    rest = whole.pop();
    yield* whole;
  }
  if (rest !== '') yield rest;
}

function jsonRow(text) {
  const [from, to] = [text.indexOf('"data":') + 7, text.lastIndexOf(',"previousHash":')];
  try {
    const event = JSON.parse(`${text.slice(0, from)}null${text.slice(to)}`);
    if (Object.keys(event).join() !== FIELDS.join()) return [];
    return Object.values({ ...event, data: text.slice(from, to) }).map((value) => String(value ?? ''));
  } catch {
    return [];
  }
}

export function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isSigned(text, publicKey, signature) {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return (
      key.asymmetricKeyType === 'ed25519' &&
      verify(null, Buffer.from(text), key, Buffer.from(signature, 'hex'))
    );
  } catch {
    return false;
  }
}

export function endOf(moment) {
  if (moment === undefined) return null;
  const time = Date.parse(moment);
  if (!Number.isNaN(time)) return new Date(time).toISOString();
  console.error(`--key: ${moment}?`);
  process.exit(1);
}
