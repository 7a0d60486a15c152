import { Details } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useNavigate, useSearchParams } from 'react-router';
import { hasText } from '#text/web';
import { api } from '../api/client.js';
import { useText } from '../frame/language.js';
import { ChoiceInput, DayInput, FlagInput, FormFrame, useActForm } from '../parts/form.js';
import { tell } from '../parts/notices.js';
import { SendRow } from '../parts/send-row.js';
import { FilterInputs } from './filter-inputs.js';
import { KindInput } from './kind-input.js';
import { bodyOf, CSV_STYLES, orderFrom, type ExportKind, type OrderValues } from './order.js';

/** What is ordered, narrowed and written how. Filled in from the address where it comes from an earlier order. */
export function OrderForm({ kinds, onCancel }: { kinds: readonly ExportKind[]; onCancel: () => void }) {
  const { t } = useText();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const [defaults] = useState(() => orderFrom(search));
  const kindOf = (name: string) => kinds.find(({ kind }) => kind === name) ?? kinds[0]!;
  const form = useActForm<OrderValues>({
    defaults,
    send: async (values, headers) => {
      const { data } = await api.POST('/api/v1/exports', {
        params: { header: headers },
        headers,
        body: bodyOf(values, kindOf(values.kind)) as never,
      });
      tell(t('web.exports.ordered'));
      if (data) void navigate(`/uttag/${data.id}`);
    },
    onDone: () => undefined,
  });
  const kind = kindOf(form.form.watch('kind'));
  return (
    <FormFrame form={form}>
      <KindInput kinds={kinds} />
      <AboutKind kind={kind} />
      <OrderParts kind={kind} />
      {kind.isOfNowOnly ? null : (
        <DayInput
          name="asOf"
          label={t('web.exports.asOf')}
          description={t('web.exports.asOfHelp')}
          required={false}
        />
      )}
      <SendRow label={t('web.exports.order')} isSending={form.isSending} onCancel={onCancel} />
    </FormFrame>
  );
}

/** What every order has, once or recurring: filters, format and how a CSV is written. */
export function OrderParts({ kind }: { kind: ExportKind }) {
  const { t, named } = useText();
  const { watch, setValue } = useFormContext<OrderValues>();
  const format = watch('format');
  const offered = kind.formats as readonly string[];
  useEffect(() => {
    if (!offered.includes(format)) setValue('format', offered.includes('xlsx') ? 'xlsx' : offered[0]!);
  }, [format, offered, setValue]);
  return (
    <>
      <FilterInputs kind={kind} />
      <ChoiceInput
        name="format"
        label={t('web.exports.format')}
        options={offered.map((value) => ({ value, label: named('exportFormat', value) }))}
      />
      {format === 'csv' ? <CsvInputs /> : null}
    </>
  );
}

function CsvInputs() {
  const { t } = useText();
  const { watch } = useFormContext<OrderValues>();
  const sign = (value: ',' | ';' | '.') => ({ value, label: t(`web.exports.sign.${value}`) });
  return (
    <>
      <ChoiceInput
        name="csvStyle"
        label={t('web.exports.csv')}
        options={CSV_STYLES.map((value) => ({ value, label: t(`web.exports.csv.${value}`) }))}
      />
      {watch('csvStyle') === 'own' ? (
        <div className="row">
          <ChoiceInput
            name="csv.separator"
            label={t('web.exports.csv.separator')}
            options={[sign(','), sign(';')]}
          />
          <ChoiceInput
            name="csv.decimal"
            label={t('web.exports.csv.decimal')}
            options={[sign('.'), sign(',')]}
          />
          <FlagInput name="csv.bom" label={t('web.exports.csv.bom')} />
        </div>
      ) : null}
    </>
  );
}

export function AboutKind({ kind }: { kind: ExportKind }) {
  const { t, heading } = useText();
  const about = `web.exports.about.${kind.kind}`;
  return (
    <div>
      {hasText(about) ? <p>{t(about)}</p> : null}
      {kind.columns.length > 0 ? (
        <Details variant="tinted">
          <Details.Summary>
            {t('web.exports.columns')}: {t('web.exports.columnCount', { count: kind.columns.length })}
          </Details.Summary>
          <Details.Content>
            <ul className="columns-list">
              {kind.columns.map(({ key }) => (
                <li key={key}>{heading(kind.kind, key)}</li>
              ))}
            </ul>
          </Details.Content>
        </Details>
      ) : null}
    </div>
  );
}
