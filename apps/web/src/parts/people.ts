import { useQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';

type Colleague = Schemas['ColleagueView'];

/** Everybody one works with: few enough to be read in once and kept for a while. */
async function readAll(): Promise<Colleague[]> {
  const all: Colleague[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: 200, ...(cursor ? { cursor } : {}) };
    const { data } = await api.GET('/api/v1/colleagues', { params: { query } });
    all.push(...data!.items);
    cursor = data!.nextCursor ?? undefined;
  } while (cursor);
  return all;
}

export function useColleagues(): readonly Colleague[] {
  return useQuery({ queryKey: ['colleagues'], queryFn: readAll, staleTime: 300_000 }).data ?? [];
}

/** The name behind an id: the API tells who did something by id alone. Of another organisation's people only whose they are. */
export function usePeople(): (id: string | null | undefined, otherwise?: string) => string {
  const { t } = useText();
  const colleagues = useColleagues();
  return (id, otherwise = t('web.people.other')) =>
    id ? (colleagues.find((colleague) => colleague.id === id)?.name ?? otherwise) : '–';
}
