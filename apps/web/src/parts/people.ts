import { useMemo } from 'react';
import type { Role } from '#domain/access/actor';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { useAll } from './use-all.js';

export type Colleague = Schemas['ColleagueView'];

/** The clock and the worker act by themselves, as nobody. */
const MEDEL = '00000000-0000-7000-8000-000000000000';

/** Whoever one works with. A person at another organisation is not among them, and has no name here. */
export function useColleagues() {
  const { data } = useAll<Colleague>('/api/v1/colleagues');
  return useMemo(() => {
    const all: readonly Colleague[] = data ?? [];
    const names = new Map(all.map(({ id, name }) => [id, name]));
    return {
      all,
      isRead: data !== undefined,
      /** Those with the role who still work here. */
      in: (role: Role) => all.filter(({ roles, isActive }) => isActive && roles.includes(role)),
      name: (id: string | null | undefined) => (id ? names.get(id) : undefined),
    };
  }, [data]);
}

/** The name behind an id: the API tells who did something by id alone. Of another organisation's people only whose they are. */
export function usePeople(): (id: string | null | undefined, otherwise?: string) => string {
  const { t } = useText();
  const { name } = useColleagues();
  return (id, otherwise = t('web.people.other')) => (id ? (name(id) ?? otherwise) : '–');
}

/** The same where Medel itself may have acted: whose name is not ours to read is called `otherwise`, or by the id. */
export function useNames(): (id: string | null | undefined, otherwise?: string) => string {
  const { name, isRead } = useColleagues();
  return (id, otherwise) =>
    !id ? '–' : id === MEDEL ? 'Medel' : (name(id) ?? (isRead ? (otherwise ?? id) : '…'));
}
