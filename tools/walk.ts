import { join } from 'node:path';
import { root } from './environment.js';
import { theAmendment } from './walk/amendment.js';
import { Unexpected } from './walk/answer.js';
import { theApplication } from './walk/application.js';
import { theAssessment } from './walk/assessment.js';
import { theAudit } from './walk/audit.js';
import { theBooks } from './walk/books.js';
import { theCall } from './walk/call.js';
import { gather } from './walk/cast.js';
import { theDecision } from './walk/decision.js';
import { theEvidence } from './walk/evidence.js';
import { theExports } from './walk/exports.js';
import { theLaterYears } from './walk/later-year.js';
import { theMoney } from './walk/money.js';
import { count, detail, failed, item, plain } from './walk/page.js';
import { thePayments } from './walk/payments.js';
import { theRecovery } from './walk/recovery.js';
import { theReport } from './walk/report.js';
import type { SavedFile } from './walk/saved-file.js';
import { findSystem } from './walk/system.js';
import { bytes } from './walk/words.js';

/** `npm run walk`: one grant through its whole life over HTTP, told as it happens, wrong turns included. */
async function walkThrough(address: string): Promise<void> {
  const began = performance.now();
  const setting = settingOf(new Date());
  plain(`Medel at ${address}, ${setting.today}. This walk is ${setting.run}.`);
  plain('✓ is done. ✗ is refused, as it should be; in «» is what the system says, in Swedish.\n');
  const walk = await gather(address, setting);

  const money = await theMoney(walk);
  const call = await theCall(walk, money);
  const application = await theApplication(walk, call);
  await theEvidence(walk, application);
  const proposal = await theAssessment(walk, money, application);
  const decision = await theDecision(walk, money, proposal);
  const sent = await thePayments(walk, money, decision);
  await theLaterYears(walk, money, decision);
  const amended = await theAmendment(walk, money, decision);
  const repay = await theReport(walk, amended);
  sent.push(...(await theRecovery(walk, money, amended, repay)));
  const books = await theBooks(walk, money);
  const exports = await theExports(walk, books, application);
  await theAudit(walk, application, exports.at(-1)!);

  sumUp([...sent, ...exports], performance.now() - began);
}

/** In any year, and as often as one likes: the names of a walk hold its moment, Stockholm time. */
function settingOf(moment: Date) {
  const [today = '', time = ''] = moment.toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' }).split(' ');
  const year = Number(today.slice(0, 4));
  const years: [number, number, number] = [year, year + 1, year + 2];
  const run = `walk-${today.replaceAll('-', '')}-${time.replaceAll(':', '')}${String(moment.getMilliseconds()).padStart(3, '0')}`;
  return { run, today, years, out: join(root, 'out', run) };
}

function sumUp(files: readonly SavedFile[], milliseconds: number): void {
  const { acts, refusals, checks } = count;
  plain(
    `\n${acts} steps done, ${refusals} refusals shown, ${checks} expectations held, in ${(milliseconds / 1000).toFixed(1)} s.`,
  );
  plain('Saved, with sha256:');
  for (const { name, size, sha256 } of files) {
    item('·', `${name}, ${bytes(size)}`);
    detail(sha256, 7);
  }
}

/** What was expected, what came, and where to look for it in the log. */
function explain(error: unknown): void {
  if (!(error instanceof Unexpected)) {
    const { message, cause } = error as Error;
    return failed(`\n${message}${cause instanceof Error ? `: ${cause.message}` : ''}`);
  }
  failed('\nThe walk stops here: the system answered otherwise than expected.');
  const { asked, expected, came, requestId } = error;
  for (const line of [
    `asked     ${asked}`,
    `expected  ${expected}`,
    `came      ${came}`,
    `request   ${requestId}`,
  ])
    detail(line, 3);
}

try {
  const system = await findSystem();
  try {
    await walkThrough(system.address);
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  } finally {
    await system.stop();
  }
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
