// breaks: @typescript-eslint/consistent-type-imports
import { Budget } from './eligibility.js';

export const total = (budget: Budget): number => budget.total;
