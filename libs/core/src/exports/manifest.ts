import { findProgramme, programmes, wordingAt } from '#domain/regulations/index';
import type { LocalDate } from '#domain/shared/local-date';
import { canonicalJson } from '#platform/json';
import { sha256 } from '#platform/storage';
import { hasText, LANGUAGES, text, type Language } from '#text';
import type { CsvOptions } from './csv-options.js';
import type { ExportColumn, ExportFilters } from './export-kind.js';
import type { Export, ExportChanges, ExportFormat } from './export.entity.js';
import type { Dataset, Lineage } from './lineage.queries.js';

type Words = Record<Language, string>;

/** What an export was made of, for whoever holds it against its file without us: see `tools/verify-export.mjs`. */
export interface Manifest {
  manifest: 'medel-export/1';
  id: string;
  kind: string;
  title: Words;
  format: ExportFormat;
  csv: CsvOptions | null;
  filters: ExportFilters;
  filtersInWords: { filter: string; name: Words; value: Words }[];
  asOf: LocalDate | null;
  requestedBy: { id: string; name: string };
  requestedAt: string;
  madeAt: string;
  snapshot: { at: string; id: string };
  /** The wordings in force on the day, and a checksum of all rules that this program knows. */
  rules: { wordings: RuleVersion[]; sha256: string };
  datasets: Dataset[];
  columns: (ExportColumn & { heading: Words })[];
  rowCount: number;
  /** Exact, as decimals. */
  controlSums: Record<string, string>;
  /** Of the rows as CSV with comma and point: the same in every format. */
  rowsSha256: string;
  /** Texts that the format could not hold whole. */
  cutCells: number;
  changes: ExportChanges | null;
  file: { name: string; size: number; sha256: string };
}

interface RuleVersion {
  programme: string;
  title: Words;
  sfs: string;
  amendedBy: string | null;
  validFrom: LocalDate;
  validTo: LocalDate | null;
}

const RULES_SHA256 = sha256(canonicalJson(programmes));

/** Whose statuses a kind's filter is of. */
const STATUS_OF: Record<string, string> = {
  applications: 'status.application',
  decisions: 'status.decision',
  payments: 'status.payment',
  'reporting-status': 'status.report',
  results: 'status.report',
  thinnings: 'status.thinning',
  recoveries: 'status.recovery',
  eligibility: 'verdict',
};

export function rulesOn(day: LocalDate): Manifest['rules'] {
  const wordings = programmes.flatMap((programme) => {
    const wording = wordingAt(programme, day);
    if (!wording) return [];
    const { sfs, amendedBy, validFrom, validTo } = wording;
    return [{ programme: programme.code, title: programme.title, sfs, amendedBy, validFrom, validTo }];
  });
  return { wordings, sha256: RULES_SHA256 };
}

export function filtersInWords({ kind, filters }: Export, found: Lineage): Manifest['filtersInWords'] {
  const values: Record<keyof ExportFilters, (value: string) => Words> = {
    year: same,
    status: (value) => byCode(`${STATUS_OF[kind] ?? 'status'}.${value}`, value),
    callId: (value) => same(found.callTitle ?? value),
    organisationId: (value) => same(found.organisationName ?? value),
    programmeCode: (value) => findProgramme(value)?.title ?? same(value),
    applicationId: (value) => same(found.registryNumber ?? value),
    measure: (value) => byCode(`measure.${value}`, value),
  };
  return Object.entries(filters)
    .filter(([, value]) => value !== undefined)
    .map(([filter, value]) => ({
      filter,
      name: byCode(
        hasText(`filter.${filter}.${kind}`) ? `filter.${filter}.${kind}` : `filter.${filter}`,
        filter,
      ),
      value: (values[filter as keyof ExportFilters] ?? same)(String(value)),
    }));
}

/** The text of a code in each language; without one, what stands for it. */
export function byCode(code: string, otherwise: string): Words {
  if (!hasText(code)) return same(otherwise);
  return Object.fromEntries(LANGUAGES.map((language) => [language, text(language, code)])) as Words;
}

function same(value: string): Words {
  return { sv: value, en: value };
}
