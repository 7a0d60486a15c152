import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Notices } from '#platform/database';
import type { SessionUser } from './session-user.js';

/** Short enough that idle sessions are still seen to end in time. */
const MILLISECONDS = 30_000;
const MOST = 10_000;

/**
 * Sessions that were just looked up, so that most requests do without a round trip. PostgreSQL tells at once when a
 * session ends or an account changes, in whatever process; while it cannot tell, nothing is kept.
 */
@Injectable()
export class SessionCache implements OnModuleInit {
  private readonly entries = new Map<string, { user: SessionUser; until: number }>();
  private isReliable = false;
  /** Counts what was heard: what was read before a notice must not be kept after it. */
  private heard = 0;

  constructor(
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.notices.listen('medel_sessions', {
      heard: () => this.clear(),
      reliable: (isReliable) => {
        this.isReliable = isReliable;
        this.clear();
      },
    });
  }

  async get(key: string, read: () => Promise<SessionUser | undefined>): Promise<SessionUser | undefined> {
    const now = this.clock.now().getTime();
    const entry = this.entries.get(key);
    if (entry && entry.until > now) return entry.user;
    const heard = this.heard;
    const user = await read();
    if (user && this.isReliable && heard === this.heard) this.keep(key, user, now + MILLISECONDS);
    else this.entries.delete(key);
    return user;
  }

  /** For the process in which the session ends: it need not wait to be told. */
  forget(key: string): void {
    this.heard += 1;
    this.entries.delete(key);
  }

  private keep(key: string, user: SessionUser, until: number): void {
    if (this.entries.size >= MOST) this.entries.clear();
    this.entries.set(key, { user, until });
  }

  /** For the process in which an account changes. */
  clear(): void {
    this.heard += 1;
    this.entries.clear();
  }
}
