import { findingText, hasText, text, type Told } from '#text';

const NO_BREAK = '\u00a0';
const grouped = new Intl.NumberFormat('sv-SE');
const decimals = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 4, maximumFractionDigits: 4 });

export const kr = (amount: number): string => `${grouped.format(amount)}${NO_BREAK}kr`;
export const number = (value: number): string => decimals.format(value);
export const bytes = (size: number): string => `${grouped.format(size)}${NO_BREAK}bytes`;
export const short = (sha256: string): string => `${sha256.slice(0, 12)}…`;

/** As a reader of the pages meets a code: `status.application.submitted` is «Inlämnad». */
export const swedish = (code: string): string => `«${hasText(code) ? text('sv', code) : code}»`;
export const statusOf = (subject: string, { status }: { status: string }): string =>
  swedish(`status.${subject}.${status}`);

/** A finding as the checks and the refusals send it; the refusals with its text. */
export interface Finding extends Told {
  citation: { sfs: string; section: string; wordingFrom: string } | null;
  path?: string;
  detail?: string;
}

export const MARKS: Record<string, string> = { met: '✓', notMet: '✗', needsJudgement: '?' };

/** The section, the rule and what it says of the facts. */
export function findingLine(finding: Finding): string {
  const { citation, code, path } = finding;
  const name: string = `rule.${code}`;
  const rule = hasText(name) ? text('sv', name) : code;
  const section = citation ? `${citation.section.replaceAll(' ', NO_BREAK)} ` : '';
  const place = path === undefined ? '' : ` (${path})`;
  return `${section}${rule}${place}: «${finding.detail ?? findingText('sv', finding)}»`;
}
