import { Alert, Button, Card } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { postAct, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { ChoiceInput, FormFrame, TextInput, useActForm } from '../parts/form.js';
import { tell } from '../parts/notices.js';
import { SendRow } from '../parts/send-row.js';
import type { Standing } from './use-standing.js';

interface InterestGateProps {
  one: Schemas['ApplicationDetail'];
  standing: Standing;
}

/** Asked before anything is done in the case; and said again to whoever has an interest in it. */
export function InterestGate({ one, standing: { declared, isAsked } }: InterestGateProps) {
  const { t } = useText();
  const [isChanging, change] = useState(false);
  const mayDeclare = one.actions.includes('declare-conflict-of-interest');
  if (!mayDeclare) return null;
  if (isAsked || isChanging)
    return (
      <Card className="gate" data-color="brand1">
        <h2>{t('web.interest.title')}</h2>
        <p>{t('web.interest.help')}</p>
        <InterestForm
          id={one.id}
          onDone={() => change(false)}
          onCancel={isAsked ? undefined : () => change(false)}
        />
      </Card>
    );
  const again = (
    <Button variant="tertiary" onClick={() => change(true)}>
      {t('web.interest.change')}
    </Button>
  );
  if (declared === 'possible')
    return (
      <Alert data-color="warning" className="gate">
        <p>{t('web.interest.possible')}</p>
        {again}
      </Alert>
    );
  return (
    <p className="quiet declared">
      {declared === 'none' ? t('web.interest.none') : t('web.interest.unsaid')} {again}
    </p>
  );
}

interface InterestFormProps {
  id: string;
  onDone: () => void;
  onCancel?: () => void;
}

function InterestForm({ id, onDone, onCancel }: InterestFormProps) {
  const { t, named } = useText();
  const client = useQueryClient();
  const form = useActForm<{ interest: string; note: string }>({
    defaults: { interest: 'none', note: '' },
    send: (values, headers) => postAct('applications', id, 'declare-conflict-of-interest', values, headers),
    onDone: () => {
      tell(t('web.interest.saved'));
      void client.invalidateQueries();
      onDone();
    },
  });
  return (
    <FormFrame form={form}>
      <ChoiceInput
        name="interest"
        label={t('web.interest.question')}
        options={['none', 'possible'].map((value) => ({ value, label: named('interest', value) }))}
      />
      <TextInput name="note" label={t('web.interest.note')} rows={2} maxLength={2000} required={false} />
      <SendRow label={t('web.interest.send')} isSending={form.isSending} onCancel={onCancel} />
    </FormFrame>
  );
}
