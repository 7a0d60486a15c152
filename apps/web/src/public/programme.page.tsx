import { Alert, Table, Tag } from '@digdir/designsystemet-react';
import { Link, useParams } from 'react-router';
import { queries } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Facts } from '../parts/facts.js';
import { Loaded } from '../parts/loaded.js';
import { PageHead } from '../parts/page-head.js';
import { today } from '../parts/today.js';
import { useFilters } from '../parts/use-filters.js';
import { CallTable } from './call-table.js';
import { ProgrammeTags } from './programmes.page.js';
import { Timeline } from './timeline.js';
import { compareWordings, wordingOn, type Programme, type Wording } from './wordings.js';
import './public.css';

export function Component() {
  const { code = '' } = useParams();
  const query = queries.useQuery('get', '/api/v1/public/programmes/{code}', { params: { path: { code } } });
  return <Loaded query={query}>{(programme) => <One programme={programme} />}</Loaded>;
}

function One({ programme }: { programme: Programme }) {
  const { t, language } = useText();
  const [{ lydelse }] = useFilters(['lydelse']);
  const { code, wordings, repealed, isExample } = programme;
  const shown = wordings.find(({ validFrom }) => validFrom === lydelse) ?? wordingOn(wordings, today());
  return (
    <>
      <PageHead
        title={programme.title[language]}
        over={<Link to="/stod">{t('web.programmes.title')}</Link>}
        beside={<ProgrammeTags of={programme} />}
        actions={<Link to={`/oppna-bidrag?programmeCode=${code}`}>{t('web.programme.grants')}</Link>}
      />
      {isExample ? <p>{t('web.programmes.exampleHelp')}</p> : null}
      {repealed ? (
        <Alert data-color="info">
          {t(repealed.on ? 'web.programme.repealedOn' : 'web.programme.repealed', { ...repealed })}
        </Alert>
      ) : null}
      <Facts
        of={[
          [
            t('web.programme.appeal'),
            [t(`web.programme.appeal.${programme.appeal.kind}`), programme.appeal.citation?.section]
              .filter(Boolean)
              .join(', '),
          ],
          [t('web.programme.carryOver'), t(`web.programme.carryOver.${programme.carryOver}`)],
        ]}
      />
      <Calls code={code} />
      <section aria-labelledby="timeline">
        <h2 id="timeline">{t('web.programme.timeline')}</h2>
        <p>{t('web.programme.timelineHelp')}</p>
        <Timeline wordings={wordings} shown={shown} />
      </section>
      {shown ? <Rules wording={shown} before={wordings[wordings.indexOf(shown) - 1]} /> : null}
    </>
  );
}

function Calls({ code }: { code: string }) {
  const { t } = useText();
  const query = queries.useQuery('get', '/api/v1/public/calls', {
    params: { query: { programmeCode: code, limit: 50 } },
  });
  return (
    <section aria-labelledby="calls">
      <h2 id="calls">{t('web.programme.calls')}</h2>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? <p>{t('web.programme.callsEmpty')}</p> : <CallTable calls={items} isOfOne />
        }
      </Loaded>
    </section>
  );
}

/** Each rule in plain words with its section, and what is new in it since the wording before. */
function Rules({ wording, before }: { wording: Wording; before: Wording | undefined }) {
  const { t, named, rule: inWords } = useText();
  const { rules, gone } = compareWordings(wording, before);
  const nameOf = (code: string, kind: string) => {
    const name = named('rule', code);
    return name === code ? named('rule', kind) : name;
  };
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">{t('web.programme.rules', { from: wording.validFrom })}</h2>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t('web.programme.rule')}>
        <Table border className="rules">
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell>{t('web.programme.rule')}</Table.HeaderCell>
              <Table.HeaderCell>{t('web.programme.inWords')}</Table.HeaderCell>
              <Table.HeaderCell>{t('web.programme.section')}</Table.HeaderCell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {rules.map(({ rule, change }) => (
              <Table.Row key={rule.code}>
                <th scope="row">
                  {nameOf(rule.code, rule.kind)}{' '}
                  {change ? <Tag data-color="info">{t(`web.programme.change.${change}`)}</Tag> : null}
                </th>
                <Table.Cell>{inWords(rule.kind, rule.parameters)}</Table.Cell>
                <Table.Cell>{rule.citation?.section ?? t('web.programme.noSection')}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
      {gone.length > 0 ? (
        <p>
          {t('web.programme.gone', { rules: gone.map(({ code, kind }) => nameOf(code, kind)).join(', ') })}
        </p>
      ) : null}
      {wording.sectionsNotAvailable.length > 0 ? (
        <p>{t('web.programme.notAvailable', { sections: wording.sectionsNotAvailable })}</p>
      ) : null}
    </section>
  );
}
