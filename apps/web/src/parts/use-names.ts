import { useMemo } from 'react';
import type { Schemas } from '../api/client.js';
import { useAll } from './use-all.js';

/** The clock and the worker act by themselves, as nobody. */
const MEDEL = '00000000-0000-7000-8000-000000000000';

/** Who somebody is, by the id that stands on what they did. One whose name is not ours to read keeps the id. */
export function useNames(): (id: string | null | undefined) => string {
  const { data } = useAll<Schemas['ColleagueView']>('/api/v1/colleagues');
  return useMemo(() => {
    const names = new Map(data?.map(({ id, name }) => [id, name]));
    return (id) => (!id ? '–' : id === MEDEL ? 'Medel' : (names.get(id) ?? id));
  }, [data]);
}
