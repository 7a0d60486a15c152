import type { Language } from '../language.js';
import { render, type Data } from '../render.js';
import { lookupIn } from '../text.js';
import { blockOn, type Block } from './block.js';
import { decisionBlocks } from './decision-blocks.js';
import { procedureBlocks } from './procedure-blocks.js';

/**
 * Every part of a letter with its versions. To change the words of a part, add a version after the last:
 * `'decided.approval': [...decisionBlocks['decided.approval'], { id: 'decided.approval/2', validFrom: '2027-07-01', sv, en }]`.
 */
export const blocks = { ...decisionBlocks, ...procedureBlocks };

export type BlockName = keyof typeof blocks;

/** A part of a letter of `day`, filled, and the version that it is made from. Throws where none was valid by then. */
export function letterBlock(
  language: Language,
  name: BlockName,
  day: string,
  data: Data = {},
): { id: string; text: string } {
  const versions: readonly Block[] = blocks[name];
  const block = blockOn(versions, day);
  if (!block) throw new Error(`No version of ${name} holds on ${day}`);
  return { id: block.id, text: render(language, block[language], data, lookupIn(language)) };
}
