import { CALL_STATUSES, STEPS } from '#core/calls';
import { day, Filled, flag, id, many, oneOf, orNull, Shows, text, year } from '../http/view-fields.js';
import { YearAmountDto } from './call.dto.js';

class CallFacts {
  @Shows(id) id: string;
  @Shows(oneOf(CALL_STATUSES)) status: (typeof CALL_STATUSES)[number];
  @Shows(text) programmeCode: string;
  @Shows(day) wordingFrom: string;
  @Shows(text) title: string;
  @Shows(day) opensOn: string;
  @Shows(day) closesOn: string;
  @Shows(orNull(oneOf(STEPS))) step: (typeof STEPS)[number] | null;
  @Shows(many(year)) years: number[];
  @Shows(many(Filled(YearAmountDto))) budget: YearAmountDto[];
  @Shows(flag) isOpen: boolean;
}

export class CallView extends CallFacts {
  @Shows(text) appropriationCode: string;
  @Shows(many(text)) actions: string[];
}

/** A call as anyone sees it, with the address of its empty form. */
export class PublicCallView extends CallFacts {
  @Shows(text) applicationFormPdf: string;
}
