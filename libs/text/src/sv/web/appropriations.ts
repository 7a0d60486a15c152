export const appropriationPages = {} as const;
