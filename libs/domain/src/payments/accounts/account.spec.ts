import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkAccount, formatAccount, normaliseAccount, type Account } from './account.js';
import { isBic } from './bic.js';
import { hasLuhnDigit, isBankgiro, isPlusgiro } from './giro.js';
import { isIban, withCheckDigits } from './iban.js';

const account = (kind: Account['kind'], number: string, bic: string | null = null): Account => ({
  kind,
  number,
  bic,
});
const codes = (asked: Account) => checkAccount(asked).map(({ code, path }) => `${path} ${code}`);

describe('giro numbers', () => {
  it.each(['50501055', '9912346'])('%s is a bankgiro number', (number) =>
    expect(isBankgiro(number)).toBe(true),
  );
  it.each(['50501056', '505010', '505010555', '5050-1055', '0000000', '', 'ABCDEFG', '９９１２３４６'])(
    '%s is none',
    (number) => expect(isBankgiro(number)).toBe(false),
  );
  it.each(['18', '42', '9020900', '12345674'])('%s is a plusgiro number', (number) =>
    expect(isPlusgiro(number)).toBe(true),
  );
  it.each(['19', '0', '1', '123456782'])('%s is none', (number) => expect(isPlusgiro(number)).toBe(false));

  it('tells every wrong digit, and of two neighbours all but 0 and 9 that have changed places', () => {
    const digits = fc.stringMatching(/^\d{6,7}$/);
    fc.assert(
      fc.property(digits, fc.nat(6), fc.integer({ min: 1, max: 9 }), (body, place, change) => {
        const check = Array.from({ length: 10 }, (_, digit) => `${body}${digit}`).filter(hasLuhnDigit);
        expect(check).toHaveLength(1);
        const at = place % check[0]!.length;
        const wrong = (Number(check[0]![at]) + change) % 10;
        expect(hasLuhnDigit(`${check[0]!.slice(0, at)}${wrong}${check[0]!.slice(at + 1)}`)).toBe(false);
      }),
    );
  });
});

describe('IBAN', () => {
  it.each([
    'SE4550000000058398257466',
    'SE3550000000054910000003',
    'GB82WEST12345698765432',
    'DE89370400440532013000',
    'NO9386011117947',
    'FI2112345600000785',
    'DK5000400440116243',
  ])('%s is one', (iban) => expect(isIban(iban)).toBe(true));

  it.each([
    ['a wrong check digit', 'SE4650000000058398257466'],
    ['one digit too few', 'SE455000000005839825746'],
    ['one too many', 'SE45500000000583982574660'],
    ['a country outside SEPA', 'BR1800360305000010009795493C1'],
    ['small letters', 'se4550000000058398257466'],
    ['blanks', 'SE45 5000 0000 0583 9825 7466'],
    ['nothing', ''],
    ['a name of the language', 'constructor'],
  ])('%s is none', (_, iban) => expect(isIban(iban)).toBe(false));

  it('sets check digits that are right, and tells every wrong character', () => {
    const bban = fc.stringMatching(/^\d{20}$/);
    fc.assert(
      fc.property(
        bban,
        fc.integer({ min: 4, max: 23 }),
        fc.integer({ min: 1, max: 9 }),
        (digits, at, change) => {
          const iban = withCheckDigits('SE', digits);
          expect(isIban(iban)).toBe(true);
          const wrong = (Number(iban[at]) + change) % 10;
          expect(isIban(`${iban.slice(0, at)}${wrong}${iban.slice(at + 1)}`)).toBe(false);
        },
      ),
    );
  });
});

it.each([
  ['NDEASESS', true],
  ['DEUTDEFF500', true],
  ['NDEASES', false],
  ['NDEASESSXXXX', false],
  ['NDEA1ESS', false],
  ['ndeasess', false],
])('%s as a BIC: %p', (bic, expected) => expect(isBic(bic)).toBe(expected));

describe('checkAccount', () => {
  it.each<[Account, string[]]>([
    [account('bankgiro', '50501055'), []],
    [account('bankgiro', '50501056'), ['number notBankgiro']],
    [account('bankgiro', '50501056', 'NDEASESS'), ['number notBankgiro', 'bic bicWithGiro']],
    [account('plusgiro', '18'), []],
    [account('plusgiro', '19'), ['number notPlusgiro']],
    [account('iban', 'SE4550000000058398257466'), []],
    [account('iban', 'SE4550000000058398257466', 'NDEASESS'), []],
    [account('iban', 'SE4550000000058398257466', 'NDEAFIHH'), ['bic bicOfOtherCountry']],
    [account('iban', '1', 'x'), ['number notIban', 'bic notBic']],
  ])('%j', (asked, expected) => expect(codes(asked)).toEqual(expected));
});

it.each<[Account, string, string]>([
  [account('bankgiro', ' 5050-1055 '), '50501055', '5050-1055'],
  [account('plusgiro', '90 20 90-0'), '9020900', '902090-0'],
  [
    account('iban', 'se45 5000 0000 0583 9825 7466'),
    'SE4550000000058398257466',
    'SE45 5000 0000 0583 9825 7466',
  ],
])('%j is kept bare, and written as people do', (typed, bare, written) => {
  const kept = normaliseAccount(typed);
  expect(kept.number).toBe(bare);
  expect(formatAccount(kept)).toBe(written);
  expect(checkAccount(kept)).toEqual([]);
});

it('keeps no empty BIC', () => expect(normaliseAccount(account('iban', 'x', ' ')).bic).toBeNull());
