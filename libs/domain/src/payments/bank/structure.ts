import type { XmlElement } from '../../shared/xml.js';

/** What a schema says of one element. Children are a sequence in this order, or one of a choice. */
export interface ElementRule {
  name: string;
  min: number;
  /** `Infinity` where it is unbounded. */
  max: number;
  /** Of an element with text only. */
  text?: (text: string) => boolean;
  attributes?: Record<string, (text: string) => boolean>;
  sequence?: readonly ElementRule[];
  choice?: readonly ElementRule[];
}

/** Where a document is not as its schema says. `path` as `CstmrCdtTrfInitn/PmtInf[2]/PmtMtd`. */
export interface StructureProblem {
  code: 'notExpected' | 'missing' | 'tooMany' | 'wrongOrder' | 'wrongText' | 'wrongAttribute';
  path: string;
}

/** Holds an element, and everything in it, against what the schema says of it: order, number, texts and attributes. */
export function checkStructure(element: XmlElement, rule: ElementRule, path = rule.name): StructureProblem[] {
  if (element.name !== rule.name) return [{ code: 'notExpected', path: element.name }];
  return [
    ...attributeProblems(element, rule, path),
    ...(rule.text ? textProblems(element, rule.text, path) : []),
    ...(rule.sequence ? sequenceProblems(element, rule.sequence, path) : []),
    ...(rule.choice ? choiceProblems(element, rule.choice, path) : []),
  ];
}

function attributeProblems(element: XmlElement, rule: ElementRule, path: string): StructureProblem[] {
  const told = rule.attributes ?? {};
  const names = new Set([...Object.keys(told), ...Object.keys(element.attributes)]);
  return [...names]
    .filter((name) => name !== 'xmlns' && !name.startsWith('xmlns:'))
    .filter((name) => !told[name]?.(element.attributes[name] ?? ''))
    .map((name) => ({ code: 'wrongAttribute', path: `${path}/@${name}` }));
}

function textProblems(
  element: XmlElement,
  isRight: (text: string) => boolean,
  path: string,
): StructureProblem[] {
  const inner = element.children.map((child): StructureProblem => ({
    code: 'notExpected',
    path: `${path}/${child.name}`,
  }));
  return isRight(element.text) ? inner : [{ code: 'wrongText', path }, ...inner];
}

function sequenceProblems(
  element: XmlElement,
  rules: readonly ElementRule[],
  path: string,
): StructureProblem[] {
  const places = element.children.map(({ name }) => rules.findIndex((rule) => rule.name === name));
  const inOrder = places.every(
    (place, index) => place === -1 || place >= Math.max(...places.slice(0, index), -1),
  );
  return [
    ...strayText(element, path),
    ...(inOrder ? [] : [{ code: 'wrongOrder', path } as const]),
    ...childProblems(element, rules, path),
    ...rules.flatMap(({ name, min, max }): StructureProblem[] => {
      const count = element.children.filter((child) => child.name === name).length;
      if (count < min) return [{ code: 'missing', path: `${path}/${name}` }];
      return count > max ? [{ code: 'tooMany', path: `${path}/${name}` }] : [];
    }),
  ];
}

function choiceProblems(
  element: XmlElement,
  rules: readonly ElementRule[],
  path: string,
): StructureProblem[] {
  const count = element.children.length;
  if (count === 0) return [{ code: 'missing', path }];
  return [
    ...strayText(element, path),
    ...(count > 1 ? [{ code: 'tooMany', path } as const] : []),
    ...childProblems(element, rules, path),
  ];
}

function childProblems(element: XmlElement, rules: readonly ElementRule[], path: string): StructureProblem[] {
  const counts = new Map<string, number>();
  return element.children.flatMap((child): StructureProblem[] => {
    const number = (counts.get(child.name) ?? 0) + 1;
    counts.set(child.name, number);
    const own = `${path}/${child.name}${number > 1 ? `[${number}]` : ''}`;
    const rule = rules.find(({ name }) => name === child.name);
    if (!rule || child.namespace !== element.namespace) return [{ code: 'notExpected', path: own }];
    return checkStructure(child, rule, own);
  });
}

const strayText = (element: XmlElement, path: string): StructureProblem[] =>
  element.text.trim() === '' ? [] : [{ code: 'wrongText', path }];
