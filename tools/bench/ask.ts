import type { World } from './world.js';

export type Headers = Record<string, string>;
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Answer = { status: number; body: any };

/** A request to the API that is measured, and what it answered, refused or not. */
export async function ask(
  { address }: World,
  method: 'GET' | 'POST',
  path: string,
  headers: Headers,
  body?: object,
): Promise<Answer> {
  const response = await fetch(`${address}/api/v1/${path}`, {
    method,
    headers: body ? { ...headers, 'content-type': 'application/json' } : headers,
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

/** Throws where it was refused: nothing is measured on what did not happen. */
export async function must(...request: Parameters<typeof ask>): Promise<Answer['body']> {
  const { status, body } = await ask(...request);
  if (status >= 400) throw new Error(`${request[1]} ${request[2]}: ${status} ${JSON.stringify(body)}`);
  return body;
}
