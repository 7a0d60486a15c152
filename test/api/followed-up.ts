import { addDays } from '#domain/shared/local-date';
import { completeReport, type Any, type Client, type Medel } from '#testing';
import { payOut } from './paid-out.js';
import { must, Stage, YEAR, type Organisation } from './stage.js';

/** Held against sums asked of the tables in another way: see follow-up-exports.spec.ts. */
export const FOLLOW_UP_KINDS = [
  'summary',
  'granted-and-refused',
  'grants-by-county',
  'grants-by-municipality-group',
  'grants-by-size-class',
  'grants-by-recipient',
  'grants-by-priority-area',
  'grants-by-target-group',
  'co-financing-share',
  'results',
  'results-by-area',
  'measure-trend',
  'evaluation-figures',
];

const TODAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());

/** What a spreadsheet could take for a formula, or for other cells. */
export const HOSTILE = '=cmd|"/c calc"!A1;\u202e😀\u2028,demo';

/**
 * Two recipients and ten cases of two years: granted (one paid and some of it returned, one paid and amended to nothing of the
 * second year), refused, dismissed, discontinued, withdrawn, revoked and one that waits.
 */
export class FollowedUp {
  private constructor(readonly stage: Stage) {}

  static async make(medel: Medel): Promise<FollowedUp> {
    const stage = await Stage.set(medel, { span: 2 });
    const world = new FollowedUp(stage);
    const { ekonomi } = stage.people;
    const returning = await world.decided('1275', {}, world.activities());
    await payOut(medel, ekonomi, returning.payments[0].id);
    await world.recover(returning.id);
    await world.handIn(returning.reports[0].id);
    await stage.report('approved', 'annan');
    const amended = await world.decided('1275');
    await payOut(medel, ekonomi, amended.payments[0].id);
    const years = [{ year: YEAR + 1, amount: 0 }];
    await stage.amended(amended.id, {
      years,
      reasons: 'Demo: inget behövs andra året.',
      requestedBy: 'recipient',
    });
    for (const outcome of ['reject', 'dismiss', 'discontinue'])
      await world.decided('1275', { outcome, years: [], reportsDue: [] });
    await stage.application('withdrawn', 'annan');
    await stage.decision('revoked');
    await stage.application('submitted');
    await stage.application('draft');
    return world;
  }

  /** A decision that was approved, as it then stands. */
  async decided(organisation: Organisation, proposal: object = {}, content: object = {}): Promise<Any> {
    const { people } = this.stage;
    const [applicant, signatory] = [
      people[`sokande.${organisation}`],
      people[`firmatecknare.${organisation}`],
    ];
    const made = await must(applicant.post('/applications', { body: { callId: this.stage.call.id } }), 201);
    const path = `/applications/${made.body.id}`;
    await must(applicant.edit(path, this.stage.form(content)), 200);
    await must(signatory.post(`${path}/submit`), 200);
    await must(people.handlaggare.post(`${path}/start-assessment`), 200);
    const body = this.stage.proposal(proposal);
    const { body: proposed } = await must(
      people.handlaggare.post(`${path}/decision-proposals`, { body }),
      201,
    );
    return (await must(people.beslut.post(`/decisions/${proposed.id}/approve`), 200)).body;
  }

  /** 70 001 kronor are paid back. */
  private async recover(decisionId: string): Promise<void> {
    const { handlaggare, beslut2, ekonomi } = this.stage.people;
    const claim = { grounds: 'paidByMistake', amount: 100_000, reasons: 'Demo' };
    const made = await must(handlaggare.post(`/decisions/${decisionId}/recoveries`, { body: claim }), 201);
    const act = (who: Client, action: string, body: object) =>
      must(who.post(`/recoveries/${made.body.id}/${action}`, { body }), 200);
    await act(handlaggare, 'notify', { answerBy: addDays(TODAY, 14) });
    await act(beslut2, 'decide', { withoutAnswer: 'Demo' });
    await act(ekonomi, 'register-payment', { amount: 70_001, paidOn: TODAY, reference: 'BG-1' });
  }

  /** Three activities that share two priority areas and four target groups unevenly, and have goals of the same name. */
  private activities() {
    const [activity] = this.stage.form().activities;
    const [goal] = activity.goals;
    return {
      activities: [
        { ...activity, targetGroups: ['youth', 'residents', 'parents'], areaCodes: ['1275R001', '1275R002'] },
        { ...activity, title: HOSTILE, priorityArea: 'health', targetGroups: ['youth'] },
        {
          ...activity,
          title: 'Demo: tre',
          targetGroups: ['children', 'youth'],
          goals: [{ ...goal, baseline: 90, target: 40 }],
        },
      ],
    };
  }

  /** The three goals are answered in order, one goal more than was planned is told, and areas differ from the plan. */
  private async handIn(reportId: string): Promise<void> {
    const indicator = 'Besök per vecka';
    const report = completeReport({ year: YEAR, costs: 900_000, coFinancing: 90_000 });
    const [answer] = report.activities;
    const content = {
      ...report,
      activities: [
        { ...answer, areaCodes: ['1275R001'] },
        { ...answer, result: HOSTILE, reach: 7, areaCodes: ['1275R001', '1275R002', 'X'] },
        { ...answer, status: 'ongoing', reach: null },
      ],
      goals: [
        { indicator, outcome: 249.5 },
        { indicator, outcome: 250 },
        { indicator: `@${HOSTILE}`, outcome: 5 },
        { indicator, outcome: 40 },
      ],
    };
    await must(this.stage.people['sokande.1275'].edit(`/reports/${reportId}`, content), 200);
    await must(this.stage.people['firmatecknare.1275'].post(`/reports/${reportId}/submit`), 200);
  }
}
