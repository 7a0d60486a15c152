import type { Actor } from '#domain/access/actor';
import { measures } from '#domain/measures/definitions';
import { findProgramme } from '#domain/regulations/index';
import type { LocalDate } from '#domain/shared/local-date';
import { authorise } from '#core/access';
import type { Problem } from '#platform/errors';
import type { CsvOptions } from './csv-options.js';
import type { ExportFilters, ExportKind } from './export-kind.js';
import { findExportKind, formatsOf } from './export-kinds.js';
import type { ExportFormat } from './export.entity.js';
import { statusesOf } from './words.js';

export interface ExportOrder {
  kind: string;
  format: ExportFormat;
  filters: ExportFilters;
  asOf: LocalDate | null;
  csv: CsvOptions | null;
}

export function authoriseOrder(actor: Actor, kind: string): void {
  authorise(actor, 'export.create');
  const permission = findExportKind(kind)?.permission;
  if (permission) authorise(actor, permission);
}

export function checkOrder({ kind, format, filters, asOf, csv }: ExportOrder, today: LocalDate): Problem[] {
  const known = findExportKind(kind);
  const given = Object.keys(filters).filter((name) => filters[name as keyof ExportFilters] !== undefined);
  const unknown = given.filter((name) => known && !(known.filters as string[]).includes(name));
  const missing = (known?.required ?? []).filter((name) => !given.includes(name));
  const formats = known ? formatsOf(known) : [format];
  return [
    ...(known ? [] : [{ code: 'unknownExportKind', path: 'kind' }]),
    ...unknown.map((name) => ({
      code: 'unknownFilter',
      path: `filters.${name}`,
      data: { allowed: known!.filters },
    })),
    ...(known ? checkCodes(known, filters) : []),
    ...missing.map((name) => ({ code: 'required', path: `filters.${name}` })),
    ...(formats.includes(format) ? [] : [{ code: 'notOneOf', path: 'format', data: { allowed: formats } }]),
    ...(known?.isOfNowOnly && asOf !== null ? [{ code: 'onlyOfNow', path: 'asOf' }] : []),
    ...(csv && format !== 'csv' ? [{ code: 'csvOptionsWithoutCsv', path: 'csv' }] : []),
    ...(asOf !== null && asOf > today ? [{ code: 'dateInTheFuture', path: 'asOf', data: { today } }] : []),
  ];
}

/** Codes that are none: rows of them there can never be. */
function checkCodes(kind: ExportKind, { status, programmeCode, measure }: ExportFilters): Problem[] {
  const allowed = statusesOf(kind);
  const isKnown: [keyof ExportFilters, boolean, Omit<Problem, 'path'>][] = [
    ['status', status === undefined || allowed.includes(status), { code: 'notOneOf', data: { allowed } }],
    [
      'programmeCode',
      !programmeCode || findProgramme(programmeCode) !== undefined,
      { code: 'unknownProgramme' },
    ],
    ['measure', !measure || measures.some(({ code }) => code === measure), { code: 'unknownMeasure' }],
  ];
  return isKnown
    .filter(([filter, is]) => !is && kind.filters.includes(filter))
    .map(([filter, , problem]) => ({ ...problem, path: `filters.${filter}` }));
}
