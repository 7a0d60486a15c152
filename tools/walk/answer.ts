import { isDeepStrictEqual } from 'node:util';
import type { Any } from '#testing';
import { count, item, refused } from './page.js';
import { findingLine, MARKS, type Finding } from './words.js';

/** The system answered otherwise than the walk expects, and the walk ends. */
export class Unexpected extends Error {
  constructor(
    readonly asked: string,
    readonly expected: string,
    readonly came: string,
    readonly requestId: string,
  ) {
    super(`${asked}: expected ${expected}, came ${came}`);
  }
}

/** What the system answered, with what may be expected of it. Every expectation is counted. */
export class Answer {
  constructor(
    readonly asked: string,
    readonly status: number,
    readonly headers: Headers,
    readonly body: Any,
  ) {}

  get requestId(): string {
    return this.headers.get('x-request-id') ?? 'none';
  }

  is(status: number): this {
    return this.expect(this.status === status, `status ${status}`, this.toString());
  }

  /** The body has at least this: an object its named fields, a list exactly its members. */
  shows(expected: unknown): this {
    return this.compare('', expected, this.body);
  }

  /** Something that was worked out from the answer. */
  agrees(what: string, came: unknown, expected: unknown): this {
    return this.expect(
      isDeepStrictEqual(came, expected),
      `${what} ${JSON.stringify(expected)}`,
      JSON.stringify(came),
    );
  }

  /** Refused as it should be: told with the server's own words, and every finding that is not met. */
  refuses(status: number, code: string, told: string): this {
    this.is(status).shows({ status, code });
    refused(`${told} → ${status} ${code}: «${this.body.title}. ${this.body.detail}»`);
    for (const finding of this.failures) item(MARKS[finding.outcome ?? 'notMet']!, findingLine(finding));
    return this;
  }

  get failures(): Finding[] {
    const findings = (this.body.findings ?? []) as Finding[];
    return findings.filter((finding) => finding.outcome !== 'met');
  }

  /** The finding of a refusal; the walk ends when it is not there. */
  finding(code: string): Finding & { data: Any } {
    const found = this.failures.find((finding) => finding.code === code);
    this.expect(found !== undefined, `a finding ${code}`, this.failures.map((each) => each.code).join(', '));
    return found as Finding & { data: Any };
  }

  toString(): string {
    if (this.status < 400) return `status ${this.status}`;
    const findings = this.failures.map(findingLine).join(' ');
    return `status ${this.status} ${this.body.code} «${this.body.detail}» ${findings}`.trim();
  }

  private compare(path: string, expected: unknown, came: Any): this {
    const place = path === '' ? 'the answer' : path;
    if (expected instanceof RegExp)
      return this.expect(expected.test(String(came)), `${place} like ${expected}`, JSON.stringify(came));
    if (typeof expected !== 'object' || expected === null)
      return this.expect(came === expected, `${place} ${JSON.stringify(expected)}`, JSON.stringify(came));
    if (Array.isArray(expected))
      this.expect(came?.length === expected.length, `${place} of ${expected.length}`, JSON.stringify(came));
    for (const [name, value] of Object.entries(expected))
      this.compare(path === '' ? name : `${path}.${name}`, value, came?.[name]);
    return this;
  }

  private expect(isSo: boolean, expected: string, came: string): this {
    if (!isSo) throw new Unexpected(this.asked, expected, came, this.requestId);
    count.checks += 1;
    return this;
  }
}
