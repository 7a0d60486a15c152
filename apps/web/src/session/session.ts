import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { Actor } from '#domain/access/actor';
import type { Permission } from '#domain/access/permissions';
import { hasPermission } from '#domain/access/policy';
import { api, queries, type Schemas } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { instanceQuery, useInstance } from '../frame/instance.js';
import { forgetWritten } from '../frame/storage.js';

export type User = Schemas['SessionUserView'];
export type Session = Schemas['SessionView'];
/** What the session must do before anything else, if anything. */
export type SecondFactorState = Session['secondFactor'];

/** Whether the person is in, and not still at the door. */
export const isThrough = (state: SecondFactorState | undefined): boolean =>
  state === 'notAsked' || state === 'proven';

export const SECOND_FACTOR_PAGE = '/tva-steg';

const sessionQuery = queries.queryOptions('get', '/api/v1/session', {});
const sessionKey = sessionQuery.queryKey;

/**
 * Whose Medel this is and who is signed in, learnt before anything is drawn: the menu and the ribbon of the demo would push
 * the page aside if they came later. What cannot be learnt at once is asked again by whoever needs it.
 * `then` is told of the session, or of `null`, as soon as it is known; `meanwhile` is what whoever has one waits for as well.
 */
export async function lookAround(
  client: QueryClient,
  then: (session: Session | null) => void,
  meanwhile: () => Promise<unknown>,
): Promise<void> {
  try {
    const { hasSession } = await client.fetchQuery(instanceQuery);
    if (hasSession) await Promise.all([client.fetchQuery(sessionQuery).then(then), meanwhile()]);
    else then(null);
  } catch {
    // Whoever needs it asks again, and says that there was no answer.
  }
}

/** `null` when nobody is signed in, `undefined` until the server has said. */
export function useSession(): {
  user: User | null | undefined;
  secondFactor?: SecondFactorState;
  error: Error | null;
} {
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
    : { user: data?.user, secondFactor: data?.secondFactor, error: error as Error | null };
}

/** What the roles may do at all; what may be done to one thing now, its `actions` say. */
export function may(user: User | null | undefined, permission: Permission): boolean {
  return !!user && hasPermission(user as unknown as Actor, permission);
}

export function useSigning() {
  const client = useQueryClient();
  const enter = (session: Session) => client.setQueryData(sessionKey, session);
  return {
    /** Who has a second step is not in yet: whoever asks for the password asks for that too, and then lets them enter. */
    signIn: async (email: string, password: string): Promise<Session> => {
      const { data } = await api.POST('/api/v1/session', { body: { email, password } });
      if (data!.secondFactor !== 'prove') enter(data!);
      return data!;
    },
    enter,
    /** Where the session stands now, asked anew. */
    look: async (): Promise<Session> => {
      const { data } = await api.GET('/api/v1/session');
      return data!;
    },
    signOut: async () => {
      await api.DELETE('/api/v1/session');
      forgetWritten();
      client.clear();
    },
  };
}
