import { ErrorSummary } from '@digdir/designsystemet-react';
import { createContext, useContext, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { FormProvider, useForm, useFormContext, type DefaultValues, type FieldValues } from 'react-hook-form';
import { intent } from '../api/client.js';
import { Problem, type ProblemFinding } from '../api/problem.js';
import { useText } from '../frame/language.js';
import { ProblemNotice } from './problem-notice.js';

export { ChoiceInput, DayInput, FlagInput, MoneyInput, NumberInput, TextInput } from './form-inputs.js';

interface ActFormOptions<Values extends FieldValues> {
  defaults: Values;
  /** Sends what was filled in. `headers` hold one key for this intent: sent twice, it acts once. */
  send: (values: Values, headers: ReturnType<typeof intent>) => Promise<unknown>;
  onDone: () => void;
}

/** A form that is sent as a whole. What the server refuses is told beside its field and in one list, and nothing is lost. */
export function useActForm<Values extends FieldValues>({ defaults, send, onDone }: ActFormOptions<Values>) {
  const form = useForm<Values>({ defaultValues: defaults as DefaultValues<Values> });
  const [problem, setProblem] = useState<unknown>(null);
  const headers = useRef(intent());
  const submit = form.handleSubmit(async (values) => {
    try {
      setProblem(null);
      await send(values, headers.current);
      onDone();
    } catch (error) {
      setProblem(error);
      // A corrected form is another intent than the one that was refused.
      if (error instanceof Problem && error.body.status !== 0) headers.current = intent();
    }
  });
  return { form, problem, submit, isSending: form.formState.isSubmitting };
}

type ActFormState = Pick<ReturnType<typeof useActForm<never>>, 'problem' | 'isSending'> & {
  form: unknown;
  submit: (event?: React.BaseSyntheticEvent) => Promise<void>;
};

interface Findings {
  of: readonly ProblemFinding[];
  idOf: (name: string) => string;
}

const FindingsContext = createContext<Findings>({ of: [], idOf: (name) => name });

/** `costs.0.amount` of the form is `costs[0].amount` of the API. */
const pathOf = (name: string) => name.replace(/\.(\d+)/g, '[$1]');

/** What the server said of one field, and the id that the list of errors leads to. */
export function useFindings(name: string): { id: string; error: ReactNode } {
  const { of, idOf } = useContext(FindingsContext);
  const path = pathOf(name);
  const own = of.filter((finding) => finding.path === path);
  return { id: idOf(path), error: own.length > 0 ? own.map((each) => each.detail).join(' ') : undefined };
}

/** For findings that come from elsewhere than the sending: a draft's checks. */
export function FindingsProvider({ of, children }: { of: readonly ProblemFinding[]; children: ReactNode }) {
  const base = useId();
  return <FindingsContext value={{ of, idOf: (path) => `${base}-${path}` }}>{children}</FindingsContext>;
}

export function FormFrame({ form, children }: { form: ActFormState; children: ReactNode }) {
  const base = useId();
  const idOf = (path: string) => `${base}-${path}`;
  const findings = form.problem instanceof Problem ? form.problem.findings : [];
  return (
    <FormProvider {...(form.form as ReturnType<typeof useForm>)}>
      <FindingsContext value={{ of: findings, idOf }}>
        <form noValidate onSubmit={(event) => void form.submit(event)} className="form">
          <Refusal problem={form.problem} idOf={idOf} />
          {children}
        </form>
      </FindingsContext>
    </FormProvider>
  );
}

function Refusal({ problem, idOf }: { problem: unknown; idOf: (path: string) => string }) {
  const { t } = useText();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) summary.current?.focus();
  }, [problem]);
  if (!problem) return null;
  const findings = problem instanceof Problem ? problem.findings : [];
  if (!findings.some((finding) => finding.path))
    return (
      <div ref={summary} tabIndex={-1}>
        <ProblemNotice error={problem} />
      </div>
    );
  return (
    <div ref={summary} tabIndex={-1} role="alert">
      <ErrorSummary>
        <ErrorSummary.Heading>{t('error.invalid.title')}</ErrorSummary.Heading>
        <ErrorSummary.List>
          {findings.map((finding, place) => (
            <ErrorSummary.Item key={place}>
              {finding.path ? (
                <ErrorSummary.Link href={`#${idOf(finding.path)}`}>{finding.detail}</ErrorSummary.Link>
              ) : (
                finding.detail
              )}
            </ErrorSummary.Item>
          ))}
        </ErrorSummary.List>
      </ErrorSummary>
    </div>
  );
}

export const useField = useFormContext;
