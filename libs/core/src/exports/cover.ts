import { text } from '#text';
import { grouped } from './figures.js';
import type { CoverLine, Told } from './formats/index.js';
import type { Manifest } from './manifest.js';

const STOCKHOLM = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'long',
});

/** The manifest as people read it, in Swedish: the first sheet or page. What is of the whole file cannot stand in it. */
export function coverLines(manifest: Told): CoverLine[] {
  const { rules, datasets, changes } = manifest;
  const none = text('sv', 'cover.none');
  const listed = (lines: readonly string[]) => (lines.length > 0 ? lines.join('\n') : none);
  return [
    [text('sv', 'cover.kind'), manifest.title.sv],
    [text('sv', 'cover.filters'), filters(manifest)],
    [text('sv', 'cover.asOf'), manifest.asOf ?? text('sv', 'cover.now')],
    [text('sv', 'cover.madeBy'), manifest.requestedBy.name],
    [text('sv', 'cover.requestedAt'), local(manifest.requestedAt)],
    [text('sv', 'cover.snapshotAt'), `${local(manifest.snapshot.at)} (${manifest.snapshot.id})`],
    ...(changes ? [[text('sv', 'cover.changes'), compared(changes)] satisfies CoverLine] : []),
    counted(text('sv', 'cover.rowCount'), String(manifest.rowCount)),
    ...sums(manifest),
    [text('sv', 'cover.rowsSha256'), manifest.rowsSha256],
    [text('sv', 'cover.file'), text('sv', 'cover.fileValue')],
    ...(manifest.cutCells > 0
      ? [
          [
            text('sv', 'cover.cutCells'),
            text('sv', 'cover.cutCellsValue', { count: manifest.cutCells }),
          ] satisfies CoverLine,
        ]
      : []),
    [text('sv', 'cover.times'), text('sv', 'cover.timesValue')],
    ...(rules.judgedBy.length > 0
      ? [[text('sv', 'cover.judgedBy'), listed(rules.judgedBy.map(wording))] satisfies CoverLine]
      : []),
    [text('sv', 'cover.rules'), listed(rules.wordings.map(wording))],
    [
      text('sv', 'cover.datasets'),
      listed(
        datasets.map(({ source, vintage, sha256 }) => `${source}, ${vintage} (${sha256.slice(0, 12)}…)`),
      ),
    ],
  ];
}

function filters({ filtersInWords }: Pick<Manifest, 'filtersInWords'>): string {
  if (filtersInWords.length === 0) return text('sv', 'cover.noFilters');
  return filtersInWords.map(({ name, value }) => `${name.sv}: ${value.sv}`).join('\n');
}

function compared(changes: NonNullable<Manifest['changes']>): string {
  if (changes.isUnchanged) return text('sv', 'cover.unchanged', { previous: local(changes.previousAt) });
  return text('sv', 'cover.changed', { ...changes, previous: local(changes.previousAt) });
}

const counted = (name: string, number: string): CoverLine => [name, grouped(number), number];

/** Of money alone. A sum of shares or means says nothing to people: the manifest has it, for whoever verifies the rows. */
function sums({ columns, controlSums }: Pick<Manifest, 'columns' | 'controlSums'>): CoverLine[] {
  return columns
    .filter(({ key, type }) => type === 'money' && controlSums[key] !== undefined)
    .map(({ key, heading }) => counted(text('sv', 'cover.sum', { column: heading.sv }), controlSums[key]!));
}

/** A title of an ordinance ends with its number in the statute book, which is not told twice. */
function wording({ title, sfs, amendedBy, validFrom }: Manifest['rules']['wordings'][number]): string {
  const name = title.sv.includes(sfs) ? title.sv : `${title.sv} (${sfs})`;
  return text('sv', 'cover.wording', { title: name, from: validFrom, amendedBy });
}

const local = (instant: string) => STOCKHOLM.format(Date.parse(instant));
