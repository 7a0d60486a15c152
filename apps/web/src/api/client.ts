import createClient, { type Middleware } from 'openapi-fetch';
import createQueries from 'openapi-react-query';
import type { components, paths } from '#api-client';
import { problemOf, unreachable, type Problem } from './problem.js';

export type Schemas = components['schemas'];

/** The language that answers are asked for in: what `<html lang>` says. */
const asked = () => document.documentElement.lang;

/** What was asked, as it would be asked again after a proof. A form with a file is not kept twice. */
const copies = new Map<string, Request>();

/** Every refusal is thrown as a `Problem`, so that nobody has to look at both halves of an answer. */
const refusals: Middleware = {
  onRequest({ id, request }) {
    request.headers.set('accept-language', asked());
    const hasFile = request.headers.get('content-type')?.startsWith('multipart/') ?? false;
    if (!hasFile) copies.set(id, request.clone());
  },
  async onResponse({ id, response }) {
    const copy = copies.get(id);
    copies.delete(id);
    if (response.ok) return;
    const problem = await problemOf(response);
    if (copy && demandsProof(problem) && (await askForProof(problem))) return repeated(copy);
    if (problem.code === 'unauthenticated' && !isAboutSigningIn(response)) ended.forEach((tell) => tell());
    throw problem;
  },
  onError({ id, error }) {
    copies.delete(id);
    // An answer that nobody waits for any longer is no problem of the network.
    if (error instanceof DOMException && error.name === 'AbortError') return error;
    return error instanceof TypeError ? unreachable() : (error as Error);
  },
};

/** The same request, word for word: with its `Idempotency-Key` it acts once, however often it was refused. */
async function repeated(copy: Request): Promise<Response> {
  const response = await fetch(copy);
  if (!response.ok) throw await problemOf(response);
  return response;
}

const demandsProof = ({ code }: Problem) => code === 'stepUpRequired' || code === 'secondFactorRequired';

/** Answers whether a proof was given. */
type AskForProof = (problem: Problem) => Promise<boolean>;
let asks: AskForProof | undefined;
let isAsking: Promise<boolean> | undefined;

/** Whoever can ask a person to prove who they are. What is refused meanwhile waits for the same answer. */
export function onProofDemanded(ask: AskForProof): () => void {
  asks = ask;
  return () => void (asks = undefined);
}

function askForProof(problem: Problem): Promise<boolean> {
  isAsking ??= (asks?.(problem) ?? Promise.resolve(false)).finally(() => (isAsking = undefined));
  return isAsking;
}

/** Who wants to know that the session has ended. */
const ended = new Set<() => void>();

export function onUnauthenticated(tell: () => void): () => void {
  ended.add(tell);
  return () => void ended.delete(tell);
}

const isAboutSigningIn = (response: Response) => new URL(response.url).pathname === '/api/v1/session';

/** For forms and files: `api.PATCH('/api/v1/reports/{id}', { params, body })`. */
export const api = createClient<paths>({ baseUrl: location.origin });
api.use(refusals);

/** For pages: `queries.useQuery('get', '/api/v1/decisions/{id}', { params: { path: { id } } })`. */
export const queries = createQueries(api);

/** A `POST` that must not happen twice, however often it is sent: one key for one intent. */
export const intent = (): { 'Idempotency-Key': string } => ({ 'Idempotency-Key': crypto.randomUUID() });

/** A step of a lifecycle, by its name among the `actions` of a thing: `POST …/{id}/{action}`. */
export function postAct(
  collection: string,
  id: string,
  action: string,
  body: object = {},
  headers = intent(),
): Promise<unknown> {
  const path = `/api/v1/${collection}/{id}/${action}` as '/api/v1/applications/{id}/request-completion';
  const hasBody = Object.keys(body).length > 0;
  return api.POST(path, { params: { path: { id } }, headers, ...(hasBody ? { body } : {}) } as never);
}
