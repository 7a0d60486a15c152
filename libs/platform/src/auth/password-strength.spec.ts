import { describe, expect, test } from '@jest/globals';
import { whyGuessable } from './password-strength.js';

const ABOUT = ['anna.berg@malmo.example', 'Anna Berg', 'Malmö kommun', 'bidrag.example.se'];

describe('a password is easily guessed where', () => {
  test.each([
    ['1qaz2wsx3edc4rfv', 'passwordCommon'],
    ['Sommaren2026', 'passwordCommon'],
    ['Sommar2026Sommar', 'passwordCommon'],
    ['lösenord1234567', 'passwordCommon'],
    ['passwordpassword', 'passwordPattern'],
    ['lösenordlösenord', 'passwordPattern'],
    ['aaaaaaaaaaaaaaaaaaaa', 'passwordPattern'],
    ['abcdefghijklmnopqr', 'passwordPattern'],
    ['p4ssw0rd'.repeat(16), 'passwordPattern'],
    ['anna.berg@malmo.example', 'passwordPersonal'],
    ['AnnaBergMalmö2026', 'passwordPersonal'],
    ['malmökommun2026!', 'passwordPersonal'],
    ['Malmö kommun 26'.normalize('NFD'), 'passwordPersonal'],
  ])('%s: %s', (password, why) => {
    expect(whyGuessable(password, ABOUT)).toBe(why);
  });
});

describe('a password is hard to guess where it is long and nobody’s', () => {
  test.each([
    'jag gillar kaffe på morgonen',
    'kaffe kaffe kaffe',
    'korrekt häst batteri',
    'qjvkbzhhxgbsnsx',
    `${'a'.repeat(40)} och en rad som ingen kan gissa`,
    '雨ニモマケズ風ニモマケズ雪ニモ',
  ])('%s', (password) => {
    expect(whyGuessable(password, ABOUT)).toBeUndefined();
  });

  test('and asking takes a bounded time, whatever it is made of', () => {
    const hostile = (length: number) =>
      Array.from({ length }, (_, place) => '4@8({[<3691!|0$5+7%2'[(place * place * 7 + place) % 20]).join('');
    const took = (length: number) => {
      const began = performance.now();
      whyGuessable(hostile(length), ABOUT);
      return performance.now() - began;
    };
    took(40);
    // The whole of it takes twenty times as long.
    expect(Math.min(took(128), took(128))).toBeLessThan(8 * Math.max(took(40), took(40), 5));
  });
});
