import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Any } from '#testing';
import { root } from '../environment.js';
import type { Answer } from './answer.js';
import type { Walk } from './cast.js';
import type { SavedExport } from './saved-export.js';
import { chapter, detail, done, table } from './page.js';
import { short, swedish } from './words.js';

export async function theAudit(walk: Walk, application: Any, trail: SavedExport): Promise<void> {
  chapter(14, 'The audit (granskningsloggen)');
  const { auditor } = walk;
  const events = (await auditor.get(`/audit-events?subject=${application.id}&limit=200`)).is(200);
  showEvents(events);
  const verified = (await auditor.get('/audit/verification')).is(200).shows({ ok: true, firstBroken: null });
  done(
    `The system verifies all its ${verified.body.events} events: whole. Head ${short(verified.body.head)}`,
  );

  verifyFile(trail);
}

/** By the program that an auditor has, which knows nothing of Medel but what the hashes are made of. */
function verifyFile({ name, path }: SavedExport): void {
  const program = join(root, 'tools/verify-audit.mjs');
  const { status, stdout } = spawnSync(process.execPath, [program, 'en', path], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name} does not verify:\n${stdout}`);
  done(`And here, from ${name} alone, by tools/verify-audit.mjs:`);
  for (const line of stdout.trimEnd().split('\n')) detail(line);
}

interface AuditEvent {
  seq: number;
  at: string;
  action: string;
  hash: string;
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
