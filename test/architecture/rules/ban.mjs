/** A rule that reports every node one of the selectors finds. The message says what to do instead. */
export function ban(message, ...selectors) {
  return {
    meta: { type: 'problem', schema: [], messages: { banned: message } },
    create: (context) => ({
      [selectors.join(', ')]: (node) => context.report({ node, messageId: 'banned' }),
    }),
  };
}

/** `import … from 'source'`, types included; a pattern. A selector cannot hold a slash inside a pattern. */
export const importFrom = (source) =>
  `ImportDeclaration[source.value=/^(${source.replaceAll('/', '\\u002F')})$/]`;

/** `import { name } from 'source'`; both are patterns. */
export const importOf = (source, name) =>
  `${importFrom(source)} > ImportSpecifier[imported.name=/^(${name})$/]`;

/** A method that carries one of the decorators. */
export const decorated = (name) =>
  `MethodDefinition:has(Decorator > CallExpression[callee.name=/^(${name})$/])`;
