export const recoveryPages = {} as const;
