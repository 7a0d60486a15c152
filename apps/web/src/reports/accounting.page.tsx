import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { api, queries } from '../api/client.js';
import { useText } from '../frame/language.js';
import { fileForm, FileInput } from '../parts/file-input.js';
import { FormFrame, useActForm } from '../parts/form.js';
import { Loaded } from '../parts/loaded.js';
import { PageHead } from '../parts/page-head.js';
import { SendRow } from '../parts/send-row.js';
import { useFilters } from '../parts/use-filters.js';
import { may, useSession } from '../session/session.js';
import { AccountingImport } from './accounting-import.js';
import { ImportList } from './import-list.js';
import './reports.css';

export function Component() {
  const { t } = useText();
  const id = useParams()['id']!;
  const { user } = useSession();
  const [shown, show] = useFilters(['import']);
  const report = queries.useQuery('get', '/api/v1/reports/{id}', { params: { path: { id } } });
  return (
    <Loaded query={report}>
      {(of) => (
        <div className="report">
          <PageHead
            title={t('web.accounting.title')}
            over={
              <Link to={`/redovisningar/${id}`}>
                {t('web.reports.reportOf', { kind: of.kind, year: of.year })}, {of.registryNumber}
              </Link>
            }
          >
            <p>{t('web.accounting.intro')}</p>
          </PageHead>
          {may(user, 'accountingImport.create') && of.actions.includes('edit') ? (
            <ImportForm key={shown.import} reportId={id} onMade={(made) => show({ import: made })} />
          ) : null}
          {shown.import ? <AccountingImport key={shown.import} id={shown.import} reportId={id} /> : null}
          <ImportList reportId={id} />
        </div>
      )}
    </Loaded>
  );
}

function ImportForm({ reportId, onMade }: { reportId: string; onMade: (id: string) => void }) {
  const { t } = useText();
  const client = useQueryClient();
  const form = useActForm<{ file: FileList | null }>({
    defaults: { file: null },
    send: async ({ file }, headers) => {
      const { data } = await api.POST('/api/v1/reports/{id}/accounting', {
        params: { path: { id: reportId }, header: headers },
        body: fileForm(file, {}) as never,
      });
      await client.invalidateQueries();
      onMade(data!.id);
    },
    onDone: () => undefined,
  });
  return (
    <FormFrame form={form}>
      <FileInput
        name="file"
        label={t('web.accounting.file')}
        description={t('web.accounting.fileHelp')}
        accept=".se,.si,.sie,.csv,.txt"
      />
      <SendRow label={t('action.accountingImport.create')} isSending={form.isSending} />
    </FormFrame>
  );
}
