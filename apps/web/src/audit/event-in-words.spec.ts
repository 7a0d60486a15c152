import { describe, expect, it } from '@jest/globals';
import { eventInWords, type Writing } from './event-in-words.js';

const SOMEBODY = '01a22185-725e-7486-9c23-7a44e6fa2137';
const writing: Writing = {
  label: (key) => (['sha256', 'contentSha256', 'paymentFileId', 'callId'].includes(key) ? undefined : key),
  named: (group, value) => `${group}.${value}`,
  kr: (amount) => `${amount} kr`,
  number: String,
  day: (day) => day,
  person: (id) => (id === SOMEBODY ? 'Demo Handläggare' : undefined),
};
const words = (subjectType: string, data: object) => eventInWords({ subjectType, data }, writing);

describe('an event in words', () => {
  it('tells the status where it changed, and not where it stayed', () => {
    expect(words('application', { from: 'draft', to: 'submitted', number: 1, contentSha256: 'ab' })).toEqual([
      'status: status.application.draft → status.application.submitted',
      'number: 1',
    ]);
    expect(
      words('application', { from: 'underAssessment', to: 'underAssessment', assignedTo: SOMEBODY }),
    ).toEqual(['assignedTo: Demo Handläggare']);
  });

  it('leaves out what is only for machines: checksums, and ids of what is no person', () => {
    expect(
      words('payment', {
        from: 'attested',
        to: 'sent',
        paymentFileId: '01a22185-86b9-7212-bee6-6dbb77d16ffb',
        replacedBy: '01a22185-86b9-7212-bee6-6dbb77d16ffb',
      }),
    ).toEqual(['status: status.payment.attested → status.payment.sent']);
  });

  it('tells sums, days, lists and what is inside', () => {
    expect(
      words('recovery', {
        grounds: 'settlement',
        amount: 80_000,
        years: [{ year: 2025, amount: 80_000 }],
        dueOn: '2026-12-02',
      }),
    ).toEqual([
      'grounds: recoveryGround.settlement',
      'amount: 80000 kr',
      'years: year: 2025, amount: 80000 kr',
      'dueOn: 2026-12-02',
    ]);
    expect(words('application', { parts: ['title', 'costs'] })).toEqual([
      'parts: web.audit.part.title, web.audit.part.costs',
    ]);
  });

  it('knows a word that means two things by what stands beside it', () => {
    expect(words('application', { interest: 'possible' })).toEqual(['conflict: interest.possible']);
    expect(words('recovery', { interest: 0 })).toEqual(['interest: 0 kr']);
    expect(words('letter', { kind: 'amendment' })).toEqual(['kind: letterKind.amendment']);
    expect(words('decision', { outcome: 'approve', note: null })).toEqual([
      'outcome: decisionOutcome.approve',
    ]);
  });
});
