import type { JudgedOutcome } from '#domain/applications/judgement';
import type { Amendment } from '#domain/decisions/amendment';
import type { Proposal } from '#domain/decisions/proposal';
import type { Portion } from '#domain/recoveries/instalment-plan';
import type { LocalDate } from '#domain/shared/local-date';
import type { Kronor } from '#domain/shared/money';
import type { ContentPlan } from './demo-content.js';

export type CallKey = 'past' | 'measures' | 'mapping';

/** Something done to a case. Each adds exactly one to the application's version: so a version tells how far a story came. */
export type CaseAct =
  | { act: 'create' | 'edit' | 'submit' | 'discard' | 'withdraw' | 'complete' }
  | { act: 'judge'; by: string; findingCode: string; outcome: JudgedOutcome; motive: string }
  | { act: 'start' | 'assess' | 'declareInterest'; by: string }
  | { act: 'assign'; by: string; to: string }
  | { act: 'requestCompletion'; by: string; text: string; dueOn: LocalDate }
  | { act: 'notifyDelay'; by: string; text: string; expectedOn: LocalDate }
  | { act: 'propose'; by: string; proposal: Proposal }
  | { act: 'approve'; by: string }
  | { act: 'return'; by: string; note: string };

/** What follows on a granted decision. */
export type FollowUp =
  | { act: 'amend'; by: string; amendment: Amendment }
  | { act: 'approveAmendment'; by: string }
  | { act: 'confirmYear'; by: string; year: number }
  | { act: 'fallDue'; year: number; instalment: number }
  | { act: 'attest'; by: string; year: number; instalment: number }
  | { act: 'sendToBank'; by: string; year: number; instalment: number }
  | { act: 'hearFromBank'; by: string; year: number; instalment: number }
  | { act: 'editReport'; dueOn: LocalDate; year: number; percentOfPlan: number }
  | { act: 'submitReport'; dueOn: LocalDate }
  | { act: 'approveReport'; by: string; dueOn: LocalDate }
  | { act: 'notifyRecovery'; by: string; answerBy: LocalDate }
  | { act: 'answerRecovery'; text: string }
  | { act: 'decideRecovery'; by: string }
  | { act: 'planRecovery'; by: string; instalments: Portion[] }
  | { act: 'repay'; by: string; amount: Kronor; reference: string };

/** What the bank and the books have a part in. */
export type MoneyAct = Extract<
  FollowUp,
  {
    act:
      | 'sendToBank'
      | 'hearFromBank'
      | 'notifyRecovery'
      | 'answerRecovery'
      | 'decideRecovery'
      | 'planRecovery'
      | 'repay';
  }
>;

export type Dated<Act> = Act & { day: LocalDate };

/** One organisation's case in one call. */
export interface Story {
  call: CallKey;
  /** Code of the organisation, or the key of an example organisation. */
  organisation: string;
  content: Omit<ContentPlan, 'organisation' | 'email' | 'areaCodes' | 'step' | 'years'>;
  acts: readonly Dated<CaseAct>[];
  followUps: readonly Dated<FollowUp>[];
}

/** The nearest working day on or before a day: agencies rest at weekends. */
export function workingDay(day: LocalDate): LocalDate {
  const date = new Date(`${day}T12:00:00Z`);
  const since = [2, 0, 0, 0, 0, 0, 1][date.getUTCDay()]!;
  date.setUTCDate(date.getUTCDate() - since);
  return date.toISOString().slice(0, 10);
}
