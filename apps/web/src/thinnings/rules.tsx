import { Details } from '@digdir/designsystemet-react';
import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Loaded } from '../parts/loaded.js';
import { PlainTable } from '../parts/plain-table.js';

/** What is kept and what is thinned, grant by grant. */
export function Rules() {
  const { t } = useText();
  const query = queries.useQuery('get', '/api/v1/programmes');
  return (
    <section>
      <h2>{t('web.thinnings.rules')}</h2>
      <p className="quiet">{t('web.thinnings.rulesHelp')}</p>
      <Loaded query={query}>
        {({ items }) => items.map((programme) => <RulesOf key={programme.code} programme={programme} />)}
      </Loaded>
    </section>
  );
}

function RulesOf({ programme }: { programme: Schemas['ProgrammeView'] }) {
  const { t, named } = useText();
  const { name, retention } = programme;
  return (
    <Details>
      <Details.Summary>{name}</Details.Summary>
      <Details.Content>
        <PlainTable
          caption={name}
          rows={retention}
          rowKey={(rule) => rule.material}
          columns={[
            {
              header: t('web.thinnings.material'),
              cell: (rule) => named('web.thinnings.material', rule.material),
            },
            { header: t('web.thinnings.when'), cell: (rule) => <When rule={rule} /> },
            { header: t('web.thinnings.ground'), cell: (rule) => named('web.thinnings.ground', rule.ground) },
            { header: t('web.thinnings.provisions'), cell: (rule) => rule.provisions.join('; ') },
          ]}
        />
      </Details.Content>
    </Details>
  );
}

export function When({ rule }: { rule: Schemas['RetentionRuleView'] }) {
  const { t } = useText();
  const { event, years } = rule;
  if (event === undefined || years === undefined) return t('web.thinnings.kept');
  return t(`web.thinnings.after.${event}`, { years });
}
