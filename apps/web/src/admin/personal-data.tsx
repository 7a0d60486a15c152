import { useQueryClient } from '@tanstack/react-query';
import { api, type intent, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { FormFrame, TextInput, useActForm } from '../parts/form.js';
import { FormDialog } from '../parts/form-dialog.js';
import { tell } from '../parts/notices.js';
import { SendRow } from '../parts/send-row.js';

type Act = 'extract' | 'anonymise';
const NAMES = { extract: 'action.user.extract-personal-data', anonymise: 'action.user.anonymise' } as const;

/** What a person may ask for: what is held about them, and that it is removed as far as it may be. */
export function PersonalDataOf({ user }: { user: Schemas['UserView'] }) {
  const { t } = useText();
  return (
    <section>
      <h2>{t('web.user.personalData')}</h2>
      {user.isActive ? <p>{t('web.user.anonymiseClose')}</p> : null}
      <div className="row">
        <FormDialog label={t(NAMES.extract)} help={t('web.user.extractHelp')}>
          {(close) => <ReasonForm id={user.id} act="extract" close={close} />}
        </FormDialog>
        {user.isActive || user.isAnonymised ? null : (
          <FormDialog label={t(NAMES.anonymise)} help={t('web.user.anonymiseHelp')} danger>
            {(close) => <ReasonForm id={user.id} act="anonymise" close={close} />}
          </FormDialog>
        )}
      </div>
    </section>
  );
}

function ReasonForm({ id, act, close }: { id: string; act: Act; close: () => void }) {
  const { t } = useText();
  const client = useQueryClient();
  const form = useActForm({
    defaults: { reason: '' },
    send: ({ reason }, headers) => sendAct(act, id, reason, headers),
    onDone: () => {
      tell(t(`web.user.${act}Done`));
      close();
      void client.invalidateQueries();
    },
  });
  return (
    <FormFrame form={form}>
      <TextInput name="reason" label={t(`web.user.${act}Reason`)} rows={3} />
      <SendRow
        label={t(NAMES[act])}
        isSending={form.isSending}
        onCancel={close}
        danger={act === 'anonymise'}
      />
    </FormFrame>
  );
}

async function sendAct(
  act: Act,
  id: string,
  reason: string,
  headers: ReturnType<typeof intent>,
): Promise<unknown> {
  const body = { reason };
  if (act === 'anonymise')
    return api.POST('/api/v1/users/{id}/anonymise', { params: { path: { id }, header: headers }, body });
  const { data } = await api.POST('/api/v1/users/{id}/extract-personal-data', {
    params: { path: { id } },
    body,
  });
  save(`registerutdrag-${id}.json`, JSON.stringify(data, null, 2));
  return data;
}

/** Kept by the browser as a file, and nowhere else. */
function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}
