import type { World } from './world.js';

/** Complete drafts in the open call, copied from one that was made and filled in over HTTP. */
export async function prepareDrafts(world: World, count: number): Promise<string[]> {
  const headers = { ...(await world.signIn('sokande.1275')), 'content-type': 'application/json' };
  const { rows: calls } = await world.owner.query<{ id: string; years: number[] }>(
    `SELECT id, years FROM calls WHERE status = 'published' AND step = 'measures' ORDER BY created_at DESC LIMIT 1`,
  );
  const [call] = calls;
  const { rows: models } = await world.owner.query<{ content: object }>(
    `SELECT content FROM applications WHERE call_id = $1 AND status IN ('submitted', 'underAssessment') ORDER BY id LIMIT 1`,
    [call!.id],
  );
  const [model] = models;
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) {
    const draft = await send(`${world.address}/api/v1/applications`, 'POST', headers, { callId: call!.id });
    const tag = { ...headers, 'if-match': draft.etag };
    await send(`${world.address}/api/v1/applications/${draft.id}`, 'PATCH', tag, model!.content);
    ids.push(draft.id);
  }
  // As the server would do by itself within a minute: what follows is planned on what is there.
  await world.owner.query('ANALYZE');
  return ids;
}

async function send(url: string, method: string, headers: Record<string, string>, body: object) {
  const response = await fetch(url, { method, headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
  const { id } = (await response.json()) as { id: string };
  return { id, etag: response.headers.get('etag')! };
}
