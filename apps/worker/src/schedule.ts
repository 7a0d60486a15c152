import { SetMetadata } from '@nestjs/common';

export const SCHEDULE = 'medel:schedule';

/** Done again and again. May run in several workers at once: it finds what is to be done and takes each by its lock. */
export interface Scheduled {
  run(): Promise<void>;
}

export const Schedule = (every: { seconds: number }): ClassDecorator => SetMetadata(SCHEDULE, every);
