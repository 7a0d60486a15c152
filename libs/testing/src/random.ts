/** A random series that can be had again: the seed is printed, and `MEDEL_TEST_SEED` gives it back. */
export interface Random {
  readonly seed: number;
  /** A whole number, `min` to `max`, both included. */
  whole(min: number, max: number): number;
}

export function seededRandom(what: string): Random {
  const seed = Number(process.env['MEDEL_TEST_SEED'] ?? Date.now() % 1_000_000_000);
  process.stderr.write(`${what}: MEDEL_TEST_SEED=${seed}\n`);
  let state = seed >>> 0;
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { seed, whole: (min, max) => min + Math.floor(next() * (max - min + 1)) };
}
