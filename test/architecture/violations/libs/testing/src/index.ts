import type { Budget } from '#domain/applications/eligibility';

export const anyBudget: Budget = { total: 1 };
