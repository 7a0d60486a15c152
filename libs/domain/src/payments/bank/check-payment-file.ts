import { isBic } from '../accounts/bic.js';
import { isBankgiro, isPlusgiro } from '../accounts/giro.js';
import { isIban } from '../accounts/iban.js';
import type { LocalDate } from '../../shared/local-date.js';
import { elementsAt, textAt, type XmlElement } from '../../shared/xml.js';
import { isBankId, isBankText } from './bank-text.js';
import { toOre } from './decimal.js';
import { PAIN_001 } from './render-payment-file.js';
import { PAIN_001_SCHEMA } from './pain-schema.js';
import { checkStructure } from './structure.js';

/** Why a bank would turn the file away. `value` is what stands there. */
export interface FileProblem {
  code: string;
  path: string;
  value?: string;
}

/**
 * What a bank checks before it takes a `pain.001.001.09`: the schema, numbers of transactions and control sums for each day
 * and for the whole, ids that are unique and in its characters, texts, accounts with their check digits, amounts in SEK above
 * 0 without parts of an öre, and a day that has not been. Reads the document alone and knows nothing of how it was made.
 */
export function checkPaymentFile(document: XmlElement, { today }: { today: LocalDate }): FileProblem[] {
  if (document.namespace !== PAIN_001)
    return [{ code: 'wrongNamespace', path: 'Document', value: document.namespace }];
  const structure = checkStructure(document, PAIN_001_SCHEMA);
  if (structure.length > 0) return structure;
  const [message] = document.children as [XmlElement];
  const batches = elementsAt(message, 'PmtInf');
  const transactions = elementsAt(message, 'PmtInf', 'CdtTrfTxInf');
  return [
    ...totalProblems(elementsAt(message, 'GrpHdr')[0]!, transactions, 'GrpHdr'),
    ...batches.flatMap((batch, index) => batchProblems(batch, `PmtInf[${index + 1}]`, today)),
    ...duplicates(batches, 'PmtInfId', 'duplicateId', ['PmtInfId']),
    ...duplicates(transactions, 'EndToEndId', 'duplicateEndToEndId', ['PmtId', 'EndToEndId']),
    ...idProblems(message),
    ...textProblems(message, 'CstmrCdtTrfInitn'),
    ...transactions.flatMap((transaction, index) => transactionProblems(transaction, index + 1)),
  ];
}

function totalProblems(header: XmlElement, transactions: readonly XmlElement[], path: string): FileProblem[] {
  const count = textAt(header, 'NbOfTxs');
  const sum = textAt(header, 'CtrlSum');
  const total = transactions.reduce((all, each) => all + (toOre(textAt(each, 'Amt', 'InstdAmt')) ?? 0n), 0n);
  return [
    ...(count === null || Number(count) === transactions.length
      ? []
      : [{ code: 'wrongCount', path: `${path}/NbOfTxs`, value: count }]),
    ...(sum === null || toOre(sum) === total
      ? []
      : [{ code: 'wrongControlSum', path: `${path}/CtrlSum`, value: sum }]),
  ];
}

function batchProblems(batch: XmlElement, path: string, today: LocalDate): FileProblem[] {
  const day = textAt(batch, 'ReqdExctnDt', 'Dt') ?? '';
  return [
    ...totalProblems(batch, elementsAt(batch, 'CdtTrfTxInf'), path),
    ...(day >= today ? [] : [{ code: 'dayHasBeen', path: `${path}/ReqdExctnDt`, value: day }]),
    ...accountProblems(elementsAt(batch, 'DbtrAcct')[0]!, `${path}/DbtrAcct`),
    ...bicProblems(elementsAt(batch, 'DbtrAgt')[0], `${path}/DbtrAgt`),
  ];
}

function transactionProblems(transaction: XmlElement, number: number): FileProblem[] {
  const path = `CdtTrfTxInf[${number}]`;
  const amount = elementsAt(transaction, 'Amt', 'InstdAmt')[0]!;
  const account = elementsAt(transaction, 'CdtrAcct')[0];
  const ore = toOre(amount.text);
  return [
    ...(ore !== null && ore > 0n ? [] : [{ code: 'wrongAmount', path: `${path}/Amt`, value: amount.text }]),
    ...(amount.attributes['Ccy'] === 'SEK'
      ? []
      : [{ code: 'wrongCurrency', path: `${path}/Amt`, value: amount.attributes['Ccy']! }]),
    ...(textAt(transaction, 'Cdtr', 'Nm') ? [] : [{ code: 'missing', path: `${path}/Cdtr/Nm` }]),
    ...(account
      ? accountProblems(account, `${path}/CdtrAcct`)
      : [{ code: 'missing', path: `${path}/CdtrAcct` }]),
    ...bicProblems(elementsAt(transaction, 'CdtrAgt')[0], `${path}/CdtrAgt`),
  ];
}

function accountProblems(account: XmlElement, path: string): FileProblem[] {
  const iban = textAt(account, 'Id', 'IBAN');
  if (iban !== null) return isIban(iban) ? [] : [{ code: 'wrongAccount', path, value: iban }];
  const number = textAt(account, 'Id', 'Othr', 'Id') ?? '';
  const isBankgiroNumber = textAt(account, 'Id', 'Othr', 'SchmeNm', 'Prtry') === 'BGNR';
  const isRight = isBankgiroNumber ? isBankgiro(number) : isPlusgiro(number);
  return isRight ? [] : [{ code: 'wrongAccount', path, value: number }];
}

function bicProblems(agent: XmlElement | undefined, path: string): FileProblem[] {
  const bic = agent ? textAt(agent, 'FinInstnId', 'BICFI') : null;
  return bic === null || isBic(bic) ? [] : [{ code: 'wrongBic', path, value: bic }];
}

function duplicates(
  elements: readonly XmlElement[],
  name: string,
  code: string,
  path: readonly string[],
): FileProblem[] {
  const ids = elements.map((element) => textAt(element, ...path) ?? '');
  const seen = new Set<string>();
  return ids.filter((id) => seen.size === seen.add(id).size).map((value) => ({ code, path: name, value }));
}

const IDS = ['MsgId', 'PmtInfId', 'InstrId', 'EndToEndId'];

function idProblems(element: XmlElement): FileProblem[] {
  if (IDS.includes(element.name))
    return isBankId(element.text) ? [] : [{ code: 'wrongId', path: element.name, value: element.text }];
  return element.children.flatMap(idProblems);
}

/** Every text, whatever it is: what a bank cannot read it may not pass on. */
function textProblems(element: XmlElement, path: string): FileProblem[] {
  if (element.children.length === 0)
    return isBankText(element.text) ? [] : [{ code: 'wrongCharacters', path, value: element.text }];
  return element.children.flatMap((child) => textProblems(child, `${path}/${child.name}`));
}
