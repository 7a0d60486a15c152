/** Payments, accounts and files to the bank. */
export const paymentFindings = {
  'finding.heldBackByReport':
    'Utbetalningen väntar på redovisningen som skulle lämnas den {dueOn}. Den behöver först godkännas.',
  'finding.heldBackByCondition':
    'Utbetalningen väntar på att villkor {condition} i beslutet uppfylls: {motive}',
  'finding.heldBackByOfficer': 'Utbetalningen hålls inne: {reason}',
  'finding.decisionNoLongerPays': 'Beslutet ger inte längre någon utbetalning för {year}.',
  'finding.payerNotConfigured':
    'Myndighetens konto är inte inställt, så ingen betalfil kan göras.[ Kontrollera {fields}.] Be den som driver Medel att ställa in det.',
  'finding.payeeAccountMissing':
    '{name} har inget godkänt konto att betala till i dag. Ett konto behöver föreslås och godkännas, och ett byte väntar sju dagar.',
  'finding.payeeAccountBounced':
    'Banken har lämnat tillbaka en utbetalning till det konto som {name} har ({reason}). Ett annat konto behöver godkännas först.',
  'finding.bankRefuses': 'Banken skulle inte ta emot filen: {problem} i {path}[, där det står {value}].',
  'finding.settlementOfOtherFile': 'Beskedet gäller en annan fil, {told}. Den här filen heter {messageId}.',
} as const;
