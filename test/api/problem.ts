import { expect } from '@jest/globals';
import type { Any, Answer, Medel } from '#testing';

/** Everything that anyone could have changed, as the database holds it. A worker may seal a letter meanwhile. */
export async function everything({ owner }: Medel): Promise<string> {
  const { rows } =
    await owner.query(`SELECT (SELECT count(*) FROM audit_events WHERE subject_type <> 'letter') AS events,
    (SELECT count(*) FROM calls) AS calls, (SELECT count(*) FROM appropriations) AS appropriations,
    (SELECT count(*) FROM decisions) AS decisions, (SELECT count(*) FROM exports) AS exports,
    (SELECT sum(version) FROM export_schedules) AS schedules,
    (SELECT count(*) FROM sessions) AS sessions, (SELECT count(*) FROM idempotency_keys) AS keys,
    (SELECT count(*) FROM outbox_messages) AS messages, (SELECT count(*) FROM ledger_entries) AS entries,
    (SELECT md5(string_agg(content::text || status, '' ORDER BY id)) FROM applications) AS applications,
    (SELECT md5(string_agg(content::text || status, '' ORDER BY id)) FROM reports) AS reports,
    (SELECT count(*) FROM accounting_imports) AS imports, (SELECT count(*) FROM samples) AS samples,
    (SELECT count(*) FROM evidence_files) AS proofs, (SELECT count(*) FROM application_attachments) AS attachments`);
  return JSON.stringify(rows[0]);
}

/** A refusal as the contract has it. */
export function expectProblem(answer: Answer<Any>, status: number, code: string): void {
  const { body, headers } = answer;
  expect([answer.status, body.code ?? body]).toEqual([status, code]);
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(headers.get('content-language')).toBe('sv');
  expect(body).toMatchObject({
    type: `https://medel.example/problems/${code}`,
    title: expect.any(String),
    detail: expect.any(String),
    status,
    requestId: headers.get('x-request-id'),
  });
  expect(JSON.stringify(body)).not.toMatch(/ at .*:\d+:\d+|SELECT|node_modules|DatabaseError/);
  for (const finding of body.findings ?? []) {
    expect(finding.detail).not.toBe(finding.code);
    expect(finding.detail.length).toBeGreaterThan(10);
  }
}

export const findingsOf = ({ body }: Answer<Any>): string[] =>
  (body.findings ?? []).map(({ path = '', code }: Any) => `${path} ${code}`.trim()).toSorted();
