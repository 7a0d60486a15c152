import { sha256 } from '../shared/sha256.js';

/** What may be drawn. `score` is a positive whole number: twice the score is twice the probability. */
export interface Candidate {
  id: string;
  score: number;
}

/** A probability as a fraction of whole numbers: exact, and the same for whoever does it again. */
export interface Probability {
  numerator: number;
  denominator: number;
}

export interface Drawn {
  id: string;
  isDrawn: boolean;
  probability: Probability;
}

const CERTAIN: Probability = { numerator: 1, denominator: 1 };

/** Those whose share of the draws would be one or more: they are drawn, and the rest share what is left. */
function takeCertain(
  candidates: readonly Candidate[],
  size: number,
): { certain: Set<string>; rest: Candidate[] } {
  const certain = new Set<string>();
  let rest = [...candidates];
  for (;;) {
    const draws = size - certain.size;
    const total = rest.reduce((sum, { score }) => sum + score, 0);
    const over = rest.filter(({ score }) => draws * score >= total);
    if (draws === 0 || over.length === 0) return { certain, rest };
    for (const { id } of over) certain.add(id);
    rest = rest.filter(({ id }) => !certain.has(id));
  }
}

/**
 * Draws exactly `size` of the candidates, with a probability that is proportional to the score: systematic sampling in
 * random order (Madow 1949). Anyone who has the seed, the ids and the scores draws the same:
 * 1. Whoever's `draws × score ≥ total` is certain; repeat with the rest and the draws that are left.
 * 2. Sort the rest by SHA-256 of `seed:id`, in hexadecimal (then by id).
 * 3. r = SHA-256 of `seed:start` as a number, modulo the total score.
 * 4. Go through them with c, the sum of the scores before each, and draw those in whose interval
 *    [draws × c, draws × (c + score)) there is a number r + k × total, k = 0, 1, … draws − 1.
 * So the probability of each is draws × score ÷ total, and no interval holds two. Throws RangeError where there are too few,
 * an id is there twice, or a score is not a positive whole number.
 */
export function drawSample(candidates: readonly Candidate[], size: number, seed: string): Drawn[] {
  if (!Number.isInteger(size) || size < 0 || size > candidates.length)
    throw new RangeError('The size is between nought and how many there are');
  if (new Set(candidates.map(({ id }) => id)).size !== candidates.length)
    throw new RangeError('Each id is there once');
  if (candidates.some(({ score }) => !Number.isSafeInteger(score) || score <= 0))
    throw new RangeError('A score is a positive whole number');

  const { certain, rest } = takeCertain(candidates, size);
  const draws = size - certain.size;
  const total = rest.reduce((sum, { score }) => sum + score, 0);
  const picked = pick(rest, draws, total, seed);
  return candidates.map(({ id, score }) => ({
    id,
    isDrawn: certain.has(id) || picked.has(id),
    probability: certain.has(id) ? CERTAIN : { numerator: draws * score, denominator: total },
  }));
}

function pick(rest: readonly Candidate[], draws: number, total: number, seed: string): Set<string> {
  const picked = new Set<string>();
  if (draws === 0) return picked;
  const ordered = rest
    .map((candidate) => ({ ...candidate, place: sha256(`${seed}:${candidate.id}`) + candidate.id }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  let next = Number(BigInt(`0x${sha256(`${seed}:start`)}`) % BigInt(total));
  let end = 0;
  for (const { id, score } of ordered) {
    end += draws * score;
    if (next >= end) continue;
    picked.add(id);
    next += total;
  }
  return picked;
}
