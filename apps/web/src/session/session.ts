import { useQueryClient } from '@tanstack/react-query';
import type { Actor } from '#domain/access/actor';
import type { Permission } from '#domain/access/permissions';
import { hasPermission } from '#domain/access/policy';
import { api, queries, type Schemas } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { useInstance } from '../frame/instance.js';

export type User = Schemas['SessionUserView'];

/** `null` when nobody is signed in, `undefined` until the server has said. */
export function useSession(): { user: User | null | undefined; error: Error | null } {
  const { hasSession } = useInstance();
  const { data, error } = queries.useQuery(
    'get',
    '/api/v1/session',
    {},
    { staleTime: 60_000, enabled: hasSession === true },
  );
  const isStranger = error !== null && (error as unknown as Problem).code === 'unauthenticated';
  return isStranger || (hasSession === false && !data)
    ? { user: null, error: null }
    : { user: data?.user, error: error as Error | null };
}

/** What the roles may do at all; what may be done to one thing now, its `actions` say. */
export function may(user: User | null | undefined, permission: Permission): boolean {
  return !!user && hasPermission(user as unknown as Actor, permission);
}

export function useSigning() {
  const client = useQueryClient();
  return {
    signIn: async (email: string, password: string) => {
      const { data } = await api.POST('/api/v1/session', { body: { email, password } });
      client.setQueryData(queries.queryOptions('get', '/api/v1/session', {}).queryKey, data);
    },
    signOut: async () => {
      await api.DELETE('/api/v1/session');
      client.clear();
    },
  };
}
