import { useText } from '../frame/language.js';
import type { Schedule } from './schedule.js';

/** `den 1 varje månad kl. 06:00`. */
export function useRecurrence(): (recurrence: Schedule['recurrence']) => string {
  const { t, named } = useText();
  return ({ every, weekday, ...rest }) =>
    t(`web.exports.recurrence.${every}`, { ...rest, weekday: named('web.exports.weekday', weekday) });
}
