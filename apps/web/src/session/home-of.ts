import type { Role } from '#domain/access/actor';
import type { User } from './session.js';

/** Where each role's day begins. */
const HOMES: Record<Role, string> = {
  applicant: '/ansokningar',
  signatory: '/ansokningar',
  caseOfficer: '/arbete',
  decisionMaker: '/beslut',
  financeOfficer: '/utbetalningar',
  auditor: '/uttag',
  administrator: '/admin',
};

export const homeOf = (user: User): string => HOMES[user.roles[0]!];
