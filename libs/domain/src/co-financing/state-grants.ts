import type { Activity, Budget, CoFinancing, CostKind } from '../applications/application-content.js';
import type { Finding } from '../shared/finding.js';
import { sumByYear, sumKronor, type Kronor, type YearAmount } from '../shared/money.js';

/** A case of an organisation with what was granted, or is proposed, and what it is for. */
export interface GrantedCase {
  decisionId: string;
  registryNumber: string;
  programmeCode: string;
  title: string;
  years: readonly YearAmount[];
  costs: Budget['costs'];
  activities: readonly Pick<Activity, 'title' | 'priorityArea' | 'areaCodes' | 'startsOn' | 'endsOn'>[];
}

type MatchedActivity = GrantedCase['activities'][number];

/** Days that nobody has stated do not keep two activities apart. */
function areAtTheSameTime(one: MatchedActivity, other: MatchedActivity): boolean {
  const startsBeforeEnd = (a: MatchedActivity, b: MatchedActivity) =>
    a.startsOn === null || b.endsOn === null || a.startsOn <= b.endsOn;
  return startsBeforeEnd(one, other) && startsBeforeEnd(other, one);
}

/** An activity without areas is of the whole organisation. */
function areInTheSamePlace(one: MatchedActivity, other: MatchedActivity): boolean {
  return (
    one.areaCodes.length === 0 ||
    other.areaCodes.length === 0 ||
    one.areaCodes.some((code) => other.areaCodes.includes(code))
  );
}

const isSameKind = (one: MatchedActivity, other: MatchedActivity): boolean =>
  one.priorityArea === null || other.priorityArea === null || one.priorityArea === other.priorityArea;

interface MatchedYear {
  year: number;
  /** The other grant's sum of the year, kronor. */
  amount: Kronor;
  costKinds: CostKind[];
}

function matchYears(own: GrantedCase, other: GrantedCase): MatchedYear[] {
  const [ours, theirs] = [sumByYear(own.years), sumByYear(other.years)];
  const kinds = ({ costs }: GrantedCase, year: number) =>
    costs.filter((row) => row.year === year && row.amount > 0).map((row) => row.kind);
  return [...ours].flatMap(([year, amount]) => {
    const shared = kinds(own, year).filter((kind) => kinds(other, year).includes(kind));
    const given = theirs.get(year) ?? 0;
    if (amount === 0 || given === 0 || shared.length === 0) return [];
    return [{ year, amount: given, costKinds: [...new Set(shared)] }];
  });
}

/**
 * Other grants from the state to the same organisation that may pay for the same: money in the same year for the same
 * kind of cost, and activities in the same priority area, at the same time and in the same place. One finding for each,
 * with what matched and how much of it the recipient has declared as other state grants in those years (whole kronor).
 * It is for an officer to judge and refuses nothing.
 */
export function matchStateGrants(
  own: GrantedCase & { coFinancing: readonly CoFinancing[] },
  others: readonly GrantedCase[],
): Finding[] {
  return others.flatMap((other) => {
    const years = matchYears(own, other);
    const activities = own.activities.flatMap((one) =>
      other.activities
        .filter(
          (each) => isSameKind(one, each) && areAtTheSameTime(one, each) && areInTheSamePlace(one, each),
        )
        .map((each) => ({
          own: one.title,
          other: each.title,
          priorityArea: one.priorityArea ?? each.priorityArea,
          areaCodes: one.areaCodes.filter((code) => each.areaCodes.includes(code)),
        })),
    );
    if (years.length === 0 || activities.length === 0) return [];
    const declared = own.coFinancing.filter(
      (row) => row.source === 'otherStateGrant' && years.some(({ year }) => year === row.year),
    );
    const { decisionId, registryNumber, programmeCode, title } = other;
    const data = {
      ...{ decisionId, registryNumber, programmeCode, title, years, activities },
      costKinds: [...new Set(years.flatMap(({ costKinds }) => costKinds))],
      declared: sumKronor(declared.map((row) => row.amount)),
    };
    return [{ code: 'otherStateGrant', outcome: 'needsJudgement', citation: null, data }];
  });
}
