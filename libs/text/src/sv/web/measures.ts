export const measurePages = {} as const;
