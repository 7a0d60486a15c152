import { CO_FINANCING_SOURCES } from '#core/applications';
import { PROOF_KINDS } from '#core/decisions';
import { Finding } from '../http/finding.view.js';
import {
  a,
  count,
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

/** As applied for, as decided, as reported: `null` until a report tells of the year. */
class CostSteps {
  @Shows(kronor) planned: number;
  @Shows(kronor) decided: number;
  @Shows(orNull(kronor)) reported: number | null;
}

/** With what somebody at the agency has seen proof of. */
class CoFinancingSteps extends CostSteps {
  @Shows(kronor) evidenced: number;
}

class SourceSteps extends CoFinancingSteps {
  @Shows(oneOf(CO_FINANCING_SOURCES)) source: (typeof CO_FINANCING_SOURCES)[number];
}

class GrantSteps {
  @Shows(kronor) requested: number;
  @Shows(kronor) granted: number;
  @Shows(kronor) paid: number;
}

/** The grant's part of the costs in percent, two decimals: asked for, granted, and paid of what was reported. */
class ShareSteps {
  @Shows(orNull(text)) planned: string | null;
  @Shows(orNull(text)) decided: string | null;
  @Shows(orNull(text)) reported: string | null;
}

class FollowedYearView {
  /** `null` for all years together. */
  @Shows(orNull(year)) year: number | null;
  @Shows(a(CostSteps)) costs: CostSteps;
  @Shows(a(GrantSteps)) grant: GrantSteps;
  @Shows(a(CoFinancingSteps)) coFinancing: CoFinancingSteps;
  @Shows(many(SourceSteps)) sources: SourceSteps[];
  @Shows(a(ShareSteps)) share: ShareSteps;
}

class ProofView {
  @Shows(id) id: string;
  @Shows(year) year: number;
  @Shows(oneOf(CO_FINANCING_SOURCES)) source: (typeof CO_FINANCING_SOURCES)[number];
  @Shows(kronor) amount: number;
  @Shows(oneOf(PROOF_KINDS)) kind: (typeof PROOF_KINDS)[number];
  @Shows(text) reference: string;
  @Shows(id) recordedBy: string;
  @Shows(instant) recordedAt: string;
}

/** Co-financing of a decision from plan to proof, over all decisions of its case. */
export class CoFinancingFollowUp {
  @Shows(id) decisionId: string;
  @Shows(id) applicationId: string;
  @Shows(text) registryNumber: string;
  @Shows(text) programmeCode: string;
  /** The ceiling in percent; `null` where the wording states none. */
  @Shows(orNull(count)) percent: number | null;
  @Shows(many(FollowedYearView)) years: FollowedYearView[];
  @Shows(a(FollowedYearView)) total: FollowedYearView;
  @Shows(many(Finding)) findings: Finding[];
  @Shows(many(ProofView)) proofs: ProofView[];
}
