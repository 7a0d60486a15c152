import { Button, Fieldset, Radio } from '@digdir/designsystemet-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, intent, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { ActDialog } from '../parts/act-dialog.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { useList } from '../parts/use-list.js';
import type { Edit } from './content.js';
import { continueContent, copyContent } from './copied-content.js';

type Case = Schemas['ApplicationItem'];
type Call = Schemas['CallView'];

interface StartApplicationProps {
  call: Call;
  cases: readonly Case[];
  isMain: boolean;
}

const NOTHING = 'empty';

/** A new draft: empty, as an earlier one, or on from an approved mapping. */
export function StartApplication({ call, cases, isMain }: StartApplicationProps) {
  const { t, day } = useText();
  const [isOpen, open] = useState(false);
  const [from, choose] = useState(NOTHING);
  const start = useStart(call);
  const mappings = useApprovedMappings(call, cases);
  const earlier = cases.filter(
    ({ status, id }) => status !== 'discarded' && mappings.every((each) => each.of.id !== id),
  );
  const hasChoice = earlier.length + mappings.length > 0;
  const name = t('web.applications.start');
  const begin = () => start.mutate({ from, mappings });
  return (
    <>
      <Button
        variant={isMain ? 'primary' : 'secondary'}
        loading={start.isPending && !isOpen}
        aria-label={t('web.applications.startOf', { call: call.title })}
        onClick={() => (hasChoice ? open(true) : begin())}
      >
        {name}
      </Button>
      {isOpen ? null : <ProblemNotice error={start.error} />}
      <ActDialog name={name} isOpen={isOpen} onClose={() => open(false)}>
        <p>{call.title}</p>
        <ProblemNotice error={start.error} />
        <Fieldset className="start-from">
          <Fieldset.Legend>{t('web.applications.startFrom')}</Fieldset.Legend>
          <Radio
            name="from"
            value={NOTHING}
            label={t('web.applications.startEmpty')}
            checked={from === NOTHING}
            onChange={() => choose(NOTHING)}
          />
          {mappings.map(({ of }) => (
            <Radio
              key={of.id}
              name="from"
              value={of.id}
              label={t('web.applications.continueMapping', { title: of.title })}
              description={t('web.applications.continueMappingHelp')}
              checked={from === of.id}
              onChange={() => choose(of.id)}
            />
          ))}
          {earlier.map((each) => (
            <Radio
              key={each.id}
              name="from"
              value={each.id}
              label={t('web.applications.copy', { title: each.title || each.call.title })}
              description={`${each.call.title}, ${day(each.submittedAt ?? each.updatedAt)}`}
              checked={from === each.id}
              onChange={() => choose(each.id)}
            />
          ))}
        </Fieldset>
        <div className="actions">
          <Button loading={start.isPending} onClick={begin}>
            {name}
          </Button>
          <Button variant="tertiary" onClick={() => open(false)}>
            {t('web.act.cancel')}
          </Button>
        </div>
      </ActDialog>
    </>
  );
}

interface Mapping {
  of: Case;
  reportId: string;
}

/** Step 2 goes on from a mapping whose report is approved. */
function useApprovedMappings(call: Call, cases: readonly Case[]): Mapping[] {
  const reports = useList<Schemas['ReportItem']>('/api/v1/reports', { status: 'approved' }).rows ?? [];
  if (call.step !== 'measures') return [];
  return cases
    .filter((each) => each.step === 'mapping' && each.programmeCode === call.programmeCode)
    .flatMap((of) => {
      const report = reports.find((each) => each.applicationId === of.id);
      return report ? [{ of, reportId: report.id }] : [];
    });
}

const read = async (id: string) =>
  (await api.GET('/api/v1/applications/{id}', { params: { path: { id } } })).data!;

async function contentFrom(id: string, mapping: Mapping | undefined, call: Call): Promise<Edit> {
  const earlier = await read(id);
  if (!mapping) return copyContent(earlier, call.years);
  const { data } = await api.GET('/api/v1/reports/{id}', { params: { path: { id: mapping.reportId } } });
  return continueContent(earlier, data!.lessons);
}

function useStart(call: Call) {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async ({ from, mappings }: { from: string; mappings: Mapping[] }) => {
      // What is copied is read first: a draft is not made where that fails.
      const mapping = mappings.find(({ of }) => of.id === from);
      const body = from === NOTHING ? undefined : await contentFrom(from, mapping, call);
      const { data, response } = await api.POST('/api/v1/applications', {
        body: { callId: call.id },
        params: { header: intent() },
      });
      const { id } = data!;
      const etag = response.headers.get('etag') ?? '';
      if (body)
        await api.PATCH('/api/v1/applications/{id}', {
          params: { path: { id }, header: { 'If-Match': etag } },
          body,
        });
      return id;
    },
    onSuccess: (id) => navigate(`/ansokningar/${id}`),
  });
}
