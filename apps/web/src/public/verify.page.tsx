import { Alert, Button, Textfield, ValidationMessage } from '@digdir/designsystemet-react';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useSearchParams } from 'react-router';
import { api } from '../api/client.js';
import { useText } from '../frame/language.js';
import { PageHead } from '../parts/page-head.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { FileDrop } from './file-drop.js';
import { sha256Of } from './sha256.js';
import { VerificationAnswer } from './verification-answer.js';
import './public.css';

interface Asked {
  registryNumber: string;
  file: File;
}

async function ask({ registryNumber, file }: Asked) {
  const sha256 = await sha256Of(file);
  const { data } = await api.GET('/api/v1/public/decisions/{registryNumber}/verification', {
    params: { path: { registryNumber }, query: { sha256 } },
  });
  return data!;
}

/** Whether a letter is the agency's, and unchanged. */
export function Component() {
  const { t } = useText();
  const [search] = useSearchParams();
  const [number, setNumber] = useState(search.get('nr') ?? '');
  const [file, choose] = useState<File | null>(null);
  const [isAsked, asked] = useState(false);
  const verify = useMutation({ mutationFn: ask });
  const registryNumber = number.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    asked(true);
    if (registryNumber && file) verify.mutate({ registryNumber, file });
  };
  // An answer is of what was asked: it goes when something else is filled in.
  const change = <Value,>(set: (value: Value) => void) => {
    return (value: Value) => {
      verify.reset();
      set(value);
    };
  };
  const isInsecure = !globalThis.crypto.subtle;
  return (
    <div className="narrow">
      <PageHead title={t('web.verify.title')}>
        <p>{t('web.verify.intro')}</p>
      </PageHead>
      {isInsecure ? <Alert data-color="warning">{t('web.verify.insecure')}</Alert> : null}
      <form noValidate onSubmit={submit} className="form">
        <Textfield
          label={t('web.verify.number')}
          description={t('web.verify.numberHelp')}
          value={number}
          autoComplete="off"
          maxLength={40}
          error={isAsked && !registryNumber ? t('web.verify.needNumber') : undefined}
          onChange={(event) => change(setNumber)(event.target.value)}
        />
        <div>
          <FileDrop label={t('web.verify.file')} file={file} onChoose={change(choose)} />
          {isAsked && !file ? <ValidationMessage>{t('web.verify.needFile')}</ValidationMessage> : null}
        </div>
        <div className="actions">
          <Button type="submit" loading={verify.isPending} disabled={isInsecure}>
            {t('web.verify.now')}
          </Button>
        </div>
      </form>
      <div role="status">{verify.data ? <VerificationAnswer of={verify.data} /> : null}</div>
      <ProblemNotice error={verify.error} />
    </div>
  );
}
