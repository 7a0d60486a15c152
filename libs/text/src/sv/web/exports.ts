export const exportPages = {} as const;
