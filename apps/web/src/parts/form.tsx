import { useId, useRef, useState, type BaseSyntheticEvent, type ReactNode } from 'react';
import { FormProvider, useForm, type DefaultValues, type FieldValues } from 'react-hook-form';
import { intent } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { FindingsContext } from './findings.js';
import { Refusal } from './refusal.js';

export { useFormContext as useField } from 'react-hook-form';
export { FindingsProvider, useFindings } from './findings.js';
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
  submit: (event?: BaseSyntheticEvent) => Promise<void>;
};

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
