export const reportPages = {} as const;
