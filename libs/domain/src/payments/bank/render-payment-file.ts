import type { Account } from '../accounts/account.js';
import { sumKronor, type Kronor } from '../../shared/money.js';
import { toBankText } from './bank-text.js';
import {
  batchesOf,
  type OrderBatch,
  type OrderLine,
  type Payer,
  type PaymentOrder,
} from './payment-order.js';

export const PAIN_001 = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09';

/** Clearing numbers that stand for the giro systems where a bank is named, as Swedish banks have agreed. */
const CLEARING = { bankgiro: '9900', plusgiro: '9960' } as const;

type Part = string | readonly Part[];

const escaped = (text: string) =>
  text.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character]!);
const leaf = (name: string, text: string, attributes = ''): Part =>
  `<${name}${attributes}>${escaped(text)}</${name}>`;
const branch = (name: string, ...parts: Part[]): Part => [`<${name}>`, parts, `</${name}>`];

/** Whole kronor as a bank writes an amount. */
const amountOf = (kronor: Kronor) => `${kronor}.00`;

/**
 * The file that asks the bank to pay: ISO 20022 `pain.001.001.09`, UTF-8, one `PmtInf` a day. The same order gives the same
 * characters. Names and texts are written in the characters that a bank takes.
 */
export function renderPaymentFile(order: PaymentOrder): string {
  const batches = batchesOf(order);
  const body = branch(
    'CstmrCdtTrfInitn',
    branch(
      'GrpHdr',
      leaf('MsgId', order.messageId),
      leaf('CreDtTm', order.createdAt),
      totals(order.lines),
      branch('InitgPty', leaf('Nm', nameOf(order.payer.name)), organisation(order.payer)),
    ),
    batches.map((batch, index) => paymentInformation(order, batch, index + 1)),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<Document xmlns="${PAIN_001}">`,
    ...indented(body, 1),
    '</Document>',
    '',
  ].join('\n');
}

function paymentInformation({ messageId, payer }: PaymentOrder, batch: OrderBatch, number: number): Part {
  return branch(
    'PmtInf',
    leaf('PmtInfId', `${messageId}-${number}`),
    leaf('PmtMtd', 'TRF'),
    totals(batch.lines),
    branch('PmtTpInf', branch('SvcLvl', leaf('Cd', 'NURG'))),
    branch('ReqdExctnDt', leaf('Dt', batch.executeOn)),
    branch('Dbtr', leaf('Nm', nameOf(payer.name)), organisation(payer)),
    branch('DbtrAcct', branch('Id', leaf('IBAN', payer.iban)), leaf('Ccy', 'SEK')),
    branch('DbtrAgt', branch('FinInstnId', leaf('BICFI', payer.bic))),
    leaf('ChrgBr', 'SLEV'),
    batch.lines.map(transaction),
  );
}

function transaction({ endToEndId, amount, payee, account, text }: OrderLine): Part {
  return branch(
    'CdtTrfTxInf',
    branch('PmtId', leaf('EndToEndId', endToEndId)),
    branch('Amt', leaf('InstdAmt', amountOf(amount), ' Ccy="SEK"')),
    creditorAgent(account),
    branch('Cdtr', leaf('Nm', nameOf(payee))),
    creditorAccount(account),
    branch('RmtInf', leaf('Ustrd', toBankText(text, 140))),
  );
}

function creditorAgent({ kind, bic }: Account): Part {
  if (kind === 'iban') return bic === null ? [] : branch('CdtrAgt', branch('FinInstnId', leaf('BICFI', bic)));
  const system = branch('ClrSysId', leaf('Cd', 'SESBA'));
  const member = branch('ClrSysMmbId', system, leaf('MmbId', CLEARING[kind]));
  return branch('CdtrAgt', branch('FinInstnId', member));
}

/** A bankgiro number by its own scheme, a plusgiro number as the domestic account that it is. */
function creditorAccount({ kind, number }: Account): Part {
  if (kind === 'iban') return branch('CdtrAcct', branch('Id', leaf('IBAN', number)));
  const scheme = kind === 'bankgiro' ? leaf('Prtry', 'BGNR') : leaf('Cd', 'BBAN');
  return branch('CdtrAcct', branch('Id', branch('Othr', leaf('Id', number), branch('SchmeNm', scheme))));
}

function organisation({ organisationNumber }: Payer): Part {
  const other = branch('Othr', leaf('Id', organisationNumber), branch('SchmeNm', leaf('Cd', 'COID')));
  return branch('Id', branch('OrgId', other));
}

function totals(lines: readonly OrderLine[]): Part {
  const sum = sumKronor(lines.map(({ amount }) => amount));
  return [leaf('NbOfTxs', String(lines.length)), leaf('CtrlSum', amountOf(sum))];
}

const nameOf = (name: string) => toBankText(name, 70);

/** A branch is its opening tag, its parts and its closing tag: what stands between is one step further in. */
function indented(part: Part, depth: number): string[] {
  if (typeof part === 'string') return [`${'  '.repeat(depth)}${part}`];
  const isBranch = part.length === 3 && typeof part[0] === 'string' && !part[0].includes('</');
  return part.flatMap((each, index) => indented(each, isBranch && index === 1 ? depth + 1 : depth));
}
