import type { ReactNode } from 'react';
import { ProblemNotice } from './problem-notice.js';
import { Waiting } from './waiting.js';

interface LoadedProps<T> {
  /** What `useQuery` gives. */
  query: { data: T | undefined; error: unknown };
  children: (data: T) => ReactNode;
}

/** A page's data: waited for, refused, or shown. What was read before stays while a new reading fails. */
export function Loaded<T>({ query: { data, error }, children }: LoadedProps<T>) {
  return (
    <>
      <ProblemNotice error={error} />
      {data === undefined ? error ? null : <Waiting /> : children(data)}
    </>
  );
}
