import { ban, decorated, importOf } from './ban.mjs';

export const httpErrorsOnlyInApi = ban(
  'Only apps/api speaks HTTP. Throw a DomainError of #platform/errors (NotFound, Forbidden, RuleViolated, IllegalTransition, Conflict); the filter translates it.',
  importOf('@nestjs/common', '\\w*Exception'),
);

export const controllerMethodIsOneLine = ban(
  'A controller method is one statement: call the service or the query and return what it gives. The procedure belongs in the service.',
  `${decorated('Get|Post|Put|Patch|Delete|Head|Options|All')} > FunctionExpression > BlockStatement[body.length>1]`,
);
