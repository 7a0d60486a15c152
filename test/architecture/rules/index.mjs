import * as data from './data.mjs';
import * as edges from './edges.mjs';
import * as purity from './purity.mjs';
import * as style from './style.mjs';
import * as transactions from './transactions.mjs';

const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const rules = { ...data, ...edges, ...purity, ...style, ...transactions };

/** The rules of this house as an ESLint plugin: `noRandom` in purity.mjs is the rule `medel/no-random`. */
export const medel = {
  rules: Object.fromEntries(Object.entries(rules).map(([name, rule]) => [kebab(name), rule])),
};
