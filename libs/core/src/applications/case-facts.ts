import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import type { ApplicationContent } from '#domain/applications/application-content';
import type { CaseFacts } from '#domain/applications/facts';
import { findProgramme, wordingAt, type Wording } from '#domain/regulations/index';
import type { LocalDate } from '#domain/shared/local-date';
import type { Call } from '#core/calls';
import { MeasureQueries, type SeriesUsed } from '#core/measures';
import { OrganisationQueries } from '#core/organisations';
import { measuresOf } from '#core/programmes';
import { Clock } from '#platform/clock';
import type { Application } from './application.entity.js';
import { ApplicationRepository, type Surroundings } from './application.repository.js';

export interface Case {
  call: Call;
  wording: Wording;
  facts: CaseFacts;
}

export interface Asked {
  /** `undefined` where the application is not there. */
  surroundings: Surroundings | undefined;
  latest: SeriesUsed[];
}

/** Gathers everything that the wording of the application's call may ask about it. */
@Injectable()
export class CaseFactsReader {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly organisations: OrganisationQueries,
    private readonly measures: MeasureQueries,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, application: Application): Promise<Case> {
    return this.gather(actor, application, await this.ask(actor, application.id));
  }

  /** What does not depend on the content. Asked together, so that it travels together, and with what locks the row. */
  async ask(actor: Actor, id: string): Promise<Asked> {
    const [surroundings, latest] = await Promise.all([
      this.applications.surroundings(actor, id, this.clock.today()),
      this.measures.latest(actor),
    ]);
    return { surroundings, latest };
  }

  /** With what the content asks for besides. */
  async gather(actor: Actor, { content }: Application, { surroundings, latest }: Asked): Promise<Case> {
    const { call, day, ...rest } = surroundings!;
    const wording = wordingOf(call);
    const facts: CaseFacts = {
      ...rest,
      partnerKinds: await this.partnerKinds(actor, content),
      measures: await this.measures.recorded(actor, latest, measuresOf(wording)),
      content,
      call: { opensOn: call.opensOn, closesOn: call.closesOn, step: call.step, years: call.years },
      submittedOn: day,
    };
    return { call, wording, facts };
  }

  private async partnerKinds(
    actor: Actor,
    { partners }: ApplicationContent,
  ): Promise<CaseFacts['partnerKinds']> {
    if (partners.length === 0) return [];
    const numbers = partners.map((partner) => partner.organisationNumber);
    const kinds = await this.organisations.kindsByNumber(actor, numbers);
    return numbers.map((number) => kinds.find((row) => row.organisationNumber === number)?.kind ?? null);
  }
}

/** The wording that a call is pinned to. */
export function wordingOf(call: { programmeCode: string; wordingFrom: LocalDate }): Wording {
  const programme = findProgramme(call.programmeCode);
  const wording = programme && wordingAt(programme, call.wordingFrom);
  if (!wording) throw new Error(`${call.programmeCode} has no wording from ${call.wordingFrom}`);
  return wording;
}
