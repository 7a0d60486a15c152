import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { postAct, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { ChoiceInput, FormFrame, TextInput, useActForm } from '../parts/form.js';
import { tell } from '../parts/notices.js';
import { SendRow } from '../parts/send-row.js';

interface JudgeFormProps {
  id: string;
  finding: Schemas['Finding'];
  onClose: () => void;
}

/** An officer answers for a rule, beside what it says, with a motive that is kept. */
export function JudgeForm({ id, finding, onClose }: JudgeFormProps) {
  const { t, named } = useText();
  const client = useQueryClient();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector('select')?.focus(), []);
  const form = useActForm<{ outcome: string; motive: string }>({
    defaults: { outcome: finding.outcome === 'needsJudgement' ? 'met' : finding.outcome, motive: '' },
    send: (values, headers) =>
      postAct(
        'applications',
        id,
        'judge',
        { ...values, findingCode: finding.code, path: finding.path ?? null },
        headers,
      ),
    onDone: () => {
      tell(t('web.checks.judged', { rule: named('rule', finding.code) }));
      void client.invalidateQueries();
      onClose();
    },
  });
  return (
    <div ref={place} className="judge">
      <FormFrame form={form}>
        <ChoiceInput
          name="outcome"
          label={t('web.checks.outcome')}
          options={['met', 'notMet'].map((value) => ({ value, label: named('findingOutcome', value) }))}
        />
        <TextInput
          name="motive"
          label={t('web.case.motive')}
          description={t('web.checks.motiveHelp')}
          rows={3}
          maxLength={5000}
        />
        <SendRow label={t('web.checks.save')} isSending={form.isSending} onCancel={onClose} />
      </FormFrame>
    </div>
  );
}
