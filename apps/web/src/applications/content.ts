import type { components } from '#api-client';
import { EMPTY_CONTENT } from '#domain/applications/application-content';

type Schemas = components['schemas'];
export type Application = Schemas['ApplicationDetail'];
export type Edit = Schemas['ApplicationEdit'];

/** A year's amount while it is typed: empty, or something that is no amount yet. */
export interface Entry {
  year: number;
  amount: number | string | null;
}

/** The content as the form holds it: every group of fields is there, and what is not chosen is `null` or empty. */
export type Content = Omit<Required<Edit>, 'costs' | 'requested' | 'coFinancing' | 'contact' | 'followUp'> & {
  contact: Required<Schemas['ContactDto']>;
  followUp: Required<Schemas['FollowUpDto']>;
  costs: (Omit<Schemas['CostDto'], 'amount'> & Entry)[];
  requested: Entry[];
  coFinancing: (Omit<Schemas['CoFinancingDto'], 'amount'> & Entry)[];
};

const NO_CONTACT = { name: '', email: '', phone: '' };
const NO_FOLLOW_UP = { plan: '', evaluator: '', continuation: '' };

export const EMPTY: Content = {
  ...(structuredClone(EMPTY_CONTENT) as unknown as Content),
  contact: NO_CONTACT,
  followUp: NO_FOLLOW_UP,
};

export function contentOf(application: Application): Content {
  const { title, summary, activities, costs, requested, coFinancing, partners, statutoryDuty } = application;
  const { contact, followUp } = application;
  return {
    title,
    summary,
    activities,
    costs,
    requested,
    coFinancing,
    partners,
    statutoryDuty,
    contact: contact ?? NO_CONTACT,
    followUp: followUp ?? NO_FOLLOW_UP,
  };
}

const orNull = <T>(value: T | '' | null | undefined): T | null =>
  value === '' || value === undefined ? null : value;

/** An empty amount is none; what is no amount goes as it was written, for the server to say what is wrong with it. */
const withAmount = <Row extends Entry>(row: Row) => ({ ...row, amount: row.amount ?? 0 });

const activityOf = (activity: Content['activities'][number]) => ({
  ...activity,
  priorityArea: orNull(activity.priorityArea),
  orientation: orNull(activity.orientation),
  startsOn: orNull(activity.startsOn),
  endsOn: orNull(activity.endsOn),
  goals: (activity.goals ?? []).map((goal) => ({
    ...goal,
    baseline: orNull(goal.baseline),
    target: orNull(goal.target),
    year: orNull(goal.year),
  })),
});

/** A row that was begun and not written in yet is no partner. */
const isWritten = ({ name, organisationNumber, role }: Content['partners'][number]) =>
  [name, organisationNumber, role].some((text) => text?.trim());

/** What the form holds, as the API takes it. */
export function editOf({
  activities,
  costs,
  requested,
  coFinancing,
  partners,
  ...rest
}: Partial<Content>): Edit {
  return {
    ...rest,
    ...(activities ? { activities: activities.map(activityOf) } : {}),
    ...(partners ? { partners: partners.filter(isWritten) } : {}),
    ...(costs ? { costs: costs.map(withAmount) } : {}),
    ...(requested ? { requested: requested.map(withAmount) } : {}),
    ...(coFinancing ? { coFinancing: coFinancing.map(withAmount) } : {}),
  } as Edit;
}
