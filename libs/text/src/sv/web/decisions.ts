export const decisionPages = {} as const;
