import type { components } from '#api-client';

type Schemas = components['schemas'];

export interface Deadline {
  kind: 'call' | 'draft' | 'completion' | 'report';
  on: string;
  title: string;
  href: string | undefined;
  isLate: boolean;
}

interface Sources {
  calls: readonly Schemas['CallView'][];
  /** Cases whose drafts wait to be handed in. */
  drafts: readonly Schemas['ApplicationItem'][];
  /** Cases that are to be completed, with the day. */
  completions: readonly { id: string; title: string; dueOn: string }[];
  reports: readonly Schemas['ReportItem'][];
}

const OPEN_REPORTS = ['upcoming', 'open', 'completionRequested'];

/** What the recipient must think of, the nearest first. `today` is the day of the reader. */
export function findDeadlines({ calls, drafts, completions, reports }: Sources, today: string): Deadline[] {
  const open = new Map(calls.filter((call) => call.isOpen).map((call) => [call.id, call]));
  const begun = new Set(drafts.map((draft) => draft.callId));
  const all: Omit<Deadline, 'isLate'>[] = [
    ...[...open.values()]
      .filter((call) => !begun.has(call.id))
      .map((call) => ({ kind: 'call' as const, on: call.closesOn, title: call.title, href: undefined })),
    ...drafts.flatMap((draft) => {
      const call = open.get(draft.callId);
      const title = draft.title || draft.call.title;
      return call
        ? [{ kind: 'draft' as const, on: call.closesOn, title, href: `/ansokningar/${draft.id}` }]
        : [];
    }),
    ...completions.map(({ id, title, dueOn }) => ({
      kind: 'completion' as const,
      on: dueOn,
      title,
      href: `/ansokningar/${id}`,
    })),
    ...reports
      .filter((report) => OPEN_REPORTS.includes(report.status))
      .map((report) => ({
        kind: 'report' as const,
        on: report.dueOn,
        title: report.title,
        href: `/redovisningar/${report.id}`,
      })),
  ];
  return all.map((each) => ({ ...each, isLate: each.on < today })).sort((a, b) => a.on.localeCompare(b.on));
}
