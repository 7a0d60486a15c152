import { Button } from '@digdir/designsystemet-react';
import { TrashIcon } from '@navikt/aksel-icons';
import { useQueryClient } from '@tanstack/react-query';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { api, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { ChoiceInput, FormFrame, TextInput, useActForm } from '../parts/form.js';
import { SendRow } from '../parts/send-row.js';

type Import = Schemas['AccountingImportView'];
type Mapping = Import['mapping'];

const KINDS = ['personnel', 'external', 'premises', 'equipment', 'other', 'overhead'] as const;

/** Which accounts are which kind of cost. The file is counted again at once, and nothing is put into the report. */
export function MappingForm({ of, etag }: { of: Import; etag: string }) {
  const { t } = useText();
  const client = useQueryClient();
  const form = useActForm<{ mapping: Mapping }>({
    defaults: { mapping: of.mapping },
    send: ({ mapping }) =>
      api.PATCH('/api/v1/accounting-imports/{id}', {
        params: { path: { id: of.id }, header: { 'If-Match': etag } },
        body: { mapping: toSend(mapping) },
      }),
    onDone: () => void client.invalidateQueries(),
  });
  return (
    <section>
      <h2>{t('web.accounting.mapping')}</h2>
      <FormFrame form={form}>
        <Rows name="mapping.accounts" title={t('web.accounting.accounts')} fields={['from', 'to', 'kind']} />
        <Rows name="mapping.ignored" title={t('web.accounting.ignoredAccounts')} fields={['from', 'to']} />
        <Rows
          name="mapping.only"
          title={t('web.accounting.only')}
          help={t('web.accounting.onlyHelp')}
          fields={['object', 'dimension']}
        />
        <Rows
          name="mapping.objects"
          title={t('web.accounting.objects')}
          fields={['object', 'dimension', 'kind']}
        />
        <SendRow label={t('web.accounting.remap')} isSending={form.isSending} />
      </FormFrame>
    </section>
  );
}

/** A dimension that was not named is any. */
function toSend(mapping: Mapping): Schemas['CostMappingDto'] {
  const any = <Row extends { dimension: string | null }>(rows: readonly Row[]) =>
    rows.map((row) => ({ ...row, dimension: row.dimension || null }));
  return { ...mapping, only: any(mapping.only), objects: any(mapping.objects) };
}

type Field = 'from' | 'to' | 'kind' | 'object' | 'dimension';

interface RowsProps {
  name: `mapping.${keyof Mapping}`;
  title: string;
  help?: string;
  fields: readonly Field[];
}

function Rows({ name, title, help, fields }: RowsProps) {
  const { t, named } = useText();
  const { control } = useFormContext();
  const rows = useFieldArray({ control, name });
  const empty = { from: '', to: '', kind: 'personnel', object: '', dimension: '' };
  return (
    <fieldset className="plain mapping">
      <legend>
        <strong>{title}</strong>
      </legend>
      {help ? <p className="quiet">{help}</p> : null}
      {rows.fields.map((row, at) => (
        <div key={row.id} className="row">
          {fields.map((field) =>
            field === 'kind' ? (
              <ChoiceInput
                key={field}
                name={`${name}.${at}.kind`}
                label={t('web.accounting.kind')}
                options={KINDS.map((value) => ({ value, label: named('costKind', value) }))}
              />
            ) : (
              <TextInput
                key={field}
                name={`${name}.${at}.${field}`}
                label={t(`web.accounting.${field}`)}
                required={field !== 'dimension'}
              />
            ),
          )}
          <Button
            variant="tertiary"
            icon
            aria-label={`${title}: ${t('web.report.removeRow', { row: at + 1 })}`}
            onClick={() => rows.remove(at)}
          >
            <TrashIcon aria-hidden />
          </Button>
        </div>
      ))}
      <Button
        variant="secondary"
        onClick={() => rows.append(Object.fromEntries(fields.map((field) => [field, empty[field]])))}
      >
        {t('web.accounting.add')}
      </Button>
    </fieldset>
  );
}
