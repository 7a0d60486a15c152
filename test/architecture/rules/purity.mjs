import { ban, importOf } from './ban.mjs';

export const envOnlyInConfig = ban(
  'Only platform/config reads the environment, checked once at start. Add the setting there and inject the configuration.',
  "MemberExpression[object.name='process'][property.name='env']",
  "VariableDeclarator[init.name='process'] > ObjectPattern > Property[key.name='env']",
  importOf('(node:)?process', 'env'),
);

export const clockOnlyInClock = ban(
  'Inject the Clock of #platform/clock (now, today): a test must be able to say what day it is. A rule in libs/domain takes the day as an argument.',
  "NewExpression[callee.name='Date'][arguments.length=0]",
  "CallExpression[callee.name='Date']",
  "CallExpression[callee.object.name='Date'][callee.property.name='now']",
);

export const nfcOnlyInNfc = ban(
  'Take toNfc of #domain/shared/nfc: marks without end on one letter take normalize the square of their number.',
  "CallExpression[callee.property.name='normalize'][arguments.0.value='NFC']",
);

export const noRandom = ban(
  'A decision must come out the same when it is replayed. Take the value as an argument; identities come from the database (uuidv7).',
  "MemberExpression[object.name='Math'][property.name='random']",
);

export const domainImportsNothing = ban(
  'libs/domain imports nothing outside itself, not even a type. Write a small structural type, or take the value as an argument.',
  ':matches(ImportDeclaration, ExportAllDeclaration, ExportNamedDeclaration, ImportExpression)[source.value=/^(?!\\.{1,2}\\u002F|#domain\\u002F)/]',
);
