import { useEffect, useMemo, useRef, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { useSearchParams } from 'react-router';
import { queries, type Schemas } from '../api/client.js';
import type { ProblemFinding } from '../api/problem.js';
import { useText } from '../frame/language.js';
import { ConflictNotice } from '../parts/conflict-notice.js';
import type { SaveStatus } from '../parts/draft-keeper.js';
import { focusField } from '../parts/field-focus.js';
import { FindingsProvider } from '../parts/findings.js';
import { PageHead } from '../parts/page-head.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { SaveState } from '../parts/save-state.js';
import { StatusTag } from '../parts/status-tag.js';
import { Waiting } from '../parts/waiting.js';
import type { Application } from './content.js';
import { CaseActions } from './case-actions.js';
import { CompletionNotice } from './completion-notice.js';
import { useConflictWords } from './conflict-words.js';
import { CaseProvider } from './form-context.js';
import { ceilingOf } from './financing.js';
import { StepPanel } from './step-panel.js';
import { StepsNav } from './steps-nav.js';
import { orderFindings, SLUGS, STEPS, tellNow, type StepName } from './steps.js';
import { useApplicationDraft } from './use-application-draft.js';

const SAVED: readonly SaveStatus[] = ['reading', 'saved'];

interface ApplicationFormProps {
  application: Application;
  tellUnsaved: (hasUnsaved: boolean) => void;
}

/** The application while it is written: one step at a time, each an address of its own. */
export function ApplicationForm({ application, tellUnsaved }: ApplicationFormProps) {
  const { t } = useText();
  const { id } = application;
  const draft = useApplicationDraft(id);
  const hasUnsaved = !SAVED.includes(draft.status) || draft.conflicts.length > 0;
  useEffect(() => tellUnsaved(hasUnsaved), [hasUnsaved, tellUnsaved]);
  const findings = useChecks(id);
  const ceiling = useCeiling(application);
  const { step, go, left } = useSteps();
  const words = useConflictWords();
  const told = useTold(findings, left, draft.problem?.findings);
  if (draft.content === undefined)
    return draft.problem ? <ProblemNotice error={draft.problem} /> : <Waiting />;
  const isStopped = draft.status === 'stopped';
  return (
    <CaseProvider value={{ application, ceiling, findings, step, go }}>
      <FormProvider {...draft.form}>
        <FindingsProvider of={told}>
          <PageHead
            over={application.call.title}
            title={draft.content.title || t('web.applications.untitled')}
            beside={<StatusTag subject="application" status={application.status} />}
            actions={<SaveState of={draft} />}
          />
          <CompletionNotice application={application} />
          {isStopped ? <ProblemNotice error={draft.problem} /> : null}
          <ConflictNotice draft={draft} {...words} />
          <div className="application-form">
            <StepsNav />
            <StepPanel draft={draft} />
          </div>
          <footer className="form-end">
            <CaseActions application={application} />
          </footer>
        </FindingsProvider>
      </FormProvider>
    </CaseProvider>
  );
}

function useChecks(id: string): Schemas['Finding'][] {
  const { data } = queries.useQuery('get', '/api/v1/applications/{id}/checks', { params: { path: { id } } });
  return useMemo(() => (data ? orderFindings(data) : []), [data]);
}

function useCeiling({ call }: Application) {
  const { data } = queries.useQuery('get', '/api/v1/programmes/{code}', {
    params: { path: { code: call.programmeCode } },
  });
  const wording = data?.wordings.find(({ validFrom }) => validFrom === call.wordingFrom);
  return useMemo(() => ceilingOf(wording?.rules ?? [], call.step), [wording, call.step]);
}

/** What is said beside the fields: of the rules, and of what the server could not save. */
function useTold(
  findings: readonly Schemas['Finding'][],
  left: ReadonlySet<StepName>,
  refused: readonly ProblemFinding[] = [],
): ProblemFinding[] {
  const { finding: inWords } = useText();
  const told = tellNow(findings, left).map((finding) => ({
    ...(finding as unknown as ProblemFinding),
    detail: inWords(finding),
  }));
  return [...refused, ...told];
}

function useSteps() {
  const [search, setSearch] = useSearchParams();
  const step = STEPS.find((each) => SLUGS[each] === search.get('steg')) ?? 'basics';
  const [left, setLeft] = useState<ReadonlySet<StepName>>(new Set(step === 'review' ? STEPS : []));
  const focusOn = useRef<string>(undefined);
  const go = (next: StepName, field?: string) => {
    focusOn.current = field ?? 'step-heading';
    setLeft(new Set(next === 'review' ? STEPS : [...left, step]));
    setSearch({ steg: SLUGS[next] }, { preventScrollReset: field !== undefined });
    if (next === step) focusLater(focusOn);
  };
  useEffect(() => focusLater(focusOn), [step]);
  return { step, go, left };
}

function focusLater(id: { current: string | undefined }): void {
  if (id.current !== undefined) focusField(id.current);
  id.current = undefined;
}
