import { DATASET_CHANGES, IMPORT_FORMATS, MEASURE_DATASET_STATUSES, type Question } from '#core/measures';
import { Invalid, type Problem } from '#platform/errors';
import { Nested, OneOf, QueryFlag, Selected, Text, Texts, Years } from '../http/fields.js';
import { File, JsonObject } from '../http/form-fields.js';
import { PageQuery } from '../http/page.query.js';
import type { Upload } from '../http/upload.js';

/** A file of values and what it is. `mapping` tells how the file's words become ours, where it does not use ours. */
export class DatasetForm {
  @File() file: Upload;
  @Text({ min: 1, max: 100 }) kind: string;
  @Text({ min: 1, max: 500 }) source: string;
  @Text({ min: 1, max: 200 }) vintage: string;
  @Text({ min: 1, max: 200, optional: true }) licence?: string;
  /** Told from the content where it is left out. */
  @OneOf(IMPORT_FORMATS, { optional: true }) format?: (typeof IMPORT_FORMATS)[number];
  @JsonObject({ optional: true }) mapping?: object;
}

class KoladaQuestion {
  @Texts({ min: 1, max: 50, length: 20 }) kpis: string[];
  @Years({ max: 50 }) years: number[];
  @Texts({ max: 400, length: 10, optional: true }) municipalities: string[] = [];
}

/** `selection`: by dimension, the categories that are fetched, or `*` for all. */
class TableQuestion {
  @Text({ min: 1, max: 200 }) table: string;
  @Selected() selection: Record<string, string[] | '*'>;
}

/** What is fetched, of one source: Kolada v3, or SCB's PxWebApi v2 or v1. */
export class DatasetFetch {
  @Text({ min: 1, max: 100 }) kind: string;
  @Text({ min: 1, max: 500 }) source: string;
  @Text({ min: 1, max: 200 }) vintage: string;
  @Text({ min: 1, max: 200, optional: true }) licence?: string;
  @JsonObject({ optional: true }) mapping?: object;
  @Nested(() => KoladaQuestion, { optional: true }) kolada?: KoladaQuestion;
  @Nested(() => TableQuestion, { optional: true }) scb?: TableQuestion;
  @Nested(() => TableQuestion, { optional: true }) scbV1?: TableQuestion;
}

/** The one question of a fetch. */
export function questionOf({ kolada, scb, scbV1 }: DatasetFetch): Question {
  const questions: Question[] = [
    ...(kolada ? [{ service: 'kolada', ...kolada } as const] : []),
    ...(scb ? [{ service: 'scb', ...scb } as const] : []),
    ...(scbV1 ? [{ service: 'scbV1', ...scbV1 } as const] : []),
  ];
  const [question, ...others] = questions;
  if (question && others.length === 0) {
    const problems = Object.entries(wordsOf(question)).flatMap(([path, word]): Problem[] =>
      word.split(/[/\\]/).some((part) => part === '.' || part === '..') ? [{ code: 'dotSegment', path }] : [],
    );
    if (problems.length > 0) throw new Invalid(problems);
    return question;
  }
  const paths = ['kolada', 'scb', 'scbV1'];
  throw new Invalid(paths.map((path) => ({ code: 'oneSource', path, data: { allowed: paths } })));
}

/** What becomes a part of an address, by where it was sent. */
function wordsOf(question: Question): Record<string, string> {
  if (question.service !== 'kolada') return { [`${question.service}.table`]: question.table };
  const { kpis, municipalities } = question;
  return Object.fromEntries(
    Object.entries({ kpis, municipalities }).flatMap(([name, words]) =>
      words.map((word, index) => [`kolada.${name}[${index}]`, word]),
    ),
  );
}

export class DatasetRejection {
  @Text({ min: 1, max: 2_000 }) reason: string;
}

export class DatasetList extends PageQuery {
  @OneOf(MEASURE_DATASET_STATUSES, { optional: true }) status?: (typeof MEASURE_DATASET_STATUSES)[number];
  @Text({ min: 1, max: 100, optional: true }) kind?: string;
}

export class ChangeList extends PageQuery {
  @OneOf(DATASET_CHANGES, { optional: true }) change?: (typeof DATASET_CHANGES)[number];
  @QueryFlag() flagged?: boolean;
}
