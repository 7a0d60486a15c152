import { ban, decorated } from './ban.mjs';

export const noParallelInTransaction = ban(
  'One transaction is one connection: await the queries one after the other, or fetch it all in one query.',
  `${decorated('Transactional')} CallExpression[callee.object.name='Promise'][callee.property.name=/^(all|allSettled|any|race)$/]`,
);

export const transactionalTakesActor = ban(
  'The first parameter of a @Transactional method is `actor`: every change has someone who answers for it in the audit log.',
  `${decorated('Transactional')}:not([value.params.0.name='actor'])`,
);
