import type { Any, Client } from '#testing';

/** Where an example of what a page shows is found, by the page's path; the second is the field that its address holds. */
const SOURCES: Record<string, readonly [list: string, field: string]> = {
  '/stod/:code': ['/public/programmes', 'code'],
  '/ansokningar/:id': ['/applications?status=draft', 'id'],
  '/arenden/:id': ['/applications?status=underAssessment', 'id'],
  '/arenden/:id/jamfor': ['/applications?status=underAssessment', 'id'],
  '/arenden/:id/forslag': ['/applications?status=underAssessment', 'id'],
  '/simulator/:call': ['/calls', 'id'],
  '/beslut/:id': ['/decisions', 'id'],
  '/anslag/:id': ['/appropriations', 'id'],
  '/utbetalningar/:id': ['/payments', 'id'],
  '/utbetalningar/filer/:id': ['/payment-files', 'id'],
  '/redovisningar/:id': ['/reports', 'id'],
  '/redovisningar/:id/bokforing': ['/reports', 'id'],
  '/redovisningar/underlag/:id': ['/evidence-demands', 'id'],
  '/aterkrav/:id': ['/recoveries', 'id'],
  '/matt/:organisation': ['/organisations?code=1280', 'id'],
  '/uttag/:id': ['/exports', 'id'],
  '/uttag/aterkommande/:id': ['/export-schedules', 'id'],
  '/granskning/stickprov/:id': ['/samples', 'id'],
  '/gallring/:id': ['/thinnings', 'id'],
  '/admin/datamangder/:id': ['/measure-datasets', 'id'],
  '/admin/stod/:code': ['/programmes', 'code'],
  '/admin/anvandare/:id': ['/users', 'id'],
};

/** The address of a page with a real example in it; `null` where there is none that this person may see. */
export async function exampleOf(path: string, client: Client): Promise<string | null> {
  const parameter = /:(\w+)/.exec(path)?.[0];
  if (!parameter) return path;
  if (path === '/stod/:code/formular/:callId') {
    const [call] = (await client.get('/public/calls')).body.items as Any[];
    return `/stod/${call.programmeCode}/formular/${call.id}`;
  }
  const source = SOURCES[path];
  if (!source) throw new Error(`Say in test/e2e/examples.ts where an example of ${path} is found`);
  const [list, field] = source;
  const { status, body } = await client.get(list);
  const first = status === 200 ? (body.items as Any[])[0] : undefined;
  return first ? path.replace(parameter, first[field]) : null;
}
