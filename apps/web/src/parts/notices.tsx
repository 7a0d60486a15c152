import { useSyncExternalStore } from 'react';

/** One sentence about what was just done, said aloud and shown for a while. Nothing that must be read is told this way. */
let now = '';
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function set(sentence: string): void {
  now = sentence;
  listeners.forEach((listener) => listener());
}

export function tell(sentence: string): void {
  clearTimeout(timer);
  set(sentence);
  timer = setTimeout(() => set(''), 6_000);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export function Notices() {
  const sentence = useSyncExternalStore(subscribe, () => now);
  return (
    <div className="notices" role="status" aria-live="polite">
      {sentence ? <p>{sentence}</p> : null}
    </div>
  );
}
