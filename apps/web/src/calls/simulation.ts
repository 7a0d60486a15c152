/** What is moved, as the address has it. */
export interface Moves {
  /** `areaType12Share:1.2,inequalityIndex:1`: the standard deviations of each measure. */
  granser?: string;
  kombination?: string;
  mattar?: string;
  datamangd?: string;
  belopp?: string;
  ar?: string;
  nyckel?: string;
  golv?: string;
  tak?: string;
  bland?: string;
}

export const MOVES = [
  'granser',
  'kombination',
  'mattar',
  'datamangd',
  'belopp',
  'ar',
  'nyckel',
  'golv',
  'tak',
  'bland',
] as const satisfies readonly (keyof Moves)[];

export interface Threshold {
  measure: string;
  standardDeviations: number;
}

/** Thresholds of the address; what cannot be read is left out. */
export function readThresholds(written: string | undefined): Threshold[] {
  return (written ?? '').split(',').flatMap((part) => {
    const [measure = '', deviations = ''] = part.split(':');
    const standardDeviations = Number(deviations);
    return measure === '' || deviations === '' || !Number.isFinite(standardDeviations)
      ? []
      : [{ measure, standardDeviations }];
  });
}

export const writeThresholds = (thresholds: readonly Threshold[]): string =>
  thresholds.map(({ measure, standardDeviations }) => `${measure}:${standardDeviations}`).join(',');

/** The call's own thresholds with one of them moved. */
export const moveThreshold = (
  thresholds: readonly Threshold[],
  measure: string,
  standardDeviations: number,
): Threshold[] =>
  thresholds.map((each) => (each.measure === measure ? { measure, standardDeviations } : each));

const whole = (typed: string | undefined): number | undefined =>
  typed !== undefined && /^\d+$/.test(typed) ? Number(typed) : undefined;
const year = (typed: string | undefined): number | undefined =>
  typed?.length === 4 ? whole(typed) : undefined;

/** The key to share money by. A floor or cap that is not typed holds for nobody. */
export function keyOf({ nyckel, golv, tak }: Moves, measure: string) {
  return { measure: nyckel ?? measure, floor: whole(golv), cap: whole(tak) };
}

/** What the call has where nothing is moved. */
export interface CallMoney {
  total: number;
  year: number;
}

export const moneyOf = (moves: Moves, call: CallMoney): CallMoney => ({
  total: whole(moves.belopp) ?? call.total,
  year: year(moves.ar) ?? call.year,
});

/** What the simulation is asked: only what is moved, and the money. */
export function simulationOf(moves: Moves, call: CallMoney, measure: string) {
  const thresholds = readThresholds(moves.granser);
  const combine = moves.kombination === 'any' || moves.kombination === 'all' ? moves.kombination : undefined;
  return {
    ...(thresholds.length > 0 ? { thresholds } : {}),
    ...(combine ? { combine } : {}),
    ...(year(moves.mattar) ? { measureYear: year(moves.mattar) } : {}),
    ...(moves.datamangd ? { datasetId: moves.datamangd } : {}),
    ...moneyOf(moves, call),
    key: keyOf(moves, measure),
  };
}
