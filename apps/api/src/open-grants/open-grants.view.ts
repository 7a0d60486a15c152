import { RECIPIENT_KINDS } from '#core/vocabulary';
import {
  a,
  count,
  day,
  kronor,
  many,
  number,
  oneOf,
  orNull,
  Shows,
  text,
  year,
} from '../http/view-fields.js';
import { OrganisationRef } from '../organisations/organisation.view.js';

/** A grant in force; the names are those of the 360Giving Data Standard where it has them. `id`: the registry number. */
export class OpenGrantItem {
  @Shows(text) id: string;
  @Shows(text) title: string;
  @Shows(text) description: string;
  @Shows(oneOf(['SEK'])) currency: string;
  @Shows(kronor) amountAwarded: number;
  @Shows(kronor) amountDisbursed: number;
  @Shows(kronor) amountReturned: number;
  @Shows(day) awardDate: string;
  @Shows(orNull(day)) plannedStartDate: string | null;
  @Shows(orNull(day)) plannedEndDate: string | null;
  @Shows(orNull(text)) recipientOrganisationNumber: string | null;
  @Shows(orNull(text)) recipientCode: string | null;
  @Shows(text) recipientName: string;
  @Shows(oneOf(RECIPIENT_KINDS)) recipientKind: (typeof RECIPIENT_KINDS)[number];
  @Shows(text) programmeCode: string;
  @Shows(text) call: string;
}

class Granted {
  @Shows(count) grants: number;
  @Shows(count) recipients: number;
  @Shows(kronor) amountAwarded: number;
}

class GrantedInYear extends Granted {
  @Shows(year) year: number;
}

class GrantedByProgramme extends Granted {
  @Shows(text) programmeCode: string;
}

/** `awardedPerInhabitant`: kronor with two decimals; `null` where nobody has said how many inhabitants there are. */
class GrantedToRecipient {
  @Shows(a(OrganisationRef)) organisation: OrganisationRef;
  @Shows(orNull(text)) county: string | null;
  @Shows(count) grants: number;
  @Shows(kronor) amountAwarded: number;
  @Shows(orNull(count)) population: number | null;
  @Shows(orNull(year)) populationYear: number | null;
  @Shows(orNull(text)) populationSource: string | null;
  @Shows(orNull(number)) awardedPerInhabitant: number | null;
}

/** Every krona stands once in each of `byYear`, `byProgramme` and `byRecipient`. A year is that of the decision. */
export class OpenGrantsSummary extends Granted {
  @Shows(oneOf(['SEK'])) currency: string;
  @Shows(day) asOf: string;
  @Shows(many(GrantedInYear)) byYear: GrantedInYear[];
  @Shows(many(GrantedByProgramme)) byProgramme: GrantedByProgramme[];
  @Shows(many(GrantedToRecipient)) byRecipient: GrantedToRecipient[];
}
