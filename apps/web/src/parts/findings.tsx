import { createContext, useContext, useId, type ReactNode } from 'react';
import type { ProblemFinding } from '../api/problem.js';

interface Findings {
  of: readonly ProblemFinding[];
  idOf: (name: string) => string;
}

export const FindingsContext = createContext<Findings>({ of: [], idOf: (name) => name });

/** `costs.0.amount` of the form is `costs[0].amount` of the API. */
const pathOf = (name: string) => name.replace(/\.(\d+)/g, '[$1]');

/** What the server said of one field, and the id that the list of errors leads to. */
export function useFindings(name: string): { id: string; error: ReactNode } {
  const { of, idOf } = useContext(FindingsContext);
  const path = pathOf(name);
  const own = of.filter((finding) => finding.path === path);
  return { id: idOf(path), error: own.length > 0 ? own.map((each) => each.detail).join(' ') : undefined };
}

/** For findings that come from elsewhere than the sending: a draft's checks. */
export function FindingsProvider({ of, children }: { of: readonly ProblemFinding[]; children: ReactNode }) {
  const base = useId();
  return <FindingsContext value={{ of, idOf: (path) => `${base}-${path}` }}>{children}</FindingsContext>;
}
