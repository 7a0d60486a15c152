export const paymentPages = {} as const;
