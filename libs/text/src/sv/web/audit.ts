export const auditPages = {} as const;
