export const callPages = {} as const;
