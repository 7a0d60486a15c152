import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseXml } from '#platform/xml';
import { withCheckDigits } from '../accounts/iban.js';
import type { Account } from '../accounts/account.js';
import { isBankId, isBankText, toBankText } from './bank-text.js';
import { checkPaymentFile } from './check-payment-file.js';
import { batchesOf, checkPayer, endToEndIdOf, type OrderLine, type PaymentOrder } from './payment-order.js';
import { renderPaymentFile } from './render-payment-file.js';

const BANKGIRO: Account = { kind: 'bankgiro', number: '50501055', bic: null };
const PLUSGIRO: Account = { kind: 'plusgiro', number: '9020900', bic: null };
const IBAN: Account = { kind: 'iban', number: 'SE4550000000058398257466', bic: 'ESSESESS' };
const payer = { name: 'Demo: Medel', organisationNumber: '0000000000', iban: IBAN.number, bic: 'ESSESESS' };
const today = '2027-01-10';

const line = (number: number, changes: Partial<OrderLine> = {}): OrderLine => ({
  endToEndId: `E${number}`,
  amount: 800_000,
  executeOn: '2027-01-15',
  payee: 'Perstorps kommun',
  account: IBAN,
  text: 'Statsbidrag 2026-000123 2027-1',
  ...changes,
});
const order = (lines: OrderLine[]): PaymentOrder => ({
  messageId: 'M1',
  createdAt: '2027-01-10T08:00:00Z',
  payer,
  lines,
});
const three = order([
  line(1, { account: BANKGIRO, amount: 1 }),
  line(2, { account: PLUSGIRO, executeOn: '2027-01-14', amount: 1_000_000_000_000 }),
  line(3),
]);
const check = (xml: string) => checkPaymentFile(parseXml(Buffer.from(xml)), { today });
const codes = (xml: string) => check(xml).map(({ code, path }) => `${code} ${path}`);

describe('renderPaymentFile', () => {
  const xml = renderPaymentFile(three);

  it('gives the same characters for the same order', () => expect(renderPaymentFile(three)).toBe(xml));
  it('is what a bank takes', () => expect(check(xml)).toEqual([]));
  it('pays each day by itself, earliest first, and tells count and sum of each and of all', () => {
    expect([...xml.matchAll(/<NbOfTxs>(\d+)</g)].map(([, count]) => count)).toEqual(['3', '1', '2']);
    expect([...xml.matchAll(/<CtrlSum>([\d.]+)</g)].map(([, sum]) => sum)).toEqual([
      '1000000800001.00',
      '1000000000000.00',
      '800001.00',
    ]);
    expect([...xml.matchAll(/<Dt>(.+)</g)].map(([, day]) => day)).toEqual(['2027-01-14', '2027-01-15']);
    expect([...xml.matchAll(/<EndToEndId>(.+)</g)].map(([, id]) => id)).toEqual(['E2', 'E1', 'E3']);
  });
  it('names giro numbers by their scheme and clearing number', () => {
    expect(xml).toMatch(/<MmbId>9900<[^]*<Id>50501055<[^]*?<Prtry>BGNR</);
    expect(xml).toMatch(/<MmbId>9960<[^]*<Id>9020900<[^]*?<Cd>BBAN</);
  });

  it('is taken whatever the names are, and its sums are those of its lines', () => {
    const amount = fc.integer({ min: 1, max: 1_000_000_000_000 });
    const day = fc.integer({ min: 10, max: 28 }).map((each) => `2027-01-${each}`);
    const account = fc.stringMatching(/^\d{20}$/).map((digits): Account => ({
      kind: 'iban',
      number: withCheckDigits('SE', digits),
      bic: null,
    }));
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });
    const lines = fc.array(fc.tuple(amount, day, account, text, text), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(lines, (rows) => {
        const made = rows.map(([sum, executeOn, to, payee, words], index) =>
          line(index, { amount: sum, executeOn, account: to, payee: `A${payee}`, text: `B${words}` }),
        );
        const file = renderPaymentFile(order(made));
        expect(check(file)).toEqual([]);
        expect(batchesOf({ lines: made }).reduce((all, batch) => all + batch.sum, 0)).toBe(
          made.reduce((all, each) => all + each.amount, 0),
        );
      }),
      { numRuns: 25 },
    );
  });
});

describe('checkPaymentFile', () => {
  const xml = renderPaymentFile(order([line(1), line(2, { account: BANKGIRO })]));
  const changed = (from: string | RegExp, to: string) => {
    const other = xml.replace(from, to);
    expect(other).not.toBe(xml);
    return codes(other);
  };

  it.each([
    ['a control sum', '<CtrlSum>1600000.00<', '<CtrlSum>1600001.00<', ['wrongControlSum GrpHdr/CtrlSum']],
    [
      'a control sum of parts of an öre',
      '<CtrlSum>1600000.00<',
      '<CtrlSum>1600000.001<',
      ['wrongControlSum GrpHdr/CtrlSum'],
    ],
    ['a number', '<NbOfTxs>2<', '<NbOfTxs>3<', ['wrongCount GrpHdr/NbOfTxs']],
    [
      'an amount',
      '>800000.00<',
      '>800000.50<',
      ['wrongControlSum GrpHdr/CtrlSum', 'wrongControlSum PmtInf[1]/CtrlSum'],
    ],
    ['a currency', 'Ccy="SEK"', 'Ccy="EUR"', ['wrongCurrency CdtTrfTxInf[1]/Amt']],
    ['an id that is there twice', '>E2<', '>E1<', ['duplicateEndToEndId EndToEndId']],
    ['an id with a blank', '>E2<', '>E 2<', ['wrongId EndToEndId']],
    [
      'an IBAN',
      /<IBAN>SE4550000000058398257466<(?![^]*DbtrAgt)/,
      '<IBAN>SE4650000000058398257466<',
      ['wrongAccount CdtTrfTxInf[1]/CdtrAcct'],
    ],
    ['a bankgiro number', '>50501055<', '>50501056<', ['wrongAccount CdtTrfTxInf[2]/CdtrAcct']],
    ['a day that has been', '2027-01-15', '2027-01-09', ['dayHasBeen PmtInf[1]/ReqdExctnDt']],
    [
      'a character',
      'Perstorps',
      'P€rstorps',
      ['wrongCharacters CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf/Cdtr/Nm'],
    ],
  ])('tells of %s', (_, from, to, expected) => expect(changed(from, to)).toEqual(expected));

  it.each([
    [
      'an element that is missing',
      /<PmtMtd>TRF<\/PmtMtd>/,
      '',
      ['missing Document/CstmrCdtTrfInitn/PmtInf/PmtMtd'],
    ],
    [
      'an order that is another',
      /(<MsgId>.*<\/MsgId>)\s*(<CreDtTm>.*<\/CreDtTm>)/,
      '$2$1',
      ['wrongOrder Document/CstmrCdtTrfInitn/GrpHdr'],
    ],
    [
      'an element too many',
      '<PmtMtd>',
      '<PmtMtd>TRF</PmtMtd><PmtMtd>',
      ['tooMany Document/CstmrCdtTrfInitn/PmtInf/PmtMtd'],
    ],
    [
      'an element that is none',
      '<PmtMtd>',
      '<Extra/><PmtMtd>',
      ['notExpected Document/CstmrCdtTrfInitn/PmtInf/Extra'],
    ],
    ['a code that is none', '>TRF<', '>XXX<', ['wrongText Document/CstmrCdtTrfInitn/PmtInf/PmtMtd']],
    [
      'a text that is too long',
      '>M1<',
      `>${'M'.repeat(36)}<`,
      ['wrongText Document/CstmrCdtTrfInitn/GrpHdr/MsgId'],
    ],
    [
      'a choice of two',
      /<IBAN>(.*)<\/IBAN>/,
      '<IBAN>$1</IBAN><Othr><Id>1</Id></Othr>',
      ['tooMany Document/CstmrCdtTrfInitn/PmtInf/DbtrAcct/Id'],
    ],
    [
      'a day that is none',
      '>2027-01-15<',
      '>2027-02-30<',
      ['wrongText Document/CstmrCdtTrfInitn/PmtInf/ReqdExctnDt/Dt'],
    ],
    [
      'an attribute that is missing',
      ' Ccy="SEK"',
      '',
      ['wrongAttribute Document/CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf/Amt/InstdAmt/@Ccy'],
    ],
    ['text where elements stand', '<GrpHdr>', '<GrpHdr>x', ['wrongText Document/CstmrCdtTrfInitn/GrpHdr']],
    [
      'an element of another namespace',
      '<PmtMtd>',
      '<PmtMtd xmlns="urn:x">',
      ['notExpected Document/CstmrCdtTrfInitn/PmtInf/PmtMtd'],
    ],
  ])('holds the schema: %s', (_, from, to, expected) => expect(changed(from, to)).toEqual(expected));

  it('takes no other message', () =>
    expect(changed('pain.001.001.09', 'pain.001.001.03')).toEqual(['wrongNamespace Document']));
});

describe('texts for the bank', () => {
  it.each([
    ['Malmö', 'Malmö'],
    ['Café & Çelik – “x”', 'Café + Celik - .x.'],
    ['a\tb\n c', 'a b c'],
    ['Ł€漢', '...'],
    ['', ''],
    ['åäöÅÄÖ', 'åäöÅÄÖ'],
  ])('%j as %j', (text, expected) => expect(toBankText(text, 70)).toBe(expected));
  it('are never longer, and always in the bank’s characters', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 140 }), (text, max) => {
        const told = toBankText(text, max);
        expect(isBankText(told)).toBe(true);
        expect(told.length).toBeLessThanOrEqual(max);
      }),
    ));
  it.each([
    ['01980000000070008000000000000000', true],
    ['M1-12', true],
    ['', false],
    ['x'.repeat(36), false],
    ['/x', false],
    ['x/', false],
    ['x//y', false],
    ['å', false],
    ['a b', false],
  ])('%j as an id: %p', (id, expected) => expect(isBankId(id)).toBe(expected));
  it('has an id for every payment', () =>
    expect(isBankId(endToEndIdOf('01980000-0000-7000-8000-000000000000'))).toBe(true));
});

it.each([
  [payer, []],
  [{ ...payer, name: ' ', iban: 'x' }, ['name', 'iban']],
  [{ ...payer, organisationNumber: '212000-1124', bic: '' }, ['organisationNumber', 'bic']],
])('checkPayer: %j', (asked, wrong) => expect(checkPayer(asked)).toEqual(wrong));
