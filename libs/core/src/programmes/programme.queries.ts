import { Injectable } from '@nestjs/common';
import { cite } from '#domain/applications/rules/cite';
import {
  findProgramme,
  programmes,
  wordingAt,
  type Programme,
  type Wording,
} from '#domain/regulations/index';
import type { LocalDate } from '#domain/shared/local-date';
import { NotFound } from '#platform/errors';

/** The programmes, as the ordinances' typed data has them. */
@Injectable()
export class ProgrammeQueries {
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
    carryOver: programme.carryOver,
    repealed: programme.repealed,
    retention: programme.retention,
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
