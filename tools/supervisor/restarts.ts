const windowMs = 60_000;
const limit = 5;

/** Counts deaths: how long to wait before the next try, or undefined when five tries in a minute were not enough. */
export function restartBudget(): () => number | undefined {
  let deaths: number[] = [];
  return () => {
    const now = performance.now();
    deaths = [...deaths.filter((at) => now - at < windowMs), now];
    return deaths.length > limit ? undefined : 250 * 2 ** (deaths.length - 1);
  };
}
