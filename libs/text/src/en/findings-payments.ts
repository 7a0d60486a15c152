import type { paymentFindings as sv } from '../sv/findings-payments.js';

export const paymentFindings: Record<keyof typeof sv, string> = {
  'finding.heldBackByReport':
    'The payment waits for the report that was due on {dueOn}. It needs to be approved first.',
  'finding.heldBackByCondition':
    'The payment waits for condition {condition} of the decision to be met: {motive}',
  'finding.heldBackByOfficer': 'The payment is withheld: {reason}',
  'finding.decisionNoLongerPays': 'The decision no longer gives a payment for {year}.',
  'finding.payerNotConfigured':
    'The account of the agency is not configured, so no payment file can be made.[ Check {fields}.] Ask whoever runs Medel to configure it.',
  'finding.payeeAccountMissing':
    '{name} has no approved account to pay to today. An account needs to be proposed and approved, and a change waits seven days.',
  'finding.payeeAccountBounced':
    'The bank has returned a payment to the account that {name} has ({reason}). Another account needs to be approved first.',
  'finding.bankRefuses': 'The bank would not take the file: {problem} in {path}[, where it says {value}].',
  'finding.settlementOfOtherFile':
    'The notice is about another file, {told}. This file is called {messageId}.',
};
