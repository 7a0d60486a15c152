import { text } from '#text';
import type { Told } from './formats/index.js';
import type { Manifest } from './manifest.js';

type Line = [name: string, value: string];

const STOCKHOLM = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'long',
});

/** The manifest as people read it, in Swedish: the first sheet or page. What is of the whole file cannot stand in it. */
export function coverLines(manifest: Told): Line[] {
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
    ...(changes ? [[text('sv', 'cover.changes'), compared(changes)] satisfies Line] : []),
    [text('sv', 'cover.rowCount'), String(manifest.rowCount)],
    ...Object.entries(manifest.controlSums).map(([key, sum]): Line => [
      text('sv', 'cover.sum', { column: headingOf(manifest, key) }),
      sum,
    ]),
    [text('sv', 'cover.rowsSha256'), manifest.rowsSha256],
    [text('sv', 'cover.file'), text('sv', 'cover.fileValue')],
    ...(manifest.cutCells > 0
      ? [
          [
            text('sv', 'cover.cutCells'),
            text('sv', 'cover.cutCellsValue', { count: manifest.cutCells }),
          ] satisfies Line,
        ]
      : []),
    [text('sv', 'cover.times'), text('sv', 'cover.timesValue')],
    [
      text('sv', 'cover.rules'),
      listed(
        rules.wordings.map(
          ({ title, sfs, amendedBy }) => `${title.sv} (${sfs}${amendedBy ? `, ${amendedBy}` : ''})`,
        ),
      ),
    ],
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

const headingOf = ({ columns }: Pick<Manifest, 'columns'>, key: string) =>
  columns.find((column) => column.key === key)!.heading.sv;

const local = (instant: string) => STOCKHOLM.format(Date.parse(instant));
