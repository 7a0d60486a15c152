import type { CoFinancing, Cost } from '../applications/application-content.js';

export const ACTIVITY_STATUSES = ['notStarted', 'ongoing', 'completed', 'cancelled'] as const;
export type ActivityStatus = (typeof ACTIVITY_STATUSES)[number];

/** How it went with the application's activity in the same place. */
export interface ReportedActivity {
  status: ActivityStatus | null;
  result: string;
  /** Persons reached. */
  reach: number | null;
  areaCodes: readonly string[];
}

export interface ReportedGoal {
  indicator: string;
  outcome: number | null;
}

/** What the recipient accounts for. Actual costs and co-financing in whole kronor. */
export interface ReportContent {
  costs: readonly Cost[];
  coFinancing: readonly CoFinancing[];
  activities: readonly ReportedActivity[];
  goals: readonly ReportedGoal[];
  deviations: string;
  lessons: string;
}

export const EMPTY_REPORT: ReportContent = {
  costs: [],
  coFinancing: [],
  activities: [],
  goals: [],
  deviations: '',
  lessons: '',
};
