import type { Schemas } from '../api/client.js';

type Declaration = Schemas['InterestDeclarationView'];

/** What somebody has said of their own interest in a case, the latest; `null` where nothing has been said. */
export function declaredBy(
  userId: string | undefined,
  declarations: readonly Declaration[] = [],
): Declaration['interest'] | null {
  const own = declarations.filter((each) => each.userId === userId);
  const latest = own.sort((a, b) => (a.declaredAt < b.declaredAt ? -1 : 1)).at(-1);
  return latest?.interest ?? null;
}

/** Where the work that an interest would bar somebody from has ended, nobody is asked about it. */
const OVER: readonly string[] = ['decided', 'discarded', 'withdrawn'];

/** Whether it is to be asked before anything else is done (förvaltningslagen 16–18 §§). */
export const isToBeAsked = (
  { status, actions }: Pick<Schemas['ApplicationDetail'], 'status' | 'actions'>,
  declared: Declaration['interest'] | null,
): boolean => declared === null && actions.includes('declare-conflict-of-interest') && !OVER.includes(status);
