export const applicationPages = {} as const;
