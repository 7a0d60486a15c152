import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#domain/shared/local-date';

const STOCKHOLM = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' });

/** The only reader of the time, so that a test or a seed can stand on a day of its own. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** The day in Stockholm: closing days and due days are Swedish days. */
  today(): LocalDate {
    return this.dayOf(this.now());
  }

  /** The day in Stockholm on which something happened. */
  dayOf(instant: Date): LocalDate {
    return STOCKHOLM.format(instant);
  }
}
