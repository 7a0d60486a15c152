import { COST_KINDS } from '#domain/applications/application-content';
import { useText } from '../frame/language.js';
import { FieldFinding } from './field-finding.js';
import { MoneyGrid } from './money-grid.js';

export function CostsStep() {
  const { t, named } = useText();
  return (
    <>
      <p className="quiet">{t('web.applications.costs.help')}</p>
      <FieldFinding name="costs" />
      <MoneyGrid
        part="costs"
        caption={t('form.costs')}
        kind="kind"
        kindLabel={t('form.costKind')}
        kinds={COST_KINDS.map((value) => ({ value, label: named('costKind', value) }))}
        text="note"
        textLabel={t('web.applications.field.note')}
        add={t('web.applications.costs.add')}
        none={t('web.applications.costs.none')}
      />
    </>
  );
}
