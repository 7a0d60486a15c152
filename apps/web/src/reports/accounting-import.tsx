import { Alert } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Actions } from '../parts/actions.js';
import { Facts } from '../parts/facts.js';
import { Loaded } from '../parts/loaded.js';
import { StatusTag } from '../parts/status-tag.js';
import { MappingForm } from './mapping-form.js';
import { Sums } from './sums.js';

type Import = Schemas['AccountingImportView'];

/** With the version that a new mapping must name. */
export function useImport(id: string) {
  return useQuery({
    queryKey: ['get', '/api/v1/accounting-imports/{id}', id],
    queryFn: async () => {
      const { data, response } = await api.GET('/api/v1/accounting-imports/{id}', {
        params: { path: { id } },
      });
      return { of: data!, etag: response.headers.get('etag') ?? '' };
    },
  });
}

/** One file of accounts: what it comes to, what is to be put right, and how its accounts are read. */
export function AccountingImport({ id, reportId }: { id: string; reportId: string }) {
  const query = useImport(id);
  return (
    <Loaded query={query}>
      {({ of, etag }) => (
        <>
          <About of={of} reportId={reportId} />
          <Faults findings={of.findings} total={of.findingCount} />
          <Preview of={of} />
          {of.actions.includes('remap') ? <MappingForm key={etag} of={of} etag={etag} /> : null}
        </>
      )}
    </Loaded>
  );
}

function About({ of, reportId }: { of: Import; reportId: string }) {
  const { t, number, moment } = useText();
  return (
    <section>
      <h2>
        {of.fileName} <StatusTag subject="accountingImport" status={of.status} />
      </h2>
      <Facts
        of={[
          [
            t('web.accounting.company'),
            [of.company.name, of.company.number].filter(Boolean).join(', ') || '–',
          ],
          [t('web.accounting.years'), of.years.join(', ') || '–'],
          [t('web.accounting.importedAt'), moment(of.importedAt)],
          [t('web.accounting.rows'), number(of.counts.rows)],
          [t('web.accounting.counted'), number(of.counts.counted)],
          [t('web.accounting.ignored'), number(of.counts.ignored)],
          [t('web.accounting.otherObject'), number(of.counts.otherObject)],
        ]}
      />
      <div className="actions">
        <Actions
          subject="accountingImport"
          collection="accounting-imports"
          id={of.id}
          actions={of.findingCount === 0 ? of.actions : []}
          acts={{ adopt: {} }}
        />
        <a href={`/api/v1/accounting-imports/${of.id}/file`}>{t('web.accounting.download')}</a>
        {of.status === 'adopted' ? (
          <Link to={`/redovisningar/${reportId}`}>{t('web.accounting.back')}</Link>
        ) : null}
      </div>
    </section>
  );
}

function Faults({ findings, total }: { findings: Import['findings']; total: number }) {
  const { t, finding, number } = useText();
  if (total === 0) return null;
  return (
    <Alert data-color="warning" className="problem">
      <h2>
        {t('web.accounting.faults')}: {number(total)}
      </h2>
      <ul>
        {findings.slice(0, 20).map((each, place) => (
          <li key={place}>{finding(each)}</li>
        ))}
      </ul>
    </Alert>
  );
}

function Preview({ of }: { of: Import }) {
  const { t, named, kr, number } = useText();
  if (of.sums.length === 0) return <p>{t('web.accounting.nothingCounted')}</p>;
  return (
    <>
      <Sums
        title={t('web.accounting.preview')}
        headers={[t('web.accounting.kind'), t('web.report.year')]}
        sums={[
          t('web.accounting.rows'),
          t('web.report.planned'),
          t('web.accounting.amount'),
          t('web.report.difference'),
        ]}
        rows={of.sums.map(({ kind, year, rows, amount, planned }) => ({
          key: `${kind} ${year}`,
          cells: [named('costKind', kind), year],
          sums: [number(rows), kr(planned), kr(amount), kr(amount - planned)],
        }))}
      />
      <p className="quiet">{t('web.accounting.previewHelp')}</p>
    </>
  );
}
