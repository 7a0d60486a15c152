import { text } from './index.js';
import { render } from './render.js';

const names: Record<string, Record<string, string>> = {
  sv: { 'kind.a': 'Kommun', 'kind.b': 'RegSO', 'list.and': 'och', 'list.or': 'eller', 'answer.yes': 'Ja' },
  en: {
    'kind.a': 'Municipality',
    'kind.b': 'RegSO',
    'list.and': 'and',
    'list.or': 'or',
    'answer.yes': 'Yes',
  },
};
const shared = { 'year.one': 'år {year}', 'year.all': 'alla år', row: '{a}[ ({b})]' };
const fill = (language: 'sv' | 'en', template: string, data: Record<string, unknown> = {}) =>
  render(language, template, data, (code) => ({ ...shared, ...names[language] })[code]).replaceAll(
    '\u00a0',
    '~',
  );

test.each([
  ['{a:kr}', { a: 1_200_000 }, '1~200~000~kr', 'SEK~1,200,000'],
  ['{a:kr}', { a: 0 }, '0~kr', 'SEK~0'],
  ['{a:kr}', { a: 1_000_000_000_000 }, '1~000~000~000~000~kr', 'SEK~1,000,000,000,000'],
  ['{a:kr}', { a: '900' }, '900~kr', 'SEK~900'],
  ['{a:kr}', { a: 'many' }, '–', '–'],
  ['{a:percent}', { a: '90.00' }, '90~%', '90%'],
  ['{a:percent}', { a: '90.01' }, '90,01~%', '90.01%'],
  ['{a:share}', { a: '0.9000' }, '90~%', '90%'],
  ['{a:number}', { a: 1234.56789 }, '1~234,5679', '1,234.5679'],
  ['{a}', { a: 2021 }, '2021', '2021'],
  ['{a}', { a: 0.5 }, '0,5', '0.5'],
  ['{a}', { a: true }, 'ja', 'yes'],
  ['{a}', { a: '2021-12-31' }, '2021-12-31', '2021-12-31'],
  ['{a:year}', { a: 2021 }, 'år 2021', 'år 2021'],
  ['{a:year}', { a: null }, 'alla år', 'alla år'],
  ['{a:year}', {}, '–', '–'],
  ['{a:kind}', { a: 'a' }, 'kommun', 'municipality'],
  ['{a:kind}', { a: 'b' }, 'RegSO', 'RegSO'],
  ['{a:kind}', { a: 'c' }, 'c', 'c'],
  ['{a:@b}', { a: 'a', b: 'kind' }, 'kommun', 'municipality'],
  ['{a}', { a: [1] }, '1', '1'],
  ['{a}', { a: [1, 2, 3] }, '1, 2 och 3', '1, 2 and 3'],
  ['{a|or}', { a: ['x', 'y'] }, 'x eller y', 'x or y'],
  ['{a:kind}', { a: ['a', null, 'a', 'b'] }, 'kommun och RegSO', 'municipality and RegSO'],
  ['{a:kr}', { a: [5, 5] }, '5~kr och 5~kr', 'SEK~5 and SEK~5'],
  ['{a:count}', { a: [] }, '0', '0'],
  ['{a.b}', { a: { b: 'x' } }, 'x', 'x'],
  ['{a.b}', { a: [{ b: 'x' }, { b: 'y' }] }, 'x och y', 'x and y'],
  ['{a.b}', { a: 'text' }, '–', '–'],
  ['{a:row}', { a: [{ a: 1, b: 2 }, { a: 3 }] }, '1 (2); 3', '1 (2); 3'],
  ['{a}', { a: { b: 1 } }, '–', '–'],
  ['{a} {b} {c} {d}', { a: null, b: undefined, c: '', d: [null] }, '– – – –', '– – – –'],
  ['{a} {a:kr}', { a: NaN }, '– –', '– –'],
  ['x[ {a}].', {}, 'x.', 'x.'],
  ['x[ {a}].', { a: 1 }, 'x 1.', 'x 1.'],
  ['{toString} {__proto__} {constructor}', {}, '– – –', '– – –'],
  ['{a} {b}', { a: '{b} [x] $&', b: 1 }, '{b} [x] $& 1', '{b} [x] $& 1'],
])('%s of %j', (template, data, swedish, english) => {
  expect([fill('sv', template, data), fill('en', template, data)]).toEqual([swedish, english]);
});

test('an action that is not possible is told by the names of its subject', () => {
  const data = { subject: 'application', status: 'underAssessment', action: 'submit' };
  expect(text('sv', 'error.illegalTransition.detail', data)).toBe(
    'Åtgärden ”lämna in” går inte att göra när ansökan har status ”under bedömning”. Läs in sidan igen och se vad du kan göra nu.',
  );
});
