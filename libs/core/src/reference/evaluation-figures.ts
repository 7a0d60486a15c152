import type { EvaluationFigure } from '#core/measures';

/** The file as it is written: facts of each grant, and tables of the annex and of the surveys. */
export interface EvaluationFile {
  grants: Record<string, Fact[]>;
  thresholds: Record<string, { standardDeviations: number } | string> & { section: string };
  table6: { municipality: string; population: number; group: string; [measure: string]: string | number }[];
  table7: { region: string; population: number }[];
  table8: { answers: number; asked: number; bySize: Record<string, number>; sizes: string };
  regionsSurvey: { answers: number; asked: number };
}

interface Fact {
  fact: string;
  section: string;
  amount?: number;
  count?: number;
  minimumShare?: number;
  year?: number;
  fromYear?: number;
  toYear?: number;
  municipality?: string;
  region?: string;
  regions?: string[];
  values?: Omit<Fact, 'fact' | 'section'>[];
  approximately?: string;
  note?: string;
}

export type Figure = Partial<EvaluationFigure> & Pick<EvaluationFigure, 'figure' | 'section'>;

/** What each fact is of. A file with another fact is not read: nobody has said what to hold it against. */
const FIGURES: Record<string, string> = {
  'announced allocation': 'announcedAllocation',
  'announced allocation (with sfs-2018-119)': 'announcedAllocation',
  'actual per year 2018-2020': 'grantedPerYear',
  'actual 2021, distributed by Delmos': 'grantedPerYear',
  recipients: 'recipients',
  'largest per year': 'largestGrantPerYear',
  'smallest per year': 'smallestGrantPerYear',
  'mean per municipality and year 2018-2020': 'meanGrantPerYear',
  'own financing': 'ownShare',
  'decision period': 'decisionPeriod',
  'municipalities granted at least once 2018-2021': 'municipalitiesGranted',
  'municipalities granted in 2018': 'municipalitiesGranted',
  'ceiling for step 1 mapping in 2018': 'mappingCeiling',
  'no new grants': 'noNewGrants',
  'regions granted 2018-2021': 'regionsGranted',
  'regions granted in 2018': 'regionsGranted',
  'largest regions in total': 'grantedInTotal',
  'smallest regions': 'grantedInTotal',
  'earlier multi-year decisions paid by Kammarkollegiet to the end of': 'paidToTheEndOf',
};

/** Years that a fact names in words. */
const yearsIn = (fact: string): { fromYear: number | null; toYear: number | null } => {
  const years = (fact.match(/\b20\d\d\b/g) ?? []).map(Number).filter((year) => !fact.includes(`sfs-${year}`));
  return { fromYear: years[0] ?? null, toYear: years.at(-1) ?? null };
};

/** The other grant whose money is in the figure too: `with sfs-2018-119`. */
const togetherIn = (fact: string): string | null => /\((with [^)]+)\)$/.exec(fact)?.[1] ?? null;

/** The figures of the file in its order, a row each. Throws for a fact that is not known. */
export function readFigures({
  grants,
  thresholds,
  table6,
  table7,
  table8,
  regionsSurvey,
}: EvaluationFile): Figure[] {
  const { section } = thresholds;
  const measures = Object.entries(thresholds).flatMap(([measureCode, limit]) =>
    typeof limit === 'object' && 'standardDeviations' in limit
      ? [{ figure: 'threshold', section, measureCode, value: limit.standardDeviations }]
      : [],
  );
  return [
    ...Object.entries(grants).flatMap(([programmeCode, facts]) =>
      facts.flatMap((fact) => figuresOf(fact).map((figure) => ({ programmeCode, ...figure }))),
    ),
    ...measures,
    ...table6.flatMap(({ municipality, population, group, ...row }) => [
      { figure: 'population', section: 'table 6', placeCode: municipality, value: population },
      { figure: 'mainGroup', section: 'table 6', placeCode: municipality, wording: group },
      ...measures.map(({ measureCode }) => ({
        ...{ figure: 'thresholdOutcome', section: 'table 6', placeCode: municipality, measureCode },
        wording: String(row[measureCode]),
      })),
    ]),
    ...table7.map(({ region, population }) => ({
      ...{ figure: 'population', section: 'table 7', placeCode: region, value: population },
    })),
    { figure: 'surveyAnswers', section: 'table 8', value: table8.answers, note: table8.sizes },
    { figure: 'surveyAsked', section: 'table 8', value: table8.asked },
    ...Object.entries(table8.bySize).map(([wording, value]) => ({
      ...{ figure: 'surveyAnswersBySize', section: 'table 8', wording, value },
    })),
    { figure: 'regionsSurveyAnswers', section: 'regions survey', value: regionsSurvey.answers },
    { figure: 'regionsSurveyAsked', section: 'regions survey', value: regionsSurvey.asked },
  ];
}

function figuresOf({ fact, section, values, regions, ...rest }: Fact): Figure[] {
  const figure = FIGURES[fact];
  if (figure === undefined) throw new Error(`A figure of the evaluation that is not known: ${fact}`);
  const rows = values?.map((value) => ({ ...rest, ...value })) ?? [rest];
  return [
    ...rows.map((row) => ({
      figure,
      section,
      ...yearsIn(fact),
      ...(row.year === undefined ? {} : { fromYear: row.year, toYear: row.year }),
      ...(row.fromYear === undefined ? {} : { fromYear: row.fromYear, toYear: row.toYear! }),
      placeCode: row.municipality ?? row.region ?? null,
      value: row.amount ?? row.count ?? row.minimumShare ?? null,
      approximately: row.approximately ?? null,
      note: row.note ?? togetherIn(fact),
    })),
    ...(regions ?? []).map((placeCode) => ({
      ...{ figure: 'regionGranted', section, placeCode, wording: 'granted', ...yearsIn(fact) },
    })),
  ];
}
