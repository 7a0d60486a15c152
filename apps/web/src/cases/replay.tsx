import { Alert, Button } from '@digdir/designsystemet-react';
import { useMutation } from '@tanstack/react-query';
import { api, intent, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { ProblemNotice } from '../parts/problem-notice.js';

/** The rules are asked again with the facts that were kept, and with those of today. */
export function Replay({ id }: { id: string }) {
  const { t, named } = useText();
  const replay = useMutation({
    mutationFn: async () => {
      const params = { params: { path: { id } }, headers: intent() };
      const { data } = await api.POST('/api/v1/applications/{id}/evidence/replay', params as never);
      return data as unknown as Schemas['Replay'];
    },
  });
  const { data } = replay;
  return (
    <>
      <Button variant="secondary" loading={replay.isPending} onClick={() => replay.mutate()}>
        {t('action.application.replay')}
      </Button>
      <ProblemNotice error={replay.error} />
      {data ? (
        <div role="status">
          <Alert data-color={data.agrees ? 'success' : 'danger'} className="gate">
            <p>{t(data.agrees ? 'web.replay.agrees' : 'web.replay.differs')}</p>
            <Differences of={data.differences} />
          </Alert>
          <Alert data-color={data.today.agrees ? 'success' : 'warning'} className="gate">
            <p>
              {t(data.today.agrees ? 'web.replay.todayAgrees' : 'web.replay.todayDiffers', {
                verdict: named('verdict', data.today.verdict),
              })}
            </p>
            <Differences of={data.today.differences} />
          </Alert>
        </div>
      ) : null}
    </>
  );
}

function Differences({ of }: { of: readonly Schemas['Difference'][] }) {
  const { t, named } = useText();
  if (of.length === 0) return null;
  const said = (finding: Schemas['Finding'] | null) =>
    finding ? named('findingOutcome', finding.outcome) : t('web.replay.absent');
  return (
    <ul>
      {of.map(({ code, then, now, fields }, place) => (
        <li key={place}>
          <strong>{named('rule', code)}</strong>:{' '}
          {t('web.replay.change', { then: said(then), now: said(now) })}
          <ul>
            {fields.map((field) => (
              <li key={field.path}>
                <code>{field.path}</code>: {shown(field.then)} → {shown(field.now)}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value ?? null));
