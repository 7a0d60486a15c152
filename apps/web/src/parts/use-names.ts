import { useMemo } from 'react';
import type { Schemas } from '../api/client.js';
import { useAll } from './use-all.js';

/** The clock and the worker act by themselves, as nobody. */
const MEDEL = '00000000-0000-7000-8000-000000000000';

/**
 * Who somebody is, by the id that stands on what they did. Whose name is not ours to read, as that of a person at another
 * organisation, is called `otherwise`, which is the id where nothing is said.
 */
export function useNames(): (id: string | null | undefined, otherwise?: string) => string {
  const { data } = useAll<Schemas['ColleagueView']>('/api/v1/colleagues');
  return useMemo(() => {
    const names = new Map(data?.map(({ id, name }) => [id, name]));
    return (id, otherwise) =>
      !id ? '–' : id === MEDEL ? 'Medel' : (names.get(id) ?? (data ? (otherwise ?? id) : '…'));
  }, [data]);
}
