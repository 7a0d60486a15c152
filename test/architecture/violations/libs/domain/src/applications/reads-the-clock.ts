// breaks: medel/clock-only-in-clock
export const isOverdue = (due: Date): boolean => due < new Date();
