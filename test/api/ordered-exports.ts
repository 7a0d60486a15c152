import { until, type Any, type Client } from '#testing';
import { must } from './stage.js';

/** Orders an export and waits for it: the file as it came, and what is known of it. */
export async function orderExport(
  client: Client,
  order: { kind: string; format?: 'csv' | 'json'; filters?: object; asOf?: string },
): Promise<{ file: string; made: Any }> {
  const ordered = client.post('/exports', { body: { format: 'csv', filters: {}, ...order } });
  const { body } = await must(ordered, 202);
  const made = await until(async () => {
    const { body: state } = await client.get(`/exports/${body.id}`);
    if (state.status === 'failed') throw new Error(JSON.stringify(state));
    return state.status === 'ready' && state;
  });
  const file = (await must(client.get<unknown>(`/exports/${body.id}/file`), 200)).body;
  return { file: typeof file === 'string' ? file : JSON.stringify(file), made };
}

/** The same as objects, with the control sums. */
export async function exportRows(
  client: Client,
  kind: string,
  order: { filters?: object; asOf?: string } = {},
): Promise<{ items: Any[]; sums: Any }> {
  const { file, made } = await orderExport(client, { kind, format: 'json', ...order });
  return { items: JSON.parse(file), sums: made.controlSums };
}
