import {
  findProgramme,
  programmes,
  wordingAt,
  type Programme,
  type Wording,
} from '#domain/regulations/index';
import type { LocalDate } from '#domain/shared/local-date';
import { canonicalJson } from '#platform/json';
import { sha256 } from '#platform/storage';
import { hasText, LANGUAGES, text, type Language } from '#text';
import type { CsvOptions } from './csv-options.js';
import type { ExportColumn, ExportFilters } from './export-kind.js';
import { findExportKind } from './export-kinds.js';
import type { Export, ExportChanges, ExportFormat } from './export.entity.js';
import type { Dataset, Lineage } from './lineage.queries.js';
import { statusWords } from './words.js';

export type Words = Record<Language, string>;

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
  /**
   * The wordings in force on the day, those that the calls of the cases are pinned to, whatever the day, and a checksum of
   * all rules that this program knows.
   */
  rules: { wordings: RuleVersion[]; judgedBy: RuleVersion[]; sha256: string };
  datasets: Dataset[];
  columns: (Pick<ExportColumn, 'key' | 'type'> & { heading: Words })[];
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

export function rulesOf(day: LocalDate, { judgedBy }: Pick<Lineage, 'judgedBy'>): Manifest['rules'] {
  return {
    wordings: programmes.flatMap((programme) => version(programme, wordingAt(programme, day))),
    judgedBy: judgedBy.flatMap(({ programmeCode, wordingFrom }) => {
      const programme = findProgramme(programmeCode);
      return programme
        ? version(
            programme,
            programme.wordings.find(({ validFrom }) => validFrom === wordingFrom),
          )
        : [];
    }),
    sha256: RULES_SHA256,
  };
}

function version({ code, title }: Programme, wording: Wording | undefined): RuleVersion[] {
  if (!wording) return [];
  const { sfs, amendedBy, validFrom, validTo } = wording;
  return [{ programme: code, title, sfs, amendedBy, validFrom, validTo }];
}

export function filtersInWords({ kind, filters }: Export, found: Lineage): Manifest['filtersInWords'] {
  const values: Record<keyof ExportFilters, (value: string) => Words> = {
    year: same,
    status: (value) => byCode(`${statusWords(findExportKind(kind)!) ?? 'status'}.${value}`, value),
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
