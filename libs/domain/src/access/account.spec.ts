import { describe, expect, it } from '@jest/globals';
import { checkAccount } from './account.js';
import type { Role } from './actor.js';

describe('checkAccount', () => {
  it.each<[Role[], string | null, string[]]>([
    [['applicant'], 'malmö', []],
    [['applicant', 'signatory'], 'malmö', []],
    [['caseOfficer', 'decisionMaker'], null, []],
    [['administrator'], 'malmö', ['rolesOfRecipientOnly']],
    [['applicant', 'auditor'], 'malmö', ['rolesOfRecipientOnly']],
    [['signatory'], null, ['rolesNeedOrganisation']],
    [['caseOfficer', 'applicant'], null, ['rolesNeedOrganisation']],
  ])('%j of %s: %j', (roles, organisationId, codes) =>
    expect(checkAccount({ roles, organisationId }).map(({ code }) => code)).toEqual(codes),
  );
});
