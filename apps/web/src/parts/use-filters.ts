import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { chosenIn } from '../frame/page.js';

/** What a list is filtered and sorted by, kept in the address, so that a link shows what its sender saw. */
export function useFilters<Name extends string>(names: readonly Name[]) {
  const [search, setSearch] = useSearchParams();
  const values = chosenIn(search, names);
  const set = useCallback(
    (changes: Partial<Record<Name, string | undefined>>) =>
      setSearch(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries<string | undefined>(changes))
            if (value) after.set(name, value);
            else after.delete(name);
          return after;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setSearch],
  );
  return [values, set] as const;
}
