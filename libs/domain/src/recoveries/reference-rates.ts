import { addDays, yearOf, type LocalDate } from '../shared/local-date.js';

/** Riksbankens referensränta for a calendar half-year (räntelagen 9 §). */
export interface ReferenceRate {
  /** 1 January or 1 July. */
  validFrom: LocalDate;
  /** Hundredths of a percentage point: 350 is 3.50 percent. */
  hundredths: number;
  /** Where the rate was read. */
  source: string;
}

const RIKSBANKEN =
  'Sveriges riksbank, Referensränta, https://www.riksbank.se/sv/statistik/sok-rantor--valutakurser/referensranta/, as updated 2023-07-03';

/** From 1 January and from 1 July of each year, hundredths; null where the rate began or the source ends. */
const BY_YEAR: readonly [year: number, january: number | null, july: number | null][] = [
  [2002, null, 450],
  [2003, 400, 300],
  [2004, 300, 200],
  [2005, 200, 150],
  [2006, 150, 250],
  [2007, 300, 350],
  [2008, 400, 450],
  [2009, 200, 50],
  [2010, 50, 50],
  [2011, 150, 200],
  [2012, 200, 150],
  [2013, 100, 100],
  [2014, 100, 100],
  [2015, 0, 0],
  [2016, 0, -50],
  [2017, -50, -50],
  [2018, -50, -50],
  [2019, -50, 0],
  [2020, 0, 0],
  [2021, 0, 0],
  [2022, 0, 50],
  [2023, 250, 350],
];

/** What our source shows. Later half-years are recorded with their source when they are known; none is guessed. */
export const REFERENCE_RATES: readonly ReferenceRate[] = BY_YEAR.flatMap(([year, january, july]) => [
  ...(january === null ? [] : [{ validFrom: `${year}-01-01`, hundredths: january, source: RIKSBANKEN }]),
  ...(july === null ? [] : [{ validFrom: `${year}-07-01`, hundredths: july, source: RIKSBANKEN }]),
]);

/** The first half-year that may be recorded: those before it are known already, or had no reference rate. */
export const FIRST_RECORDED_HALF_YEAR: LocalDate = nextHalfYear(REFERENCE_RATES.at(-1)!.validFrom);

/** The first day of the day's calendar half-year. */
export function halfYearOf(day: LocalDate): LocalDate {
  return `${yearOf(day)}-${day.slice(5) < '07-01' ? '01' : '07'}-01`;
}

/** The first day of the half-year after the day's own. */
export function nextHalfYear(day: LocalDate): LocalDate {
  // 190 days after its first day is always within the next half-year.
  return halfYearOf(addDays(halfYearOf(day), 190));
}

export function isHalfYear(day: LocalDate): boolean {
  return halfYearOf(day) === day;
}

/** Interest on late payment: the reference rate in force at any time, and eight percentage points, in hundredths. */
export const LATE_INTEREST = { points: 800, act: 'räntelagen (1975:635)', section: '6 §' } as const;
