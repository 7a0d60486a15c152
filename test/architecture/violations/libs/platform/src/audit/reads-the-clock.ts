// breaks: medel/clock-only-in-clock
export const now = (): number => Date.now();
