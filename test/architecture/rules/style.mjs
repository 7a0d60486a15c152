import { ban } from './ban.mjs';

export const noConsole = ban(
  'Log through the logger of #platform/telemetry, which knows the request and hides personal data. console is for tools/.',
  "MemberExpression[object.name='console']",
);

export const noDefaultExport = ban(
  'Export by name, so that a thing is called the same everywhere.',
  'ExportDefaultDeclaration',
  "ExportSpecifier[exported.name='default']",
);
