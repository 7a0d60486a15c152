import { Injectable } from '@nestjs/common';
import { checkRecipient } from '#domain/applications/eligibility';
import { cite } from '#domain/applications/rules/cite';
import {
  findProgramme,
  programmes,
  wordingAt,
  type Programme,
  type Wording,
} from '#domain/regulations/index';
import { computeVerdict } from '#domain/shared/finding';
import type { LocalDate } from '#domain/shared/local-date';
import { MeasureQueries } from '#core/measures';
import { OrganisationQueries } from '#core/organisations';
import { Clock } from '#platform/clock';
import type { Scope } from '#platform/database';
import { Invalid, NotFound } from '#platform/errors';

/** The programmes, as the ordinances' typed data has them. */
@Injectable()
export class ProgrammeQueries {
  constructor(
    private readonly organisations: OrganisationQueries,
    private readonly measures: MeasureQueries,
    private readonly clock: Clock,
  ) {}

  list() {
    return {
      items: programmes.map((programme) => show(programme)),
      nextCursor: null,
      total: programmes.length,
    };
  }

  one(code: string, asOf?: LocalDate) {
    const programme = findProgramme(code);
    if (!programme) throw new NotFound();
    return show(programme, asOf);
  }

  /** Ids of the recipients whom no rule about recipients excludes today; one that needs judgement is not excluded. */
  async eligible(scope: Scope, code: string): Promise<string[]> {
    const programme = findProgramme(code);
    if (!programme) throw new Invalid([{ code: 'unknownProgramme', path: 'eligibleFor' }]);
    const wording = wordingAt(programme, this.clock.today()) ?? programme.wordings.at(-1)!;
    const facts = await this.measures.facts(scope, measuresOf(wording));
    const recipients = await this.organisations.recipients(scope);
    return recipients
      .filter(
        (recipient) =>
          computeVerdict(checkRecipient({ recipient, measures: facts }, wording)) !== 'notEligible',
      )
      .map((recipient) => recipient.id);
  }
}

/** The measures that a wording's rules name. */
export function measuresOf(wording: Wording): string[] {
  return wording.rules.flatMap((rule) =>
    rule.kind === 'measureThreshold' ? rule.parameters.thresholds.map((threshold) => threshold.measure) : [],
  );
}

function show(programme: Programme, asOf?: LocalDate) {
  const wordings =
    asOf === undefined ? programme.wordings : [wordingAt(programme, asOf)].filter((w) => w !== undefined);
  return {
    code: programme.code,
    name: programme.name,
    title: programme.title,
    isExample: programme.isExample,
    appeal: programme.appeal,
    repealed: programme.repealed,
    wordings: wordings.map((wording) => ({
      sfs: wording.sfs,
      amendedBy: wording.amendedBy,
      validFrom: wording.validFrom,
      validTo: wording.validTo,
      sectionsNotAvailable: wording.sectionsNotAvailable,
      rules: wording.rules.map((rule) => ({
        code: rule.code,
        citation: cite(wording, rule),
        kind: rule.kind,
        parameters: rule.parameters,
      })),
    })),
  };
}
