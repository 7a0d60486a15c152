import { useNavigate } from 'react-router';
import type { Role } from '#domain/access/actor';
import { api } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { useText } from '../frame/language.js';
import { FormFrame, TextInput, useActForm } from '../parts/form.js';
import { SendRow } from '../parts/send-row.js';
import { OrganisationInput, RolesInput } from './account-inputs.js';

interface NewUser {
  name: string;
  email: string;
  roles: Role[];
  organisationId: string;
  /** The address of the person's other account. */
  samePersonAs: string;
}

export function NewUserForm() {
  const { t } = useText();
  const navigate = useNavigate();
  const form = useActForm<NewUser>({
    defaults: { name: '', email: '', roles: [], organisationId: '', samePersonAs: '' },
    send: async ({ organisationId, samePersonAs, ...account }, headers) => {
      const same = await accountOf(samePersonAs, t('web.users.noSuchAccount'));
      const { data } = await api.POST('/api/v1/users', {
        params: { header: headers },
        body: { ...account, organisationId: organisationId || null, samePersonAs: same },
      });
      await navigate(`/admin/anvandare/${data!.id}`);
    },
    onDone: () => undefined,
  });
  return (
    <FormFrame form={form}>
      <p>{t('web.users.newHelp')}</p>
      <TextInput name="name" label={t('web.users.name')} />
      <TextInput name="email" label={t('web.users.email')} type="email" />
      <RolesInput />
      <OrganisationInput />
      <TextInput
        name="samePersonAs"
        label={t('web.users.samePerson')}
        description={t('web.users.samePersonHelp')}
        type="email"
        required={false}
      />
      <SendRow label={t('action.user.create')} isSending={form.isSending} />
    </FormFrame>
  );
}

/** The account with an address; one that is not there is told as the server would tell it. */
async function accountOf(email: string, missing: string): Promise<string | null> {
  const sought = email.trim().toLowerCase();
  if (sought === '') return null;
  const { data } = await api.GET('/api/v1/users', { params: { query: { q: sought, limit: 50 } } });
  const found = data!.items.find((user) => user.email === sought);
  if (found) return found.id;
  const findings = [{ code: 'unknownUser', path: 'samePersonAs', detail: missing }];
  const said = { type: 'about:blank', title: missing, status: 400, code: 'invalid', detail: missing };
  throw new Problem({ ...said, requestId: '', findings });
}
