import { Alert, Table } from '@digdir/designsystemet-react';
import { Link, useParams } from 'react-router';
import { api, queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Actions, type ActFormProps } from '../parts/actions.js';
import { Facts } from '../parts/facts.js';
import { fileForm, FileInput } from '../parts/file-input.js';
import { FormFrame, TextInput, useActForm } from '../parts/form.js';
import { Loaded } from '../parts/loaded.js';
import { PageHead } from '../parts/page-head.js';
import { SendRow } from '../parts/send-row.js';
import { SentFile } from '../parts/sent-file.js';
import { StatusTag } from '../parts/status-tag.js';
import './reports.css';

type Demand = Schemas['EvidenceDemandView'];

const ACTS = { answer: { form: AnswerForm }, accept: {}, 'send-back': { form: BackForm } };

export function Component() {
  const { t, named, moment } = useText();
  const id = useParams()['id']!;
  const query = queries.useQuery('get', '/api/v1/evidence-demands/{id}', { params: { path: { id } } });
  return (
    <Loaded query={query}>
      {(demand) => (
        <div className="report">
          <PageHead
            title={t('web.demand.title')}
            over={<Link to={`/redovisningar/${demand.reportId}`}>{t('web.accounting.back')}</Link>}
            beside={<StatusTag subject="evidenceDemand" status={demand.status} />}
            actions={
              <Actions
                subject="evidenceDemand"
                collection="evidence-demands"
                id={demand.id}
                actions={demand.actions}
                acts={ACTS}
              />
            }
          />
          {demand.reviewNote && demand.status === 'requested' ? (
            <Alert data-color="warning" className="problem">
              <h2>{t('web.demand.reviewNote')}</h2>
              <p>{demand.reviewNote}</p>
            </Alert>
          ) : null}
          <h2>{t('web.demand.proofs')}</h2>
          <ul>
            {demand.proofs.map((proof) => (
              <li key={proof}>{named('proof', proof)}</li>
            ))}
          </ul>
          <Facts
            of={[
              [t('web.demand.requestedAt'), moment(demand.requestedAt)],
              [t('web.demand.answeredAt'), demand.answeredAt ? moment(demand.answeredAt) : undefined],
              [t('web.demand.reviewedAt'), demand.reviewedAt ? moment(demand.reviewedAt) : undefined],
            ]}
          />
          <Files files={demand.files} />
        </div>
      )}
    </Loaded>
  );
}

function Files({ files }: { files: Demand['files'] }) {
  const { t, number, moment } = useText();
  return (
    <section>
      <h2>{t('web.demand.files')}</h2>
      {files.length === 0 ? (
        <p>{t('web.demand.noFiles')}</p>
      ) : (
        <div className="scroll-x" tabIndex={0} role="region" aria-label={t('web.demand.files')}>
          <Table border className="cells">
            <caption className="sr-only">{t('web.demand.files')}</caption>
            <Table.Head>
              <Table.Row>
                <Table.HeaderCell>{t('web.demand.file')}</Table.HeaderCell>
                <Table.HeaderCell>{t('web.demand.note')}</Table.HeaderCell>
                <Table.HeaderCell>{t('web.demand.sentAt')}</Table.HeaderCell>
                <Table.HeaderCell className="number">{t('web.demand.size')}</Table.HeaderCell>
              </Table.Row>
            </Table.Head>
            <tbody>
              {files.map((file) => (
                <tr key={file.id}>
                  <th scope="row">
                    <SentFile
                      href={`/api/v1/evidence-files/${file.id}`}
                      name={file.fileName}
                      scan={file.scan}
                    />
                  </th>
                  <td>{file.note || '–'}</td>
                  <td>{moment(file.sentAt)}</td>
                  <td className="number">{number(file.size)}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      )}
    </section>
  );
}

function AnswerForm({ id, onDone, onCancel }: ActFormProps) {
  const { t } = useText();
  const form = useActForm<{ file: FileList | null; note: string }>({
    defaults: { file: null, note: '' },
    send: ({ file, note }, headers) =>
      api.POST('/api/v1/evidence-demands/{id}/answer', {
        params: { path: { id }, header: headers },
        body: fileForm(file, { note }) as never,
      }),
    onDone,
  });
  return (
    <FormFrame form={form}>
      <FileInput name="file" label={t('web.demand.file')} description={t('web.demand.answerHelp')} />
      <TextInput name="note" label={t('web.demand.note')} required={false} />
      <SendRow label={t('action.evidenceDemand.answer')} isSending={form.isSending} onCancel={onCancel} />
    </FormFrame>
  );
}

function BackForm({ send, onDone, onCancel }: ActFormProps) {
  const { t } = useText();
  const form = useActForm({ defaults: { note: '' }, send, onDone });
  return (
    <FormFrame form={form}>
      <TextInput name="note" label={t('web.demand.backNote')} rows={4} />
      <SendRow label={t('action.evidenceDemand.send-back')} isSending={form.isSending} onCancel={onCancel} />
    </FormFrame>
  );
}
