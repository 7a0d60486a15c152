import { preferredLanguage } from '#text';

test.each([
  [undefined, 'sv'],
  ['', 'sv'],
  ['*', 'sv'],
  ['sv', 'sv'],
  ['en', 'en'],
  ['EN-gb', 'en'],
  ['sv-SE,sv;q=0.9,en;q=0.8', 'sv'],
  ['en-GB,en;q=0.9,sv;q=0.8', 'en'],
  ['en;q=0.5, sv;q=0.7', 'sv'],
  ['en, sv', 'en'],
  ['sv, en', 'sv'],
  ['de', 'sv'],
  ['de, en;q=0.1', 'en'],
  ['de, *;q=0.5', 'sv'],
  ['sv;q=0, *', 'en'],
  ['sv;q=0.2, *;q=0.5', 'en'],
  ['en;q=0', 'sv'],
  ['sv;q=0, en;q=0', 'sv'],
  ['en;q=2, sv;q=0.1', 'sv'],
  ['en;q=abc', 'sv'],
  ['en;q=0.1234', 'sv'],
  ['en ; Q=1.000 , sv ; q=0.999', 'en'],
  ['english', 'sv'],
  [',,;q=1,', 'sv'],
])('Accept-Language %j is %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language);
});
