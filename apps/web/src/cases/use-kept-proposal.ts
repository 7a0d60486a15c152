import { useState } from 'react';
import { remember, remembered } from '../frame/storage.js';
import { now } from '../parts/today.js';
import { useSession } from '../session/session.js';
import { readKept } from './kept-proposal.js';
import type { ProposalValues } from './proposal.js';

/**
 * What an officer has written of a proposal. The server has no draft of one, so it is kept in this browser, by who wrote
 * it and of which case, until it is handed over, thrown away, or its writer signs out.
 */
export function useKeptProposal(applicationId: string, years: readonly number[]) {
  const { user } = useSession();
  const name = `written.proposal.${user?.id}.${applicationId}`;
  const [found] = useState(() => readKept(remembered(name), years));
  const [savedAt, setSavedAt] = useState<string | null>(found?.at ?? null);
  return {
    found,
    /** `null` where nothing is kept: nothing is written yet, or the browser keeps nothing. */
    savedAt,
    keep: (values: ProposalValues) => {
      const at = now();
      setSavedAt(remember(name, JSON.stringify({ values, at })) ? at : null);
    },
    forget: () => {
      remember(name, null);
      setSavedAt(null);
    },
  };
}
