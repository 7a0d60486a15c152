import { ban, importFrom, importOf } from './ban.mjs';

const handles = 'DataSource|QueryRunner|Repository|EntityManager';
const injectors = 'InjectRepository|InjectDataSource|InjectEntityManager';

/** Takes the names that are nevertheless allowed, for example `['QueryRunner']` in a migration. */
export const ormOnlyInRepositories = {
  meta: {
    type: 'problem',
    schema: [{ type: 'array', items: { type: 'string' } }],
    messages: {
      banned:
        '{{ name }} belongs in *.repository.ts, *.queries.ts and platform/database. Add a method to the repository and call that.',
    },
  },
  create(context) {
    const allowed = context.options[0] ?? [];
    const report = (node) => {
      const name = node.imported?.name ?? '* as typeorm';
      if (!allowed.includes(name)) context.report({ node, messageId: 'banned', data: { name } });
    };
    return {
      [importOf('typeorm', handles)]: report,
      [importOf('@nestjs/typeorm', injectors)]: report,
      [`${importFrom('typeorm|@nestjs/typeorm')} > ImportNamespaceSpecifier`]: report,
    };
  },
};

export const noOrmSave = ban(
  'save() loses concurrent updates. Create with transition.create, change with transition.apply (a guarded UPDATE).',
  "CallExpression[callee.property.name='save']",
);

/** `queue.add(…)`, `this.queues.get(topic).add(…)`, `queueFor(topic).add(…)` - but not a set named `queued`. */
const namesAQueue = /queue(?!d)/i;

export const queueAddOnlyInRelay = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      banned:
        'A job added here is lost, or runs too early, when the transaction fails. Call outbox.publish; the relay adds the job after COMMIT.',
    },
  },
  create(context) {
    const report = (node) => context.report({ node, messageId: 'banned' });
    return {
      "CallExpression[callee.property.name='addBulk']": report,
      "CallExpression[callee.property.name='add']": (node) =>
        namesAQueue.test(context.sourceCode.getText(node.callee.object)) && report(node),
    };
  },
};

const setsStatus = /\bset\b(?:(?!\bwhere\b)[^;])*\bstatus"?\s*=/i;

/** Assignments, partial updates given as an object, and SQL. */
export const statusHasOneWriter = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      banned:
        '`status` has one writer, so that no change can miss its audit row: name the action in the lifecycle and call transition.apply.',
    },
  },
  create(context) {
    const report = (node) => context.report({ node, messageId: 'banned' });
    return {
      "AssignmentExpression[left.property.name='status']": report,
      "CallExpression[callee.property.name=/^(set|update|upsert|merge|assign)$/] > ObjectExpression > Property[key.name='status']":
        report,
      TemplateLiteral: (node) =>
        setsStatus.test(node.quasis.map((q) => q.value.raw).join('?')) && report(node),
      Literal: (node) => setsStatus.test(node.value) && report(node),
    };
  },
};
