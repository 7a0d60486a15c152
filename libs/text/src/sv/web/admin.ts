export const adminPages = {} as const;
