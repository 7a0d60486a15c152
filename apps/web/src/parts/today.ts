const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });

/** The day it is in Sweden, `YYYY-MM-DD`. */
export const today = (): string => DAY.format();

const MOMENT = new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC', dateStyle: 'short', timeStyle: 'medium' });

/** The moment it is, as the API writes moments. */
export const now = (): string => `${MOMENT.format().replace(' ', 'T')}Z`;
