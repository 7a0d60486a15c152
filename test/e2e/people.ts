import { isFull } from '#testing';
import type { Actor, Role } from '#domain/access/actor';
import { hasPermission } from '#domain/access/policy';
import { PAGES } from '../../apps/web/src/frame/pages.js';
import type { Page } from '../../apps/web/src/frame/page.js';

export interface Person {
  name: string;
  /** `null` for whoever has not signed in. */
  account: string | null;
  roles: Role[];
}

export const PEOPLE: readonly Person[] = [
  { name: 'nobody', account: null, roles: [] },
  { name: 'applicant', account: 'sokande.1280', roles: ['applicant'] },
  { name: 'signatory', account: 'firmatecknare.1280', roles: ['applicant', 'signatory'] },
  { name: 'caseOfficer', account: 'handlaggare', roles: ['caseOfficer'] },
  { name: 'decisionMaker', account: 'beslut', roles: ['decisionMaker'] },
  { name: 'financeOfficer', account: 'ekonomi', roles: ['financeOfficer'] },
  { name: 'auditor', account: 'revisor', roles: ['auditor'] },
  { name: 'administrator', account: 'admin', roles: ['administrator'] },
];

export const mayOpen = ({ roles }: Person, page: Page): boolean =>
  page.needs === undefined || hasPermission({ roles } as unknown as Actor, page.needs);

/**
 * Every page with each person who may open it; the first of them is shown in the pictures. Unless there is time for all
 * (`MEDEL_FULL=1`) the first and the last of the list stand for those between.
 */
export const VISITS = PAGES.flatMap((page) =>
  PEOPLE.filter((person) => mayOpen(person, page))
    .map((person, place, all) => ({
      page,
      person,
      isFirst: place === 0,
      isLast: place === all.length - 1,
    }))
    .filter(({ isFirst, isLast }) => isFirst || isLast || isFull),
);
