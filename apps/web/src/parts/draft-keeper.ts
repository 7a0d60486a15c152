import { Problem, UNREACHABLE } from '../api/problem.js';
import { findDifferences, isSame, mergeDraft, partOf, withValue, type Conflict } from './merge-draft.js';

export type { Conflict };

/** A thing as it was read: its content, the version that an edit must name, and when it was last saved. */
export interface Reading<Content> {
  content: Content;
  etag: string;
  at: string;
}

export interface DraftSource<Content> {
  read: () => Promise<Reading<Content>>;
  /** Writes whole parts of the content over version `etag`. */
  write: (parts: Partial<Content>, etag: string) => Promise<Reading<Content>>;
}

/** `refused`: some part is not as the server takes it. `stopped`: it may not be changed any longer. */
export type SaveStatus =
  'reading' | 'saved' | 'unsaved' | 'saving' | 'offline' | 'signedOut' | 'refused' | 'stopped';

export interface DraftState<Content> {
  /** `undefined` until it has been read. */
  content: Content | undefined;
  status: SaveStatus;
  /** The instant of the last saving, as the server told it. */
  savedAt: string | undefined;
  conflicts: readonly Conflict[];
  /** What the server said of what it did not take. */
  problem: Problem | undefined;
}

/** A closed tab loses at most this much typing, in milliseconds. */
const SAVE_AFTER = 1_500;
/** How often to look for what colleagues have saved. */
const LOOK_AFTER = 15_000;
const RETRY_AFTER = [2_000, 4_000, 8_000, 15_000];

type Part<Content> = keyof Content & string;

/** A page that was left open keeps no session alive for ever: it looks this many times without anything being written. */
const LOOKS = 40;

/**
 * Keeps what is typed in step with the server. Changes are written within two seconds, whole parts at a time, over the
 * version that was read; a newer one is read and merged. What could not be sent waits and is sent again.
 */
export class DraftKeeper<Content extends object> {
  private state: DraftState<Content> = {
    content: undefined,
    status: 'reading',
    savedAt: undefined,
    conflicts: [],
    problem: undefined,
  };
  /** What I had, and what the server had, when they last agreed: it may write a text in its own way. */
  private agreed: { mine: Content; theirs: Content } | undefined;
  private etag = '';
  /** Parts the server did not take, as they were: not sent again until they are something else. */
  private refused = new Map<string, unknown>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lookTimer: ReturnType<typeof setTimeout> | undefined;
  private saving: Promise<void> | undefined;
  private failures = 0;
  private looks = 0;
  private isClosed = false;
  private readonly listeners = new Set<() => void>();

  /** `onMerged` is told the places that were changed from elsewhere, so that a form can show them. */
  constructor(
    private readonly source: DraftSource<Content>,
    private readonly onMerged: (content: Content, paths: string[]) => void = () => undefined,
  ) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  snapshot = (): DraftState<Content> => this.state;

  /** Whether closing now would lose something. */
  get isUnsaved(): boolean {
    return this.saving !== undefined || this.changedParts().length > 0;
  }

  open(): void {
    this.isClosed = false;
    void this.look();
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
    clearTimeout(this.lookTimer);
  }

  change(content: Content): void {
    this.looks = 0;
    this.set({ content });
    if (this.partsToSend().length === 0) return;
    if (this.state.status === 'saved' || this.state.status === 'refused' || this.state.status === 'stopped')
      this.set({ status: 'unsaved' });
    // Counted from the first change, not the last: who never pauses is saved too.
    this.timer ??= setTimeout(() => void this.flush(), SAVE_AFTER);
  }

  /** Saves now what is not saved, and waits for it. Also what is tried when the network or the session is back. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.saving ??= this.sendAll().finally(() => {
      this.saving = undefined;
      this.settle();
    });
    return this.saving;
  }

  /** One of two texts at a place was chosen; the other is gone. */
  resolve(path: string, choice: 'mine' | 'theirs'): void {
    const conflict = this.state.conflicts.find((each) => each.path === path);
    if (!conflict || !this.state.content) return;
    this.set({ conflicts: this.state.conflicts.filter((each) => each !== conflict) });
    if (choice === 'theirs') this.adopt(withValue(this.state.content, path, conflict.theirs));
    void this.flush();
  }

  /** Reads what is there now; at once where a colleague may have saved. */
  async look(): Promise<void> {
    const { etag } = this;
    try {
      const reading = this.saving ? undefined : await this.source.read();
      // What was written while the answer was on its way is newer than the answer.
      if (reading && !this.saving && etag === this.etag) this.absorb(reading);
    } catch (error) {
      if (!this.agreed) this.set({ problem: error as Problem });
    }
    clearTimeout(this.lookTimer);
    if (!this.isClosed && this.looks++ < LOOKS)
      this.lookTimer = setTimeout(() => void this.look(), LOOK_AFTER);
  }

  private changedParts(): Part<Content>[] {
    const { content } = this.state;
    if (!content || !this.agreed) return [];
    const before = this.agreed.mine;
    return (Object.keys(content) as Part<Content>[]).filter((part) => !isSame(content[part], before[part]));
  }

  private partsToSend(): Part<Content>[] {
    const { content, conflicts } = this.state;
    const isHeld = (part: Part<Content>) =>
      conflicts.some((conflict) => partOf(conflict.path) === part) ||
      (this.refused.has(part) && isSame(this.refused.get(part), content![part]));
    return this.changedParts().filter((part) => !isHeld(part));
  }

  private async sendAll(): Promise<void> {
    let parts = this.partsToSend();
    while (parts.length > 0 && !(await this.send(parts))) parts = this.partsToSend();
  }

  /** Whether to leave it for now. */
  private async send(parts: Part<Content>[]): Promise<boolean> {
    const { content } = this.state;
    const sent = Object.fromEntries(parts.map((part) => [part, content![part]])) as Partial<Content>;
    this.set({ status: 'saving' });
    try {
      this.took(await this.source.write(sent, this.etag), sent);
      return false;
    } catch (error) {
      return this.wasRefused(error, sent);
    }
  }

  private took(reading: Reading<Content>, sent: Partial<Content>): void {
    this.agreed = { mine: { ...this.agreed!.mine, ...sent }, theirs: reading.content };
    this.etag = reading.etag;
    this.failures = 0;
    for (const part of Object.keys(sent)) this.refused.delete(part);
    const isAllTaken = this.refused.size === 0;
    this.set({ savedAt: reading.at, problem: isAllTaken ? undefined : this.state.problem });
  }

  private async wasRefused(error: unknown, sent: Partial<Content>): Promise<boolean> {
    const problem = error instanceof Problem ? error : undefined;
    if (problem?.code === 'stale') return this.readNewer();
    if (problem?.code === 'unauthenticated') return this.wait('signedOut', undefined);
    if (!problem || [UNREACHABLE, 'unavailable', 'tooManyRequests'].includes(problem.code)) {
      return this.wait('offline', problem);
    }
    const parts = new Set(problem.findings.flatMap(({ path }) => (path ? [partOf(path)] : [])));
    const named = (Object.keys(sent) as Part<Content>[]).filter((part) => parts.has(part));
    for (const part of named.length > 0 ? named : (Object.keys(sent) as Part<Content>[])) {
      this.refused.set(part, sent[part]);
    }
    this.set({ status: named.length > 0 ? 'refused' : 'stopped', problem });
    return false;
  }

  private async readNewer(): Promise<boolean> {
    try {
      this.absorb(await this.source.read());
      return false;
    } catch (error) {
      return this.wait('offline', error instanceof Problem ? error : undefined);
    }
  }

  private wait(status: 'offline' | 'signedOut', problem: Problem | undefined): true {
    this.set({ status, problem });
    const after = RETRY_AFTER[Math.min(this.failures++, RETRY_AFTER.length - 1)]!;
    // A session comes back by signing in, which whoever holds this tells by `flush`.
    if (status === 'offline' && !this.isClosed) this.timer ??= setTimeout(() => void this.flush(), after);
    return true;
  }

  private absorb(reading: Reading<Content>): void {
    if (reading.etag === this.etag) return;
    this.etag = reading.etag;
    const theirs = reading.content;
    const { content } = this.state;
    if (!content || !this.agreed) {
      this.agreed = { mine: theirs, theirs };
      this.set({ content: theirs, status: 'saved', savedAt: reading.at, problem: undefined });
      return;
    }
    const merged = mergeDraft(
      { before: this.agreed.mine, now: content },
      { before: this.agreed.theirs, now: theirs },
    );
    const isNew = (conflict: Conflict) => merged.conflicts.every((each) => each.path !== conflict.path);
    this.agreed = { mine: theirs, theirs };
    this.set({
      conflicts: [...this.state.conflicts.filter(isNew), ...merged.conflicts],
      savedAt: reading.at,
    });
    this.adopt(merged.content);
  }

  private adopt(content: Content): void {
    const paths = findDifferences(this.state.content, content);
    this.set({ content });
    if (paths.length > 0) this.onMerged(content, paths);
  }

  /** After a saving: what is still to be sent, or what the reader must know. */
  private settle(): void {
    const { status } = this.state;
    if (status === 'offline' || status === 'signedOut') return;
    if (this.partsToSend().length > 0) return this.change(this.state.content!);
    const left = this.changedParts().some((part) => this.refused.has(part));
    if (!left) this.refused.clear();
    if (left) this.set({ status: status === 'stopped' ? 'stopped' : 'refused' });
    else if (status !== 'reading') this.set({ status: 'saved', problem: undefined });
  }

  private set(changes: Partial<DraftState<Content>>): void {
    this.state = { ...this.state, ...changes };
    this.listeners.forEach((listener) => listener());
  }
}
