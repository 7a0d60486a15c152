import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { toNfc } from '#domain/shared/nfc';

/** Why somebody would guess a password. */
export type Guessable = 'passwordCommon' | 'passwordPersonal' | 'passwordPattern';

/** What is chosen in Swedish, and of this system: the library's list is of the passwords that have leaked most in the world. */
const OURS =
  `medel lösenord losenord lösen hemligt hemlighet välkommen valkommen sommar sommaren vinter vintern höst hösten
  vår våren hejsan sverige svenska stockholm göteborg malmö kommun kommunen region regionen bidrag statsbidrag ansökan
  ansokan myndighet myndigheten administratör handläggare`.split(/\s+/);

/** The time to estimate grows with the square of the length: of a long one, both ends are looked at. */
const LOOKED_AT = 40;
/** A password of so few characters besides what is known of its owner is no more than those few. */
const LEFT = 8;
/** More than 10^10 guesses: years beyond counting at the pace that sign-in allows. */
const STRONG = 4;

/** Made when the first password is chosen: it takes a while, and most processes never need it. */
let estimator: ZxcvbnFactory | undefined;

/**
 * Why a password is easily guessed: it has leaked (`passwordCommon`), is made of what is known of its owner (`about`), or
 * of a pattern. `undefined` where it is not. Measured as a whole, in guesses; what characters it has does not matter.
 */
export function whyGuessable(password: string, about: readonly string[]): Guessable | undefined {
  const whole = toNfc(password);
  const characters = [...whole];
  const ends = [characters.slice(0, LOOKED_AT), characters.slice(LOOKED_AT).slice(-LOOKED_AT)];
  const words = [...about, ...about.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u))];
  const known = words.filter((word) => word.length > 2).map((word) => toNfc(word).toLowerCase());
  if (leftWithout(whole, known) < LEFT) return 'passwordPersonal';
  const reasons = ends.filter(({ length }) => length > 0).map((end) => reasonOf(end.join(''), known));
  return reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined;
}

/** How many characters there are besides the words. */
function leftWithout(password: string, words: readonly string[]): number {
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  return longestFirst.reduce((left, word) => left.replaceAll(word, ''), password.toLowerCase()).length;
}

function reasonOf(text: string, known: string[]): Guessable | undefined {
  estimator ??= new ZxcvbnFactory({
    dictionary: { ...dictionary, ours: OURS },
    graphs: adjacencyGraphs,
    l33tMaxSubstitutions: 20,
  });
  const { score, sequence } = estimator.check(text, known);
  if (score >= STRONG) return undefined;
  if (sequence.some((part) => part['dictionaryName'] === 'userInputs')) return 'passwordPersonal';
  const isPattern = sequence.some(({ pattern }) => ['repeat', 'sequence', 'spatial'].includes(pattern));
  return isPattern ? 'passwordPattern' : 'passwordCommon';
}
