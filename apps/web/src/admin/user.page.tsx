import { Alert, Button, Tag, Textfield } from '@digdir/designsystemet-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { FlagInput, FormFrame, TextInput, useActForm } from '../parts/form.js';
import { Loaded } from '../parts/loaded.js';
import { tell } from '../parts/notices.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { SendRow } from '../parts/send-row.js';
import { OrganisationInput, RolesInput } from './account-inputs.js';
import { AdminHead } from './admin-head.js';
import { PersonalDataOf } from './personal-data.js';
import { SecondFactorOf } from './reset-second-factor.js';

type User = Schemas['UserView'];

export function Component() {
  const { t } = useText();
  const id = useParams()['id']!;
  const query = useQuery({
    queryKey: ['get', '/api/v1/users/{id}', id],
    queryFn: async () => {
      const { data, response } = await api.GET('/api/v1/users/{id}', { params: { path: { id } } });
      return { user: data!, etag: response.headers.get('etag') ?? '' };
    },
  });
  return (
    <Loaded query={query}>
      {({ user, etag }) => (
        <>
          <AdminHead
            title={user.name}
            beside={
              user.isActive ? undefined : (
                <Tag>{t(user.isAnonymised ? 'web.user.anonymised' : 'web.users.inactive')}</Tag>
              )
            }
          >
            <p className="quiet">{user.email}</p>
          </AdminHead>
          <div className="two">
            <section>
              <h2>{t('web.user.edit')}</h2>
              {user.isAnonymised ? (
                <p>{t('web.user.isAnonymised')}</p>
              ) : (
                <EditForm key={etag} user={user} etag={etag} />
              )}
            </section>
            <div>
              <PasswordLink key={String(user.hasPassword)} user={user} />
              <SecondFactorOf user={user} />
              <PersonalDataOf user={user} />
            </div>
          </div>
        </>
      )}
    </Loaded>
  );
}

function EditForm({ user, etag }: { user: User; etag: string }) {
  const { t } = useText();
  const client = useQueryClient();
  const form = useActForm({
    defaults: {
      name: user.name,
      roles: user.roles,
      organisationId: user.organisation?.id ?? '',
      isActive: user.isActive,
    },
    send: ({ organisationId, ...account }) =>
      api.PATCH('/api/v1/users/{id}', {
        params: { path: { id: user.id }, header: { 'If-Match': etag } },
        body: { ...account, organisationId: organisationId || null },
      }),
    onDone: () => {
      tell(t('web.user.saved'));
      void client.invalidateQueries();
    },
  });
  return (
    <FormFrame form={form}>
      <TextInput name="name" label={t('web.users.name')} />
      <RolesInput />
      <OrganisationInput known={user.organisation} />
      <FlagInput name="isActive" label={t('web.user.isActive')} />
      <SendRow label={t('web.user.save')} isSending={form.isSending} />
    </FormFrame>
  );
}

/** A first password or a new one. The token is shown once, in an address behind `#`, which no server logs. */
const LINKS = {
  invite: { path: '/inbjudan', title: 'web.user.invite', help: 'web.user.inviteHelp' },
  'reset-password': { path: '/nytt-losenord', title: 'web.user.reset', help: 'web.user.resetHelp' },
} as const;

function PasswordLink({ user }: { user: User }) {
  const { t } = useText();
  const act = user.hasPassword ? 'reset-password' : 'invite';
  const { path, title, help } = LINKS[act];
  const make = useMutation({
    mutationFn: async () => {
      const params = { params: { path: { id: user.id } } };
      return act === 'invite'
        ? (await api.POST('/api/v1/users/{id}/invite', params)).data!
        : (await api.POST('/api/v1/users/{id}/reset-password', params)).data!;
    },
  });
  return (
    <section>
      <h2>{t(title)}</h2>
      <p>{user.isActive ? t(help) : t('web.user.closed')}</p>
      <ProblemNotice error={make.error} />
      {make.data ? (
        <Link path={path} {...make.data} />
      ) : user.isActive ? (
        <Button variant="secondary" loading={make.isPending} onClick={() => make.mutate()}>
          {t(`action.user.${act}`)}
        </Button>
      ) : null}
    </section>
  );
}

function Link({ path, token, expiresAt }: { path: string; token: string; expiresAt: string }) {
  const { t, moment } = useText();
  return (
    <Alert data-color="success" className="problem">
      <h3>{t('web.user.invited')}</h3>
      <Textfield
        label={t('web.user.link')}
        readOnly
        value={`${location.origin}${path}#${token}`}
        onFocus={(event) => event.target.select()}
      />
      <p>{t('web.user.invitedHelp', { until: moment(expiresAt) })}</p>
    </Alert>
  );
}
