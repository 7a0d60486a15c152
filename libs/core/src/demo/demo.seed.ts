import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate } from '#domain/shared/local-date';
import { AppropriationService } from '#core/appropriations';
import { CallService } from '#core/calls';
import { ExportScheduleService } from '#core/exports';
import { accountsOf, emailOf } from './accounts.js';
import {
  APPROPRIATION_CODE,
  CALL_TITLES,
  OPEN_DAYS,
  plannedAppropriations,
  plannedCalls,
  plannedExport,
  type PlannedCall,
} from './calendar.js';
import { CasePlayer, type Scene } from './case-player.service.js';
import { contentOf } from './demo-content.js';
import { DemoPeople, type People } from './demo-people.service.js';
import { DemoQueries, type Progress } from './demo.queries.js';
import { FollowUpPlayer } from './follow-up-player.service.js';
import { pastStories } from './past-stories.js';
import { presentStories } from './present-stories.js';
import { momentOf, SeedClock } from './seed-clock.js';
import type { CallKey, Story } from './story.js';

/** Something that happened at a moment; `play` does it unless it was done, and says whether it did. */
interface Event {
  at: Date;
  play(): Promise<boolean>;
}

/**
 * The demo world, made through the services in the order of time. Everything made tells how far it has come by its
 * version, so that a seed that was killed goes on where it was, and one that is done does nothing.
 */
@Injectable()
export class DemoSeed {
  constructor(
    private readonly queries: DemoQueries,
    private readonly people: DemoPeople,
    private readonly appropriations: AppropriationService,
    private readonly calls: CallService,
    private readonly cases: CasePlayer,
    private readonly followUps: FollowUpPlayer,
    private readonly exports: ExportScheduleService,
    private readonly clock: SeedClock,
  ) {}

  /** How many acts were played. */
  async run(): Promise<number> {
    const calls = await this.callsByKey();
    const today = this.firstDay(calls);
    const stories = [...pastStories(today), ...presentStories(today)];
    const people = await this.people.gather([...new Set(stories.map(({ organisation }) => organisation))]);
    const events = [
      ...(await this.appropriationEvents(people, today)),
      ...plannedCalls(today).flatMap((call) => this.callEvents(people, call, calls)),
      ...(await this.storyEvents(people, stories, calls, today)),
      this.exportEvent(people, today),
    ].sort((a, b) => a.at.getTime() - b.at.getTime());
    let played = 0;
    try {
      for (const event of events) {
        this.clock.stand(event.at);
        if (await event.play()) played += 1;
      }
    } finally {
      this.clock.release();
    }
    return played;
  }

  private async callsByKey(): Promise<Map<CallKey, Progress & { closesOn: LocalDate }>> {
    const found = await this.queries.calls(Object.values(CALL_TITLES));
    const keys = Object.entries(CALL_TITLES) as [CallKey, string][];
    return new Map(
      keys.flatMap(([key, title]) => found.filter((row) => row.title === title).map((row) => [key, row])),
    );
  }

  /** The day on which the demo was begun: what was begun on another day is finished as of that day. */
  private firstDay(calls: Map<CallKey, { closesOn: LocalDate }>): LocalDate {
    const open = calls.get('measures') ?? calls.get('mapping');
    return open ? addDays(open.closesOn, -OPEN_DAYS) : this.clock.today();
  }

  private async appropriationEvents(people: People, today: LocalDate): Promise<Event[]> {
    const known = await this.queries.appropriatedYears(APPROPRIATION_CODE);
    return plannedAppropriations(today).map(({ appropriation, createdOn }) => ({
      at: momentOf(createdOn, 0),
      play: async () => {
        if (known.has(appropriation.year)) return false;
        await this.appropriations.create(people.actor('ekonomi'), appropriation);
        return true;
      },
    }));
  }

  private exportEvent(people: People, today: LocalDate): Event {
    const planned = plannedExport(today);
    const recipients = ['handlaggare', 'ekonomi'].map((name) => people.actor(name).userId);
    return {
      at: momentOf(today, 60),
      play: async () => {
        if (await this.queries.isExportPlanned(planned.title)) return false;
        await this.exports.create(people.actor('revisor'), { ...planned, recipients });
        return true;
      },
    };
  }

  private callEvents(
    people: People,
    { key, call, createdOn, publishedOn, closedOn }: PlannedCall,
    calls: Map<CallKey, Progress>,
  ): Event[] {
    const actor = people.actor('handlaggare');
    const steps: [LocalDate | null, () => Promise<Progress>][] = [
      [createdOn, () => this.calls.create(actor, call)],
      [publishedOn, () => this.calls.publish(actor, calls.get(key)!.id)],
      [closedOn, () => this.calls.close(actor, calls.get(key)!.id)],
    ];
    return steps.flatMap(([day, step], index) =>
      day === null
        ? []
        : [
            {
              at: momentOf(day, 60),
              play: async () => {
                if ((calls.get(key)?.version ?? 0) > index) return false;
                const { id } = await step();
                calls.set(key, { ...calls.get(key), id, version: index + 1 });
                return true;
              },
            },
          ],
    );
  }

  private async storyEvents(
    people: People,
    stories: readonly Story[],
    calls: Map<CallKey, Progress>,
    today: LocalDate,
  ): Promise<Event[]> {
    const areas = await this.queries.areas();
    const begun = await this.queries.applications([...calls.values()].map(({ id }) => id));
    const callYears = new Map(plannedCalls(today).map(({ key, call }) => [key, call]));
    return stories.flatMap((story, number) => {
      const { id: organisationId, name } = people.organisation(story.organisation);
      const { applicant, signatory } = accountsOf(story.organisation);
      const { years, step } = callYears.get(story.call)!;
      const callId = calls.get(story.call)?.id;
      const known = begun.find((row) => row.callId === callId && row.organisationId === organisationId);
      const scene: Scene = {
        callId: callId ?? '',
        content: contentOf({
          ...story.content,
          step: step!,
          years,
          organisation: name,
          email: emailOf(applicant),
          areaCodes: (areas.get(story.organisation) ?? []).slice(0, 2),
        }),
        applicant: people.actor(applicant),
        signatory: people.actor(signatory),
        applicationId: known?.id ?? null,
        version: known?.version ?? 0,
      };
      return this.sceneEvents(story, scene, number, people, () => calls.get(story.call)!.id);
    });
  }

  private sceneEvents(
    { acts, followUps }: Story,
    scene: Scene,
    number: number,
    people: People,
    callId: () => string,
  ): Event[] {
    // Cases of one day are spread over it; the acts of one case on one day keep their order.
    const minute = 90 + ((number * 37) % 360);
    return [
      ...acts.map((act, index) => ({
        at: momentOf(act.day, minute + index),
        play: async () => {
          if (scene.version > index) return false;
          scene.callId = callId();
          await this.cases.play(act, scene, people.actor);
          return true;
        },
      })),
      ...followUps.map((followUp, index) => ({
        at: momentOf(followUp.day, minute + acts.length + index),
        play: () => this.followUps.play(followUp, scene, people.actor),
      })),
    ];
  }
}
