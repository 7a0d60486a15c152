import { isEmpty } from './eligibility.js';
import fc from 'fast-check';
import { anyBudget } from '#testing';

test('a spec may use the test library and packages', () => {
  fc.assert(fc.property(fc.nat(), (total) => isEmpty({ ...anyBudget, total }) === (total === 0)));
});
