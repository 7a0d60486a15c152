import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseXml } from '#platform/xml';
import type { PaymentStatus } from '../payment.lifecycle.js';
import { isKronorOf, toOre } from './decimal.js';
import { computeSettlement, isAccountRefused, type SentLine } from './match-settlement.js';
import { readNotice, type NoticeItem, type Told } from './settlement-notice.js';

const today = '2027-01-20';
const sent = (id: string, status: PaymentStatus = 'sent', isOfOtherFile = false): SentLine => ({
  paymentId: `payment ${id}`,
  endToEndId: id,
  paymentInformationId: 'M1-1',
  amount: 800_000,
  status,
  isOfOtherFile,
});
const item = (endToEndId: string | null, told: Told, changes: Partial<NoticeItem> = {}): NoticeItem => ({
  endToEndId,
  amount: '800000.00',
  currency: 'SEK',
  told,
  reason: null,
  on: '2027-01-15',
  ...changes,
});
const outcomes = (items: NoticeItem[], lines: SentLine[]) =>
  computeSettlement({ items, rejections: [] }, lines, today).map(({ outcome }) => outcome);

describe('toOre', () => {
  it.each<[string | null, bigint | null]>([
    ['800000.00', 80_000_000n],
    ['800000', 80_000_000n],
    ['0.5', 50n],
    ['+1.10', 110n],
    ['1.00000', 100n],
    ['1.001', null],
    ['-1', null],
    ['1,00', null],
    ['1e3', null],
    [' 1', null],
    ['', null],
    [null, null],
    ['9'.repeat(19), null],
  ])('%j is %p', (text, ore) => expect(toOre(text)).toBe(ore));
  it('is exact where a float is not', () => {
    expect(isKronorOf('1000000000000.00', 1_000_000_000_000)).toBe(true);
    expect(isKronorOf('1000000000000.01', 1_000_000_000_000)).toBe(false);
  });
});

describe('computeSettlement', () => {
  it.each<[string, Told, PaymentStatus, string]>([
    ['what left', 'executed', 'sent', 'executed'],
    ['what left, again', 'executed', 'executed', 'alreadyExecuted'],
    ['what left and had bounced', 'executed', 'bounced', 'contradicts'],
    ['what left and was not sent', 'executed', 'attested', 'contradicts'],
    ['what was turned away', 'rejected', 'sent', 'bounced'],
    ['what was turned away, again', 'rejected', 'bounced', 'alreadyBounced'],
    ['what was turned away and had left', 'rejected', 'executed', 'contradicts'],
    ['what came back', 'returned', 'executed', 'bounced'],
    ['what came back before it was told to have left', 'returned', 'sent', 'bounced'],
    ['what came back, again', 'returned', 'bounced', 'alreadyBounced'],
    ['what is on its way', 'accepted', 'sent', 'accepted'],
    ['what waits', 'pending', 'sent', 'pending'],
  ])('%s', (_, told, status, outcome) =>
    expect(outcomes([item('A', told)], [sent('A', status)])).toEqual([outcome]),
  );

  it.each<[string, Partial<NoticeItem>, string]>([
    ['one öre more', { amount: '800000.01' }, 'amountDiffers'],
    ['no amount', { amount: null }, 'amountDiffers'],
    ['no number', { amount: 'x' }, 'amountDiffers'],
    ['another currency', { currency: 'EUR' }, 'currencyDiffers'],
    ['a day to come', { on: '2027-01-21' }, 'pending'],
    ['no day', { on: null }, 'executed'],
    ['no reference', { endToEndId: null }, 'unknownReference'],
    ['another reference', { endToEndId: 'B' }, 'unknownReference'],
    ['a name of the language', { endToEndId: '__proto__' }, 'unknownReference'],
  ])('with %s', (_, changes, outcome) =>
    expect(outcomes([item('A', 'executed', changes)], [sent('A')])).toEqual([outcome]),
  );

  it('needs no amount to turn a payment away, and another amount to refuse it', () => {
    expect(outcomes([item('A', 'rejected', { amount: null })], [sent('A')])).toEqual(['bounced']);
    expect(outcomes([item('A', 'rejected', { amount: '1' })], [sent('A')])).toEqual(['amountDiffers']);
  });
  it('leaves payments of another file alone', () =>
    expect(outcomes([item('A', 'executed')], [sent('A', 'sent', true)])).toEqual(['otherFile']));
  it('acts once where a notice says the same twice', () =>
    expect(
      outcomes([item('A', 'executed'), item('A', 'executed'), item('A', 'returned')], [sent('A')]),
    ).toEqual(['executed', 'alreadyExecuted', 'bounced']));
  it('takes back what is paid as far as nobody demands it back', () => {
    const paid = { caseYear: 'case 2027', amount: 800_000, unclaimed: 800_000 };
    const lines = ['A', 'B', 'C'].map((id) => ({ ...sent(id, 'executed'), paid }));
    const back = ['A', 'B', 'A'].map((id) => item(id, 'returned'));
    expect(outcomes(back, lines)).toEqual(['bounced', 'demandedBack', 'alreadyBounced']);
    const other = { ...paid, caseYear: 'case 2028', unclaimed: 799_999 };
    expect(outcomes([item('A', 'returned')], [{ ...sent('A', 'executed'), paid: other }])).toEqual([
      'demandedBack',
    ]);
    // What left and came back in one notice was never demanded back.
    const unpaid = { ...paid, unclaimed: 0 };
    expect(
      outcomes([item('A', 'executed'), item('A', 'returned')], [{ ...sent('A'), paid: unpaid }]),
    ).toEqual(['executed', 'bounced']);
  });
  it('cuts what the bank writes where it is still text', () => {
    const [row] = computeSettlement(
      { items: [item(`${'x'.repeat(99)}🏦`, 'executed')], rejections: [] },
      [],
      today,
    );
    expect(row!.endToEndId).toBe(`${'x'.repeat(99)}\ufffd`);
  });

  it('turns away a whole file, or one of its batches', () => {
    const lines = [sent('A'), { ...sent('B'), paymentInformationId: 'M1-2' }, sent('C', 'sent', true)];
    const rejected = (paymentInformationId: string | null) =>
      computeSettlement(
        { items: [], rejections: [{ paymentInformationId, reason: { code: 'FF01', text: null } }] },
        lines,
        today,
      ).map(({ endToEndId, outcome }) => `${endToEndId} ${outcome}`);
    expect(rejected(null)).toEqual(['A bounced', 'B bounced']);
    expect(rejected('M1-2')).toEqual(['B bounced']);
    expect(rejected('M1-3')).toEqual([]);
  });

  it('executes a payment at most once and bounces it at most once, whatever is told', () => {
    const told = fc.constantFrom<Told[]>('executed', 'returned', 'rejected', 'accepted', 'pending');
    const row = fc.tuple(fc.constantFrom('A', 'B', 'C'), told, fc.constantFrom('800000.00', '1.00'));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        const items = rows.map(([id, what, amount]) => item(id, what, { amount }));
        const made = computeSettlement({ items, rejections: [] }, [sent('A'), sent('B')], today);
        expect(made).toHaveLength(rows.length);
        for (const id of ['A', 'B', 'C']) {
          const own = made.filter(({ endToEndId }) => endToEndId === id).map(({ outcome }) => outcome);
          const acts = own.filter((outcome) => outcome === 'executed' || outcome === 'bounced');
          expect(id === 'C' ? [[]] : [[], ['executed'], ['bounced'], ['executed', 'bounced']]).toContainEqual(
            acts,
          );
        }
      }),
    );
  });
});

it.each([
  ['AC04', true],
  ['AC01', true],
  ['RC01', true],
  ['AM04', false],
  ['FF01', false],
  [null, false],
])('a reason %j is about the account: %p', (code, expected) =>
  expect(isAccountRefused({ code, text: null })).toBe(expected),
);

describe('readNotice', () => {
  const read = (namespace: string, body: string) =>
    readNotice(
      parseXml(
        Buffer.from(`<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${namespace}">${body}</Document>`),
      ),
    );
  const entry = (rows: string) =>
    `<BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>C1</MsgId></GrpHdr><Ntfctn>${rows}</Ntfctn></BkToCstmrDbtCdtNtfctn>`;

  it('reads the version of 2009 too: the status as text, the amount among the details', () => {
    const rows = `<Ntry><Amt Ccy="SEK">3.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><ValDt><Dt>2027-01-15</Dt></ValDt>
      <NtryDtls><TxDtls><Refs><EndToEndId>A</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy="SEK">1.00</Amt></TxAmt></AmtDtls></TxDtls>
      <TxDtls><Refs><EndToEndId>B</EndToEndId></Refs><AmtDtls><InstdAmt><Amt Ccy="SEK">2.00</Amt></InstdAmt></AmtDtls></TxDtls></NtryDtls></Ntry>`;
    expect(read('camt.054.001.02', entry(rows))).toEqual({
      kind: 'camt.054',
      messageId: 'C1',
      originalMessageId: null,
      rejections: [],
      items: ['A', 'B'].map((endToEndId, index) => ({
        endToEndId,
        amount: `${index + 1}.00`,
        currency: 'SEK',
        told: 'executed',
        reason: null,
        on: '2027-01-15',
      })),
    });
  });

  it.each([
    [
      'the sum of an entry with one payment',
      '<Amt Ccy="SEK">2.00</Amt>',
      '<Amt Ccy="SEK">1.00</Amt>',
      '2.00',
    ],
    ['the amount of the payment', '<Amt Ccy="SEK">1.00</Amt>', '', '1.00'],
  ])('takes %s', (_, own, detail, amount) => {
    const rows = `<Ntry>${own}<CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><NtryDtls><TxDtls>
      <Refs><EndToEndId>A</EndToEndId></Refs>${detail}</TxDtls></NtryDtls></Ntry>`;
    expect(read('camt.054.001.08', entry(rows))!.items[0]).toMatchObject({ endToEndId: 'A', amount });
  });

  it('names no payment where the bank names none', () => {
    const rows = '<Ntry><Amt Ccy="SEK">9.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts></Ntry>';
    expect(read('camt.054.001.08', entry(rows))!.items).toMatchObject([
      { endToEndId: null, amount: '9.00', told: 'returned', on: null },
    ]);
  });

  it.each([
    ['another message', 'camt.053.001.08', '<BkToCstmrStmt/>'],
    ['a message without its body', 'camt.054.001.08', '<CstmrPmtStsRpt/>'],
    ['no version', 'camt.054', entry('')],
  ])('reads no %s', (_, namespace, body) => expect(read(namespace, body)).toBeNull());

  it('reads batches and payments that were turned away', () => {
    const body = `<CstmrPmtStsRpt><GrpHdr><MsgId>P1</MsgId><CreDtTm>2027-01-15T08:00:00</CreDtTm></GrpHdr>
      <OrgnlGrpInfAndSts><OrgnlMsgId>M1</OrgnlMsgId><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>
      <OrgnlPmtInfAndSts><OrgnlPmtInfId>M1-1</OrgnlPmtInfId><TxInfAndSts><OrgnlEndToEndId>A</OrgnlEndToEndId><TxSts>RJCT</TxSts>
        <StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>closed</AddtlInf><AddtlInf>since May</AddtlInf></StsRsnInf></TxInfAndSts>
        <TxInfAndSts><OrgnlEndToEndId>B</OrgnlEndToEndId><TxSts>ACSP</TxSts></TxInfAndSts></OrgnlPmtInfAndSts>
      <OrgnlPmtInfAndSts><OrgnlPmtInfId>M1-2</OrgnlPmtInfId><PmtInfSts>RJCT</PmtInfSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt>`;
    const notice = read('pain.002.001.10', body)!;
    expect(notice).toMatchObject({ kind: 'pain.002', messageId: 'P1', originalMessageId: 'M1' });
    expect(notice.items).toMatchObject([
      {
        endToEndId: 'A',
        told: 'rejected',
        reason: { code: 'AC04', text: 'closed since May' },
        on: '2027-01-15',
      },
      { endToEndId: 'B', told: 'accepted', reason: null },
    ]);
    expect(notice.rejections).toEqual([{ paymentInformationId: 'M1-2', reason: { code: null, text: null } }]);
  });
});
