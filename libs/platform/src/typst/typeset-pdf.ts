import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { claimBoth } from './both-standards.js';

const LIBRARY = createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-node-compiler');

/** Gives the inputs as `data`, and one font that is part of the library: the same on every machine, and embedded. */
const PRELUDE = `#let data = json(bytes(sys.inputs.data))
#set text(font: "Libertinus Serif", fallback: false)
`;

/** A process of its own: a table of thousands of rows takes hundreds of megabytes, which end with it. */
const CHILD = `
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';
const [library] = process.argv.slice(1);
const { source, data } = JSON.parse(await text(process.stdin));
const { NodeCompiler } = createRequire(library)(library);
try {
  const compiler = NodeCompiler.create({});
  const [accessible, archived] = ['ua-1', 'a-2a'].map((pdfStandard) =>
    compiler.pdf({ mainFileContent: source, inputs: { data } }, { pdfStandard }));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(accessible.length);
  process.stdout.write(Buffer.concat([length, accessible, archived]));
} catch (error) {
  process.stderr.write(error.message || error.code);
  process.exitCode = 1;
}`;

const MAX_MILLISECONDS = 120_000;
const MAX_BYTES = 256 * 1024 * 1024;
/** The library tells of all that it cannot show at once; a second round is for what only then comes to light. */
const ROUNDS = 4;

/** Nobody sees them, and some turn the text around: shown by their number, whatever the font has. */
const UNSEEN = /(?![\n\t])[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * A tagged PDF, by PDF/UA-1 and by PDF/A-2a, from Typst source, which reads `inputs` as `data`. The source is ours alone;
 * whatever came from outside is an input, and is text wherever it lands. A character that the font lacks is shown by its
 * number, `[U+4E2D]`: the standards allow no empty boxes. Throws with Typst's own words where the source is wrong.
 */
export async function typesetPdf(source: string, inputs: Record<string, unknown>): Promise<Buffer> {
  let shown = mapTexts(inputs, (text) => text.replace(UNSEEN, byNumber).replace(LONE_SURROGATE, byNumber));
  for (let round = 1; ; round += 1) {
    const { made, fault } = await inChild({ source: PRELUDE + source, data: JSON.stringify(shown) });
    if (fault === undefined) return claimBoth(...bothIn(made));
    const missing = missingCharacters(fault);
    if (missing.size === 0 || round === ROUNDS) throw new Error(`The document cannot be typeset: ${fault}`);
    shown = mapTexts(shown, (text) =>
      Array.from(text, (char) => (missing.has(char) ? byNumber(char) : char)).join(''),
    );
  }
}

function bothIn(made: Buffer): [Buffer, Buffer] {
  const end = 4 + made.readUInt32BE();
  return [made.subarray(4, end), made.subarray(end)];
}

function inChild(order: object): Promise<{ made: Buffer; fault?: string }> {
  return new Promise((resolve, reject) => {
    const options = { encoding: 'buffer', env: {}, timeout: MAX_MILLISECONDS, maxBuffer: MAX_BYTES } as const;
    const child = execFile(
      process.execPath,
      ['--input-type=module', '--eval', CHILD, LIBRARY],
      options,
      (error, made, told) => {
        if (!error) resolve({ made });
        else if (error.code === 1) resolve({ made, fault: told.toString() });
        else reject(error);
      },
    );
    // A child that ended before it had read everything is told of by its exit.
    child.stdin!.on('error', () => undefined).end(JSON.stringify(order));
  });
}

/** As the library names them: `the text "中" could not be displayed with …`, a cluster at a time. */
function missingCharacters(fault: string): Set<string> {
  const clusters = fault.matchAll(/the text `\\*"((?:[^`])+?)\\*"` could not be displayed/gu);
  const isPlain = /^[\p{ASCII}åäöÅÄÖ]$/u;
  return new Set(
    [...clusters].flatMap(([, cluster]) => [...unescape(cluster!)]).filter((char) => !isPlain.test(char)),
  );
}

/** Rust writes some characters by their number. */
function unescape(cluster: string): string {
  return cluster.replace(/\\*u\{([0-9a-f]+)\}/g, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)));
}

function byNumber(char: string): string {
  return `[U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** The same value with each text in it, however deep, changed. */
export function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => mapTexts(each, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, mapTexts<unknown>(each, change)]),
  ) as T;
}
