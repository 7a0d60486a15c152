import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Any } from '#testing';
import type { Answer } from './answer.js';
import type { Walk } from './cast.js';
import { Chains, type AuditEvent } from './chain.js';
import type { SavedExport } from './saved-export.js';
import { chapter, detail, done, table } from './page.js';
import { short, swedish } from './words.js';

const DATA = '"data":';
const AFTER_DATA = ',"previousHash":';

export async function theAudit(walk: Walk, application: Any, trail: SavedExport): Promise<void> {
  chapter(14, 'The audit (granskningsloggen)');
  const { auditor } = walk;
  const events = (await auditor.get(`/audit-events?subject=${application.id}&limit=200`)).is(200);
  showEvents(events);
  const verified = (await auditor.get('/audit/verification')).is(200).shows({ ok: true, firstBroken: null });
  done(
    `The system verifies all its ${verified.body.events} events: whole. Head ${short(verified.body.head)}`,
  );

  const chains = await readTrail(trail);
  trail.ready.agrees('events in the file', chains.events, trail.ready.body.rowCount);
  done(
    `And here, from ${trail.name} alone: ${chains.events} events in ${chains.size} chains, each hash computed again as SHA-256 of the event’s fields, one a line, after the hash before it. All agree.`,
  );
  await compareHeads(auditor, chains);
}

function showEvents(events: Answer): void {
  const actions = events.body.items.map((event: AuditEvent) => event.action);
  events.agrees('first and last act', [actions[0], actions.at(-1)], ['create', 'decide']);
  done(
    `The auditor lists the ${events.body.total} events of the case, from the first draft to the decision, with the beginning of each hash:`,
  );
  table(
    events.body.items.map(({ seq, at, action, hash }: AuditEvent) => [
      String(seq).padStart(2),
      at.slice(0, 23).replace('T', ' '),
      action,
      swedish(`action.application.${action}`),
      short(hash),
    ]),
    'left',
  );
}

/** An event a line. Its data is taken as it stands, because the hash is of that very text. */
async function readTrail({ path, ready }: SavedExport): Promise<Chains> {
  const chains = new Chains();
  for await (const line of createInterface(createReadStream(path))) {
    const text = line.replace(/^,/, '');
    if (!text.startsWith('{')) continue;
    const data = text.slice(text.indexOf(DATA) + DATA.length, text.lastIndexOf(AFTER_DATA));
    ready.agrees('what is wrong', chains.add({ ...(JSON.parse(text) as AuditEvent), data }), undefined);
  }
  return chains;
}

/** The file is a moment of the past: the events since then, its own among them, lead from it to the head of today. */
async function compareHeads(reader: Walk['auditor'], chains: Chains): Promise<void> {
  const inFile = chains.events;
  let server = await catchUp(reader, chains);
  // Somebody else may have worked in between.
  for (let tries = 0; server.body.head !== chains.head() && tries < 10; tries += 1)
    server = await catchUp(reader, chains);
  server.agrees('head', server.body.head, chains.head()).agrees('events', server.body.events, chains.events);
  const since = chains.events - inFile;
  done(
    `With what was written since the file was made (${since === 1 ? '1 event' : `${since} events`}), the head computed here is the head that the system gives:`,
  );
  detail(chains.head());
  detail('Write it down somewhere else: it proves later that nothing was changed or cut off.');
}

/** Adds what was written since, oldest first, and asks the system where it stands then. */
async function catchUp(reader: Walk['auditor'], chains: Chains): Promise<Answer> {
  const fresh: AuditEvent[] = [];
  let page: Answer;
  let cursor = '';
  do {
    page = (await reader.get(`/audit-events?sort=-at&limit=200${cursor}`)).is(200);
    const unknown = (page.body.items as AuditEvent[]).filter((event) => !chains.knows(event));
    fresh.push(...unknown);
    cursor = unknown.length > 0 && page.body.nextCursor ? `&cursor=${page.body.nextCursor}` : '';
  } while (cursor);
  for (const event of fresh.reverse())
    page.agrees('what is wrong', chains.add({ ...event, data: JSON.stringify(event.data) }), undefined);
  return (await reader.get('/audit/verification')).is(200);
}
