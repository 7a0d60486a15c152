import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { api, intent, queries } from '../api/client.js';
import { Problem } from '../api/problem.js';
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
  const { t, named } = useText();
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
                {t('web.reports.reportOf', { kind: named('reportKind', of.kind), year: of.year })},{' '}
                {of.registryNumber}
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

/** Read as the last file that was taken in; the very first without any accounts, which are then said beside what it holds. */
async function importFile(
  id: string,
  file: FileList | null,
  header: ReturnType<typeof intent>,
): Promise<string> {
  const send = (mapping: object | undefined, own: typeof header) =>
    api.POST('/api/v1/reports/{id}/accounting', {
      params: { path: { id }, header: own },
      body: fileForm(file, { mapping }) as never,
    });
  const { data } = await send(undefined, header).catch((error: unknown) => {
    const isFirst =
      error instanceof Problem &&
      error.findings.length > 0 &&
      error.findings.every(({ path }) => path === 'mapping');
    if (!isFirst) throw error;
    return send({}, intent());
  });
  return data!.id;
}

function ImportForm({ reportId, onMade }: { reportId: string; onMade: (id: string) => void }) {
  const { t } = useText();
  const client = useQueryClient();
  const form = useActForm<{ file: FileList | null }>({
    defaults: { file: null },
    send: async ({ file }, headers) => {
      const made = await importFile(reportId, file, headers);
      await client.invalidateQueries();
      onMade(made);
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
