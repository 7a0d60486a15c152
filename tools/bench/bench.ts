/** What is measured. Without a goal of its own it is printed to be seen, and never missed. */
export interface Measured {
  name: string;
}

export interface Goal extends Measured {
  /** `>=` for a rate, `<=` for a time. */
  op: '>=' | '<=';
  value: number;
}

export interface Figure {
  ours: number;
  base: number;
}

/** Ours and the base in turn, so that a machine whose speed drifts slows both. The median of the rounds' ratios counts. */
export async function compare(
  rounds: number,
  ours: (round: number) => Promise<number>,
  base: (round: number) => Promise<number>,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (let round = 0; round < rounds; round += 1)
    figures.push({ ours: await ours(round), base: await base(round) });
  return figures;
}

/** Prints the figure; true when the goal is met, or when there is none. */
export function tell(goal: Goal | Measured, figures: readonly Figure[]): boolean {
  const ratio = median(figures.map(({ ours, base }) => ours / base));
  const isMet = !('op' in goal) || (goal.op === '>=' ? ratio >= goal.value : ratio <= goal.value);
  const aim = 'op' in goal ? `goal=${goal.op}${goal.value} ${isMet ? 'pass' : 'miss'}` : 'goal=none';
  const [ours, base] = [median(figures.map((row) => row.ours)), median(figures.map((row) => row.base))];
  console.log(
    `bench ${goal.name} ours=${ours.toFixed(1)} base=${base.toFixed(1)} ratio=${ratio.toFixed(3)} ${aim}`,
  );
  return isMet;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
