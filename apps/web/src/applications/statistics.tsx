import { Details } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { useCase } from './form-context.js';
import { useMeasures } from './use-measures.js';

/** What is known of the municipality already, so that nobody has to look for it. */
export function Statistics() {
  const { t, named, number } = useText();
  const { application } = useCase();
  const { organisation } = application;
  const { data } = useMeasures(application);
  if (!data || data.items.length === 0) return null;
  return (
    <Details>
      <Details.Summary>
        {t('web.applications.statistics', { organisation: organisation.name })}
      </Details.Summary>
      <Details.Content>
        <div
          className="scroll-x"
          tabIndex={0}
          role="region"
          aria-label={t('web.applications.statistics.table')}
        >
          <table className="ds-table">
            <thead>
              <tr>
                <th>{t('web.applications.statistics.measure')}</th>
                <th className="number">{t('web.applications.statistics.year')}</th>
                <th className="number">{t('web.applications.statistics.value')}</th>
                <th className="number">{t('web.applications.statistics.mean')}</th>
                <th>{t('web.applications.statistics.trend')}</th>
                <th>{t('web.applications.statistics.source')}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((item) => (
                <tr key={item.measure}>
                  <th scope="row">{named('measure', item.measure)}</th>
                  <td className="number">{item.year}</td>
                  <td className="number">{number(item.value)}</td>
                  <td className="number">{number(item.mean)}</td>
                  <td>
                    <TrendInWords of={data.trends.find((trend) => trend.measure === item.measure)} />
                  </td>
                  <td className="wraps">{item.dataset.source}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p>
          <Link to={`/matt/${organisation.id}`}>{t('web.applications.statistics.more')}</Link>
        </p>
      </Details.Content>
    </Details>
  );
}

function TrendInWords({ of }: { of: Schemas['Trend'] | undefined }) {
  const { t, number } = useText();
  const points = (of?.points ?? []).filter((point) => point.value !== null);
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || first === last) return t('web.applications.statistics.oneYear');
  return t('web.applications.statistics.change', {
    from: first.year,
    to: last.year,
    before: number(first.value),
    after: number(last.value),
  });
}
