const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });

/** The day it is in Sweden, `YYYY-MM-DD`. */
export const today = (): string => DAY.format();
