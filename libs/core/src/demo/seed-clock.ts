import type { LocalDate } from '#domain/shared/local-date';
import { Clock } from '#platform/clock';

/** A clock that a seed sets to the moment at which something in the demo world happened. */
export class SeedClock extends Clock {
  private moment: Date | null = null;

  /** Stands at a moment of the past; never later than now, so that nothing is dated in the future. */
  stand(moment: Date): void {
    const now = super.now();
    this.moment = moment < now ? moment : now;
  }

  /** Runs again. */
  release(): void {
    this.moment = null;
  }

  override now(): Date {
    return this.moment ?? super.now();
  }
}

/** A minute of an office day. Stockholm is one or two hours ahead, so that the day is the same there. */
export function momentOf(day: LocalDate, minute: number): Date {
  return new Date(new Date(`${day}T07:00:00Z`).getTime() + minute * 60_000);
}
