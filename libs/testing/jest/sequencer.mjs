import Sequencer from '@jest/test-sequencer';
import { EVERYDAY } from '../../../jest.config.mjs';

/** What takes long begins first: at the end, a worker that has nothing left to do would wait for it. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const isShort = ({ context }) => EVERYDAY.includes(context.config.displayName.name);
    const of = (short) => super.sort(tests.filter((test) => isShort(test) === short));
    return [...of(false), ...of(true)];
  }
}
