/**
 * `node verify-export.mjs <file> <manifest.json>`: holds an export against its manifest, offline, with nothing but Node.
 * The bytes of the file, its row count, its control sums and the checksum of its rows, each computed here from the file.
 * Of a PDF only the bytes are told. Ends with 0 when all agree, 1 when something does not, 2 when it cannot be read.
 */
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { createInflateRaw } from 'node:zlib';
import { Readable } from 'node:stream';

const GUARDED = /^'*[=+@\t\r\n＝＋－＠-]/;
const MUST_QUOTE = /[",\n\r]/;

/** Rows are arrays of texts as the CSV has them, unguarded; `null` is nothing. */
async function verifyRows(rows) {
  const hash = createHash('sha256').update(`${columns.map(({ key }) => key).join(',')}\n`);
  const sums = columns.map(({ key, type }, at) =>
    (type === 'money' || type === 'number') && Object.hasOwn(manifest.controlSums, key)
      ? new Sum(key, at)
      : null,
  );
  let count = 0;
  for await (const batch of rows) {
    for (const row of batch) {
      count += 1;
      hash.update(`${row.map((cell, at) => canonical(cell, columns[at].type)).join(',')}\n`);
      for (const sum of sums) sum?.add(row[sum.at]);
    }
  }
  agree('rowCount', count, manifest.rowCount);
  for (const sum of sums)
    if (sum) agree(`controlSum ${sum.key}`, sum.text(), new Sum().add(manifest.controlSums[sum.key]).text());
  if (format === 'xlsx' && manifest.cutCells > 0)
    return console.log(
      `rowsSha256 cannot be told: ${manifest.cutCells} cells were cut to what a sheet holds`,
    );
  agree('rowsSha256', hash.digest('hex'), manifest.rowsSha256);
}

/** A field as PostgreSQL writes it in CSV, its formula guarded. */
function canonical(cell, type) {
  if (cell === null) return '';
  const text = type === 'text' && GUARDED.test(cell) ? `'${cell}` : cell;
  if (text === '' || MUST_QUOTE.test(text) || (columns.length === 1 && text === '\\.'))
    return `"${text.replaceAll('"', '""')}"`;
  return text;
}

async function* csvRows(file) {
  const separator = csv?.separator ?? ',';
  const decimal = csv?.decimal ?? '.';
  let rest = '';
  let isFirst = true;
  for await (const piece of createReadStream(file, { encoding: 'utf8' })) {
    let text = rest + piece;
    if (isFirst && text.startsWith('\ufeff')) text = text.slice(1);
    const { rows, end } = records(text, separator);
    rest = text.slice(end);
    if (isFirst && rows.length > 0) {
      isFirst = false;
      const names = rows.shift().join();
      if (names !== columns.map(({ key }) => key).join())
        fault('columns', names, columns.map(({ key }) => key).join());
    }
    yield rows.map((row) => row.map((cell, at) => plain(cell, columns[at]?.type, decimal)));
  }
  if (rest !== '') throw new Error('it ends within a row');
}

function plain(cell, type, decimal) {
  if (cell === null) return null;
  if (type === 'text') return /^'+[=+@\t\r\n＝＋－＠-]/.test(cell) ? cell.slice(1) : cell;
  return type === 'number' && decimal === ',' ? cell.replace(',', '.') : cell;
}

/** Whole records of the text, and where they end. `""` is the empty text, nothing is null. */
function records(text, separator) {
  const rows = [];
  const field = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\n]*))(${separator}|\\n)`, 'y');
  let row = [];
  let end = 0;
  for (let match = field.exec(text); match; match = field.exec(text)) {
    row.push(match[1] === undefined ? match[2] || null : match[1].replaceAll('""', '"'));
    if (match[3] === separator) continue;
    rows.push(row);
    row = [];
    end = field.lastIndex;
  }
  return { rows, end };
}

/** One object a line, its members in the order of the columns. Numbers and JSON keep the very characters of the file. */
async function* jsonRows(file) {
  let rest = '';
  for await (const piece of createReadStream(file, { encoding: 'utf8' })) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop();
    yield lines.filter((line) => line !== '[' && line !== ']').map((line) => jsonRow(line.replace(/^,/, '')));
  }
  if (rest !== '') throw new Error('it ends within a row');
}

function jsonRow(line) {
  const members = [];
  let depth = 0;
  let start = -1;
  for (let at = 0; at < line.length; at += 1) {
    const char = line[at];
    if (char === '"') {
      for (at += 1; at < line.length && line[at] !== '"'; at += 1) if (line[at] === '\\') at += 1;
    } else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') depth -= 1;
    if (depth === 1 && char === ':' && start === -1) start = at + 1;
    if ((depth === 1 && char === ',') || (depth === 0 && char === '}')) {
      members.push(line.slice(start, at));
      start = -1;
    }
  }
  if (members.length !== columns.length) throw new Error(`a row has ${members.length} members`);
  return members.map((member, at) => {
    if (member === 'null') return null;
    return columns[at].type !== 'json' && member.startsWith('"') ? JSON.parse(member) : member;
  });
}

/** The sheets after the first, in their order. */
async function* xlsxRows(file) {
  const parts = directory(file);
  const names = [...parts.keys()].filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
  const number = (name) => Number(/\d+/.exec(name.slice(name.lastIndexOf('/')))[0]);
  for (const name of names.filter((each) => number(each) > 1).sort((a, b) => number(a) - number(b))) {
    let rest = '';
    let isHeading = true;
    for await (const piece of part(file, parts.get(name))) {
      const text = rest + piece;
      const end = text.lastIndexOf('</row>') + 6;
      if (end === 5) {
        rest = text;
        continue;
      }
      rest = text.slice(end);
      const rows = [...text.slice(0, end).matchAll(/<row>(.*?)<\/row>/gs)].map(([, row]) => sheetRow(row));
      if (isHeading) rows.shift();
      isHeading = false;
      yield rows;
    }
  }
}

function sheetRow(xml) {
  const cells = [...xml.matchAll(/<c\/>|<c[^>]*>(?:<v>(.*?)<\/v>|<is><t[^>]*>(.*?)<\/t><\/is>)<\/c>/gs)];
  return cells.map(([whole, number, text], at) => {
    if (whole === '<c/>') return null;
    return number === undefined ? unescape(text) : fromNumber(number, columns[at]?.type);
  });
}

function fromNumber(number, type) {
  if (type !== 'date' && type !== 'instant') return number;
  const iso = new Date(Math.round((Number(number) - 25_569) * 86_400_000)).toISOString();
  return type === 'date' ? iso.slice(0, 10) : iso;
}

function unescape(text) {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/_x([0-9A-F]{4})_/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
}

/** Where the files of a zip lie, from its directory at the end. */
function directory(file) {
  const size = statSync(file).size;
  const tail = at(file, Math.max(0, size - 66_000), Math.min(size, 66_000));
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0) throw new Error('it is no whole zip');
  let [start, length] = [tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12)];
  const far = tail.lastIndexOf('PK\x06\x06', undefined, 'latin1');
  if (far >= 0)
    [length, start] = [Number(tail.readBigUInt64LE(far + 40)), Number(tail.readBigUInt64LE(far + 48))];
  const entries = at(file, start, length);
  const parts = new Map();
  for (let from = 0; from < length;) {
    const [nameLength, extraLength] = [entries.readUInt16LE(from + 28), entries.readUInt16LE(from + 30)];
    const offset = entries.readUInt32LE(from + 42);
    const extra = from + 46 + nameLength;
    parts.set(entries.toString('utf8', from + 46, extra), {
      packed: entries.readUInt32LE(from + 20),
      offset: offset === 0xffffffff ? Number(entries.readBigUInt64LE(extra + 4)) : offset,
    });
    from = extra + extraLength + entries.readUInt16LE(from + 32);
  }
  return parts;
}

async function* part(file, { offset, packed }) {
  const header = at(file, offset, 30);
  const start = offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const decoder = new StringDecoder('utf8');
  const unpacked = createReadStream(file, { start, end: start + packed - 1 }).pipe(createInflateRaw());
  for await (const piece of Readable.from(unpacked)) yield decoder.write(piece);
}

function at(file, position, length) {
  const bytes = Buffer.alloc(length);
  const opened = openSync(file);
  readSync(opened, bytes, 0, length, position);
  closeSync(opened);
  return bytes;
}

/** An exact sum of decimals. */
class Sum {
  digits = 0n;
  scale = 0;

  constructor(key, place) {
    this.key = key;
    this.at = place;
  }

  add(cell) {
    if (cell === null || cell === undefined) return this;
    const [, sign, whole, part = '', power = '0'] =
      /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(cell) ?? fail(`${cell} is no number`);
    let scale = part.length - Number(power);
    let digits = BigInt(sign + whole + part);
    if (scale < 0) [digits, scale] = [digits * 10n ** BigInt(-scale), 0];
    if (scale > this.scale)
      [this.digits, this.scale] = [this.digits * 10n ** BigInt(scale - this.scale), scale];
    this.digits += digits * 10n ** BigInt(this.scale - scale);
    return this;
  }

  text() {
    const digits = String(this.digits < 0n ? -this.digits : this.digits).padStart(this.scale + 1, '0');
    const cut = digits.length - this.scale;
    const decimals = digits.slice(cut).replace(/0+$/, '');
    return `${this.digits < 0n ? '-' : ''}${digits.slice(0, cut)}${decimals ? `.${decimals}` : ''}`;
  }
}

async function bytesOf(file) {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(file)) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  } catch (error) {
    fail(error.message);
  }
  return { sha256: hash.digest('hex'), size: bytes };
}

function agree(what, found, told) {
  if (String(found) === String(told)) console.log(`${what} ${found}: as told`);
  else fault(what, found, told);
}

function fault(what, found, told) {
  faults += 1;
  console.log(`${what} ${found}: the manifest says ${told}`);
}

function read(work) {
  try {
    return work();
  } catch (error) {
    return fail(error.message);
  }
}

function fail(message) {
  console.error(message);
  process.exit(2);
}

const [path, manifestPath] = process.argv.slice(2);
if (!path || !manifestPath) fail('Usage: node verify-export.mjs <file> <manifest.json>');

const manifest = read(() => JSON.parse(readFileSync(manifestPath, 'utf8')));
if (manifest.manifest !== 'medel-export/1') fail(`${manifestPath} is no manifest of an export`);
const { columns, csv, format } = manifest;
let faults = 0;

const { sha256, size } = await bytesOf(path);
agree('size', size, manifest.file.size);
agree('sha256', sha256, manifest.file.sha256);
console.log(`manifest sha256 ${createHash('sha256').update(readFileSync(manifestPath)).digest('hex')}`);
const readers = { csv: csvRows, json: jsonRows, xlsx: xlsxRows };
if (readers[format])
  await verifyRows(readers[format](path)).catch((error) => fault('rows', error.message, 'readable'));
else console.log(`A ${format} is told by its bytes alone: take out the same rows as CSV to add them up.`);
console.log(
  faults === 0
    ? 'The file is what the manifest says.'
    : `${faults} of the manifest's statements do not hold.`,
);
process.exitCode = faults === 0 ? 0 : 1;
