import { createHash } from 'node:crypto';
import { describe, expect, it, test } from '@jest/globals';
import { LANGUAGES, letterBlock, type BlockName } from '#text';
import { LETTER_KINDS } from '#domain/documents/letter-kind';
import { blockOn, type Block } from './block.js';
import { blocks } from './blocks.js';
import { asJson, expectGolden } from '../../../../test/golden/golden.js';

const names = Object.keys(blocks) as BlockName[];
const all = names.flatMap((name) => blocks[name].map((block) => [name, block] as const));
const placeholders = (template: string) => template.match(/\{[^{}]+\}/g)?.sort() ?? [];

describe('blockOn', () => {
  const version = (number: number, validFrom: string): Block => ({
    id: `part/${number}`,
    validFrom,
    sv: '',
    en: '',
  });
  const versions = [version(2, '2026-07-01'), version(1, '2018-04-06')];

  it.each([
    ['2018-04-05', undefined],
    ['2018-04-06', 'part/1'],
    ['2026-06-30', 'part/1'],
    ['2026-07-01', 'part/2'],
    ['2030-01-01', 'part/2'],
  ])('on %s is %s', (day, id) => {
    expect(blockOn(versions, day)?.id).toBe(id);
  });
});

describe('the building blocks of letters', () => {
  test('have a title for every kind of letter', () => {
    const titles = LETTER_KINDS.map((kind) => `title.${kind}`);
    expect(titles.filter((title) => !Object.hasOwn(blocks, title))).toEqual([]);
  });

  test.each(all)('%s is written in both languages, of the same facts', (_, { sv, en }) => {
    expect([sv.trim(), en.trim()]).toEqual([sv, en]);
    expect([sv === '', en === '']).toEqual([false, false]);
    expect(placeholders(en)).toEqual(placeholders(sv));
  });

  test.each(names)('%s has versions with ids of its own, one after the other', (name) => {
    const versions: readonly Block[] = blocks[name];
    expect(versions.map(({ id }) => id)).toEqual(versions.map((_, index) => `${name}/${index + 1}`));
    const days = versions.map(({ validFrom }) => validFrom);
    expect([...new Set(days)].sort()).toEqual(days);
  });

  test.each(names)('%s without data is still a sentence', (name) => {
    for (const language of LANGUAGES)
      expect(letterBlock(language, name, '2026-11-28').text).not.toMatch(/undefined|null|NaN|[{}[\]|]|\s{2}/);
  });

  // A sealed letter names the versions it was made from: the words behind a name are never others.
  test('keep their words: a change is another version', () => {
    const sums = all.map(([, { id, validFrom, sv, en }]) => {
      const words = createHash('sha256')
        .update(JSON.stringify([validFrom, sv, en]))
        .digest('hex');
      return [id, words];
    });
    expectGolden('test/golden/letter-blocks.json', asJson(Object.fromEntries(sums)));
  });
});

test('a day before every version has no letter', () => {
  expect(() => letterBlock('sv', 'heading.decision', '2017-12-31')).toThrow('2017-12-31');
});
