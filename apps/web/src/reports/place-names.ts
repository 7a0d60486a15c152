import type { TextCode } from '#text/web';
import { useText } from '../frame/language.js';

const PARTS: Record<string, TextCode> = {
  costs: 'web.report.costs',
  coFinancing: 'web.report.coFinancing',
  activities: 'web.report.activities',
  goals: 'web.report.goals',
  deviations: 'web.report.deviations',
  lessons: 'web.report.lessons',
};
const FIELDS: Record<string, TextCode> = {
  year: 'web.report.year',
  kind: 'web.report.kind',
  amount: 'web.report.actual',
  note: 'web.report.note',
  source: 'web.report.source',
  funder: 'web.report.funder',
  status: 'web.report.activityStatus',
  result: 'web.report.result',
  reach: 'web.report.reach',
  areaCodes: 'web.report.areas',
  outcome: 'web.report.outcome',
};

/** Places of the content as the page calls them: `costs[0].amount` is "Kostnader, rad 1, utfall". */
export function usePlaceNames() {
  const { t } = useText();
  const nameOf = (path: string): string => {
    const [part = '', at, field = ''] = path.split(/\[|\]\.?/);
    const names = [
      PARTS[part] ? t(PARTS[part]) : part,
      at === undefined ? '' : String(Number(at) + 1),
      FIELDS[field] ? t(FIELDS[field]).toLocaleLowerCase() : '',
    ];
    return names.filter((name) => name !== '').join(' ');
  };
  const inWords = (_: string, value: unknown): string =>
    value === null || value === undefined
      ? ''
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value);
  return { nameOf, inWords };
}
