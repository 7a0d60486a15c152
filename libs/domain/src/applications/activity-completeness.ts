import { isLocalDate, yearOf } from '../shared/local-date.js';
import type { Activity } from './application-content.js';
import { isBlank, missing, type Gap } from './gap.js';

function findDateGaps(activity: Activity, path: string, callYears: readonly number[]): Gap[] {
  const { startsOn, endsOn } = activity;
  const gaps: Gap[] = [];
  for (const [field, date] of [['startsOn', startsOn] as const, ['endsOn', endsOn] as const]) {
    if (!date) gaps.push(missing('timetable', `${path}.${field}`));
    else if (!isLocalDate(date))
      gaps.push({ code: 'dateInvalid', part: 'timetable', path: `${path}.${field}` });
    else if (!callYears.includes(yearOf(date))) {
      const data = { year: yearOf(date), callYears };
      gaps.push({ code: 'outsideCallYears', part: 'timetable', path: `${path}.${field}`, data });
    }
  }
  if (isLocalDate(startsOn) && isLocalDate(endsOn) && endsOn < startsOn) {
    const data = { startsOn, endsOn };
    gaps.push({ code: 'endsBeforeStart', part: 'timetable', path: `${path}.endsOn`, data });
  }
  return gaps;
}

function findGoalGaps(activity: Activity, path: string): Gap[] {
  if (activity.goals.length === 0) return [missing('goals', `${path}.goals`)];
  return activity.goals.flatMap((goal, index) => [
    ...(isBlank(goal.indicator) ? [missing('goals', `${path}.goals[${index}].indicator`)] : []),
    ...(goal.target === null ? [missing('goals', `${path}.goals[${index}].target`)] : []),
  ]);
}

/** What the activities lack: a text on the use, days within the call's years, and goals that can be followed up. */
export function findActivityGaps(activities: readonly Activity[], callYears: readonly number[]): Gap[] {
  if (activities.length === 0) return [missing('use', 'activities')];
  return activities.flatMap((activity, index) => {
    const path = `activities[${index}]`;
    return [
      ...(isBlank(activity.title) ? [missing('use', `${path}.title`)] : []),
      ...(isBlank(activity.description) ? [missing('use', `${path}.description`)] : []),
      ...(activity.priorityArea === null ? [missing('use', `${path}.priorityArea`)] : []),
      ...findDateGaps(activity, path, callYears),
      ...findGoalGaps(activity, path),
    ];
  });
}
