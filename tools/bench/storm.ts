import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import autocannon from 'autocannon';
import { DEMO_PASSWORD, emailOf } from '#core/demo';
import { must } from './ask.js';
import { compare, tell } from './bench.js';
import type { World } from './world.js';

const PER_SECOND = 500;
const CONNECTIONS = 64;
/** A deadline evening: mostly reading and saving, and some who sign in. */
const SIGN_INS_PER_SECOND = 4;

/**
 * The evening before a call closes: lists, drafts, checks and calls at a steady rate, with people who sign in (passwords
 * hashed at full cost) meanwhile. The 99th percentile in milliseconds, against a server that answers nothing at the same
 * rate. Any answer of 500 or above is an error.
 */
export async function benchStorm(
  world: World,
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<boolean[]> {
  const headers = await world.signIn('sokande.1275');
  const { items } = await must(world, 'GET', 'applications?limit=1&status=draft', headers);
  const [{ id }] = items as [{ id: string }];
  const requests = ['applications?limit=20', `applications/${id}`, 'calls', `applications/${id}/checks`].map(
    (path) => ({
      method: 'GET' as const,
      path: `/api/v1/${path}`,
      headers,
    }),
  );
  const nothing = createServer((_, response) => response.end());
  await new Promise<void>((resolve) => nothing.listen(0, '127.0.0.1', resolve));
  const { port } = nothing.address() as AddressInfo;
  const storm = (url: string, asked?: typeof requests) =>
    autocannon({
      url,
      connections: CONNECTIONS,
      overallRate: PER_SECOND,
      duration: seconds,
      ...(asked && { requests: asked }),
    });
  const figures = await compare(
    rounds,
    async () => {
      const evening = AbortSignal.timeout(seconds * 1_000);
      const [result] = await Promise.all([storm(world.address, requests), signInMeanwhile(world, evening)]);
      const failed = result['5xx'] + result.errors;
      if (failed > 0) throw new Error(`${failed} requests failed in the storm`);
      return result.latency.p99;
    },
    async () => Math.max(1, (await storm(`http://127.0.0.1:${port}`)).latency.p99),
  );
  nothing.close();
  return [tell({ name: 'storm', op: '<=', value: 5 }, figures)];
}

async function signInMeanwhile({ address }: World, evening: AbortSignal): Promise<void> {
  const body = JSON.stringify({ email: emailOf('firmatecknare.1275'), password: DEMO_PASSWORD });
  const signedIn: Promise<void>[] = [];
  while (!evening.aborted) {
    signedIn.push(
      fetch(`${address}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      }).then(({ status }) => {
        if (status >= 500) throw new Error(`Signing in answered ${status} in the storm`);
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 1_000 / SIGN_INS_PER_SECOND));
  }
  await Promise.all(signedIn);
}
