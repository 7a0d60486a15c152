import { Card } from '@digdir/designsystemet-react';
import { useMemo, useState } from 'react';
import { FormProvider, type UseFormReturn } from 'react-hook-form';
import { Link } from 'react-router';
import { api, type Schemas } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { useText } from '../frame/language.js';
import { ConflictNotice } from '../parts/conflict-notice.js';
import type { DraftSource, Reading } from '../parts/draft-keeper.js';
import { FindingsProvider } from '../parts/findings.js';
import { TextInput } from '../parts/form.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { SaveState } from '../parts/save-state.js';
import { useDraft } from '../parts/use-draft.js';
import { Waiting } from '../parts/waiting.js';
import { ActivityInputs } from './activity-inputs.js';
import { CoFinancingInputs, CostInputs } from './cost-inputs.js';
import { Faults } from './faults.js';
import { GoalInputs } from './goal-inputs.js';
import { contentOf, editOf, EMPTY, type Content } from './report-content.js';
import { SubmitReport } from './submit-report.js';
import { usePlaceNames } from './place-names.js';
import { Years } from './years.js';

type Report = Schemas['ReportDetail'];

function sourceOf(id: string): DraftSource<Content> {
  const path = { id };
  const reading = (data: Report | undefined, response: Response): Reading<Content> => ({
    content: contentOf(data!),
    etag: response.headers.get('etag') ?? '',
    at: data!.updatedAt,
  });
  return {
    read: async () => {
      const { data, response } = await api.GET('/api/v1/reports/{id}', { params: { path } });
      return reading(data, response);
    },
    write: async (parts, etag) => {
      const { data, response } = await api.PATCH('/api/v1/reports/{id}', {
        params: { path, header: { 'If-Match': etag } },
        body: editOf(parts),
      });
      return reading(data, response);
    },
  };
}

/** The report as the recipient writes it: saved while it is written, checked when it is handed in. */
export function ReportForm({ report }: { report: Report }) {
  const { t } = useText();
  const source = useMemo(() => sourceOf(report.id), [report.id]);
  const draft = useDraft<Content>(source, EMPTY);
  const [refusal, refuse] = useState<unknown>(null);
  const words = usePlaceNames();
  const found = [draft.problem, refusal].flatMap((each) => (each instanceof Problem ? each.findings : []));
  if (!draft.content) return draft.problem ? <ProblemNotice error={draft.problem} /> : <Waiting />;
  return (
    <FormProvider {...(draft.form as unknown as UseFormReturn)}>
      <FindingsProvider of={found}>
        <div className="report-bar">
          <SaveState of={draft} />
          <span className="grow" />
          {report.actions.includes('submit') ? (
            <SubmitReport report={report} draft={draft} onRefused={refuse} />
          ) : (
            <span className="quiet">{t('web.report.onlySignatory')}</span>
          )}
        </div>
        <ConflictNotice draft={draft} nameOf={words.nameOf} inWords={words.inWords} />
        {found.length === 0 ? <ProblemNotice error={refusal} /> : <Faults of={found} nameOf={words.nameOf} />}
        <Card className="to-accounting">
          <Link to={`/redovisningar/${report.id}/bokforing`}>{t('web.report.accounting')}</Link>
          <p className="quiet">{t('web.report.accountingHelp')}</p>
        </Card>
        <CostInputs report={report} />
        <CoFinancingInputs report={report} />
        <Years report={report} />
        <ActivityInputs report={report} />
        <GoalInputs report={report} />
        <section>
          <TextInput
            name="deviations"
            label={t('web.report.deviations')}
            description={t('web.report.deviationsHelp')}
            rows={5}
          />
        </section>
        <section>
          <TextInput
            name="lessons"
            label={t('web.report.lessons')}
            description={t('web.report.lessonsHelp')}
            required={report.kind === 'final'}
            rows={5}
          />
        </section>
      </FindingsProvider>
    </FormProvider>
  );
}
