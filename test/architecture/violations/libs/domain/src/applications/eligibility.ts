import { zero } from '../shared/money.js';

export interface Budget {
  total: number;
}

export const isEmpty = (budget: Budget): boolean => budget.total === zero;
