import { describe, expect, it } from '@jest/globals';
import { applicationLifecycle } from '../applications/application.lifecycle.js';
import { ROLES, type Actor } from './actor.js';
import { permissions, type Permission } from './permissions.js';
import { actionsByStatus, decideAccess, hasPermission } from './policy.js';

const actor = (roles: Actor['roles'], organisationId: string | null = null): Actor => ({
  userId: 'user',
  personId: 'person',
  roles,
  organisationId,
});
const signatory = actor(['signatory'], 'malmö');
const own = { organisationId: 'malmö' };
const others = { organisationId: 'perstorp' };

describe('decideAccess', () => {
  it.each<[string, Actor, Permission, { organisationId: string } | undefined, string]>([
    ['its signatory submits its own', signatory, 'application.submit', own, 'allowed'],
    ['an applicant may not submit', actor(['applicant'], 'malmö'), 'application.submit', own, 'forbidden'],
    ['nobody learns that another case exists', signatory, 'application.submit', others, 'notFound'],
    ['not even where the role would not do', signatory, 'decision.approve', others, 'notFound'],
    ['a case officer sees every case', actor(['caseOfficer']), 'application.assess', others, 'allowed'],
    ['a case officer does not decide', actor(['caseOfficer']), 'decision.approve', own, 'forbidden'],
    ['a decision maker does not attest', actor(['decisionMaker']), 'payment.attest', own, 'forbidden'],
    ['an auditor changes nothing', actor(['auditor']), 'application.assess', own, 'forbidden'],
    ['an administrator decides nothing', actor(['administrator']), 'decision.approve', own, 'forbidden'],
    ['who has no role may nothing', actor([]), 'programme.read', undefined, 'forbidden'],
  ])('%s', (_, who, permission, subject, expected) =>
    expect(decideAccess(who, permission, subject)).toBe(expected),
  );

  it('lets the system do everything, in every case', () => {
    for (const permission of Object.keys(permissions) as Permission[]) {
      expect(decideAccess(actor(['system']), permission, others)).toBe('allowed');
    }
  });
});

describe('permissions', () => {
  const changes = (Object.keys(permissions) as Permission[]).filter((name) => !name.endsWith('.read'));

  it('let auditors export, replay and draw samples, and change nothing else', () => {
    const auditors = changes.filter((name) => hasPermission(actor(['auditor']), name));
    // They write nothing into a case: a replay, a trial of a call. A sample is drawn by chance, and only asks for proof.
    // Their own sessions, password and second factors are no case either.
    const harmless =
      /^export(Schedule)?\.|^(session|secondFactor|apiKey)\.|\.replay$|^call\.(simulate|allocate)$|^sample\.create$/;
    expect(auditors.filter((name) => !harmless.test(name))).toEqual([]);
  });

  it('keep proposing, deciding and attesting in different roles', () => {
    for (const role of ROLES) {
      const held = (['application.propose', 'decision.approve', 'payment.attest'] as const).filter((name) =>
        hasPermission(actor([role]), name),
      );
      expect(held.length).toBeLessThanOrEqual(1);
    }
  });
});

describe('actionsByStatus', () => {
  it('gives a signatory of a draft exactly its actions', () => {
    const actions = actionsByStatus(applicationLifecycle, signatory);
    expect(actions.draft).toEqual(['edit', 'submit', 'discard']);
    expect(actions.decided).toEqual([]);
  });

  it('gives an auditor none in any state', () => {
    const actions = actionsByStatus(applicationLifecycle, actor(['auditor']));
    expect(Object.values(actions).flat()).toEqual([]);
    expect(Object.keys(actions)).toEqual([...applicationLifecycle.states]);
  });
});
