import { Alert, Table } from '@digdir/designsystemet-react';
import { useParams } from 'react-router';
import { hasText } from '#text/web';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Actions } from '../parts/actions.js';
import { Facts } from '../parts/facts.js';
import { Loaded } from '../parts/loaded.js';
import { StatusTag } from '../parts/status-tag.js';
import { AdminHead } from './admin-head.js';
import { useKinds } from './dataset-kind.js';
import { Diff } from './diff.js';
import { RejectForm } from './reject-form.js';
import { useFollowedDataset } from './use-followed-dataset.js';

type Dataset = Schemas['MeasureDatasetView'];

export function Component() {
  const { nameOf } = useKinds();
  const query = useFollowedDataset(useParams()['id']!);
  return (
    <Loaded query={query}>
      {(dataset) => (
        <>
          <AdminHead
            title={`${nameOf(dataset.kind)}, ${dataset.vintage}`}
            beside={<StatusTag subject="measureDataset" status={dataset.status} />}
            actions={
              <Actions
                subject="measureDataset"
                collection="measure-datasets"
                id={dataset.id}
                actions={dataset.actions}
                acts={{ accept: {}, reject: { form: RejectForm, danger: true } }}
              />
            }
          />
          {dataset.status === 'reading' ? <Progress of={dataset} /> : null}
          {dataset.status === 'failed' ? <Failure of={dataset} /> : null}
          <About of={dataset} />
          {dataset.diff ? <Diff id={dataset.id} diff={dataset.diff} /> : null}
        </>
      )}
    </Loaded>
  );
}

function Progress({ of }: { of: Dataset }) {
  const { t, percent } = useText();
  return (
    <div className="progress">
      <label>
        {t('web.dataset.progress')}: {percent(Math.round(of.progress * 100) / 100)}
        <progress value={of.progress} max={1} />
      </label>
      <p className="quiet">{t('web.dataset.progressHelp')}</p>
    </div>
  );
}

function Failure({ of }: { of: Dataset }) {
  const { t, number } = useText();
  const code = [`web.dataset.failure.${of.failure}`, `remote.${of.failure}`].find(hasText);
  return (
    <>
      <Alert data-color="danger" role="alert" className="problem">
        <h2>{t('web.dataset.failed')}</h2>
        {of.failure ? (
          <p>
            {code ? t(code) : of.failure} {t('web.dataset.failedBySource')}
          </p>
        ) : (
          <p>{t('web.dataset.failedHelp')}</p>
        )}
      </Alert>
      {of.rejected.length > 0 ? (
        <section>
          <h2 id="rejected">
            {t('web.dataset.rejected')}: {number(of.rejectedCount)}
          </h2>
          {of.rejectedCount > of.rejected.length ? (
            <p>{t('web.dataset.rejectedMore', { shown: of.rejected.length, total: of.rejectedCount })}</p>
          ) : null}
          <RejectedLines lines={of.rejected} />
        </section>
      ) : null}
    </>
  );
}

function RejectedLines({ lines }: { lines: Dataset['rejected'] }) {
  const { t } = useText();
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={t('web.dataset.rejected')}>
      <Table border className="plain-table">
        <caption className="sr-only">{t('web.dataset.rejected')}</caption>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell className="number">{t('web.dataset.line')}</Table.HeaderCell>
            <Table.HeaderCell>{t('web.dataset.text')}</Table.HeaderCell>
            <Table.HeaderCell>{t('web.dataset.code')}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {lines.map((row, place) => (
            <Table.Row key={place}>
              <Table.Cell className="number">{row.line}</Table.Cell>
              <Table.Cell>{row.detail}</Table.Cell>
              <Table.Cell>
                <code>{row.code}</code>
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}

function About({ of }: { of: Dataset }) {
  const { t, number, moment } = useText();
  const format = `web.datasets.format.${of.format}`;
  const json = (value: object | null | undefined) =>
    value ? <code className="hash">{JSON.stringify(value)}</code> : undefined;
  return (
    <Facts
      of={[
        [t('web.datasets.source'), of.source],
        [t('web.datasets.vintage'), of.vintage],
        [t('web.datasets.licence'), of.licence],
        [t('web.datasets.rows'), number(of.rowCount)],
        [t('web.datasets.receivedAt'), moment(of.receivedAt)],
        [t('web.datasets.loadedAt'), moment(of.loadedAt)],
        [t('web.datasets.fileName'), of.fileName],
        [t('web.datasets.format'), hasText(format) ? t(format) : undefined],
        [t('web.datasets.size'), number(of.size)],
        [t('web.datasets.sha256'), of.sha256 ? <code className="hash">{of.sha256}</code> : undefined],
        [t('web.dataset.reading'), json(of.mapping)],
        [t('web.datasets.fetch'), json(of.origin)],
        [t('web.datasets.reason'), of.reason ?? undefined],
      ]}
    />
  );
}
