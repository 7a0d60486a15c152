import { CO_FINANCING_SOURCES } from '#domain/applications/application-content';
import { useText } from '../frame/language.js';
import { FieldFinding } from './field-finding.js';
import { FinancingTable } from './financing-table.js';
import { MoneyGrid } from './money-grid.js';

export function FinancingStep() {
  const { t, named } = useText();
  return (
    <>
      <p className="quiet">{t('web.applications.financing.help')}</p>
      <FieldFinding name="requested" />
      <FinancingTable />
      <h3>{t('form.coFinancing')}</h3>
      <p className="quiet">{t('web.applications.financing.coFinancingHelp')}</p>
      <MoneyGrid
        part="coFinancing"
        caption={t('form.coFinancing')}
        kind="source"
        kindLabel={t('form.source')}
        kinds={CO_FINANCING_SOURCES.map((value) => ({ value, label: named('coFinancingSource', value) }))}
        text="funder"
        textLabel={t('web.applications.field.funder')}
        add={t('web.applications.financing.add')}
        none={t('web.applications.financing.none')}
      />
    </>
  );
}
