import { DECISION_STATUSES } from '#core/decisions';
import {
  a,
  count,
  day,
  id,
  instant,
  kronor,
  many,
  oneOf,
  orNull,
  Shows,
  text,
  year,
} from '../http/view-fields.js';
import { OrganisationRef } from '../organisations/organisation.view.js';

const FUNDS = ['appropriation', 'commitmentLimit'] as const;
const AMENDMENTS = ['letter', 'carryOver'] as const;
const ACCOUNTS = ['source', 'available', 'reserved', 'unpaid', 'paid', 'returned'] as const;

/**
 * `available` = `allocated` − `reserved` − `committed`. `committed` is what approved decisions have bound: not yet paid,
 * `paid`, and `returned` by recipients since. What was returned goes back to the state and is not available again.
 */
class Balances {
  @Shows(kronor) allocated: number;
  @Shows(kronor) reserved: number;
  @Shows(kronor) committed: number;
  @Shows(kronor) paid: number;
  @Shows(kronor) returned: number;
  @Shows(kronor) available: number;
}

export class AppropriationView extends Balances {
  @Shows(id) id: string;
  @Shows(text) code: string;
  @Shows(text) name: string;
  @Shows(year) year: number;
  @Shows(a(Balances)) commitmentLimit: Balances;
}

/** Promised by a proposal, bound by a decision and not paid, and paid. Whole kronor. */
class Holding {
  @Shows(kronor) reserved: number;
  @Shows(kronor) unpaid: number;
  @Shows(kronor) paid: number;
}

/** A case that holds money: of the appropriation's own year, and of what it promises for later ones. */
class AppropriationHolder {
  @Shows(id) applicationId: string;
  /** Its decision in force, or the latest. */
  @Shows(id) decisionId: string;
  @Shows(oneOf(DECISION_STATUSES)) status: (typeof DECISION_STATUSES)[number];
  @Shows(text) registryNumber: string;
  @Shows(text) title: string;
  @Shows(a(OrganisationRef)) organisation: OrganisationRef;
  @Shows(a(Holding)) appropriation: Holding;
  @Shows(a(Holding)) commitmentLimit: Holding;
}

export class AppropriationHolders {
  @Shows(many(AppropriationHolder)) items: AppropriationHolder[];
}

/** What the commitment limit carries for a later year. */
class FutureYear {
  @Shows(year) year: number;
  @Shows(kronor) reserved: number;
  @Shows(kronor) committed: number;
}

/** Entries of a transaction sum to zero, so `amount` may be negative. */
class LedgerEntry {
  @Shows(count) id: number;
  @Shows(id) transactionId: string;
  @Shows(text) act: string;
  @Shows(text) subjectType: string;
  @Shows(id) subjectId: string;
  @Shows(day) day: string;
  @Shows(instant) postedAt: string;
  @Shows(oneOf(FUNDS)) fund: (typeof FUNDS)[number];
  @Shows(oneOf(ACCOUNTS)) account: (typeof ACCOUNTS)[number];
  @Shows(year) year: number;
  @Shows({ type: 'integer', format: 'int64', description: 'Whole kronor' }) amount: number;
}

export class LedgerView extends AppropriationView {
  @Shows(many(FutureYear)) futureYears: FutureYear[];
  @Shows(many(LedgerEntry)) entries: LedgerEntry[];
  @Shows(orNull(text)) nextCursor: string | null;
  /** Of the entries, on all pages. */
  @Shows(count) total: number;
}

class FundChange {
  @Shows(kronor) before: number;
  @Shows(kronor) after: number;
}

/** An appropriation letter amended during the year. */
export class AppropriationAmendmentView {
  @Shows(id) id: string;
  @Shows(id) appropriationId: string;
  @Shows(count) number: number;
  @Shows(oneOf(AMENDMENTS)) kind: (typeof AMENDMENTS)[number];
  /** Where money that is carried over came from, or went. */
  @Shows(orNull(id)) counterpartId: string | null;
  @Shows(text) letterReference: string;
  @Shows(day) decidedOn: string;
  @Shows(text) reason: string;
  @Shows(a(FundChange)) amount: FundChange;
  @Shows(a(FundChange)) commitmentLimit: FundChange;
  @Shows(id) amendedBy: string;
  @Shows(instant) amendedAt: string;
}
