import { Table, Tag } from '@digdir/designsystemet-react';
import { useParams } from 'react-router';
import { hasText } from '#text/web';
import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Facts } from '../parts/facts.js';
import { Loaded } from '../parts/loaded.js';
import { AdminHead } from './admin-head.js';

type Wording = Schemas['WordingView'];

export function Component() {
  const { t, language, day } = useText();
  const code = useParams()['code']!;
  const query = queries.useQuery('get', '/api/v1/programmes/{code}', { params: { path: { code } } });
  return (
    <Loaded query={query}>
      {(programme) => (
        <>
          <AdminHead
            title={programme.title[language]}
            beside={
              programme.isExample ? (
                <Tag data-color="warning">{t('web.adminProgrammes.example')}</Tag>
              ) : undefined
            }
          >
            <Facts
              of={[
                [t('web.adminProgrammes.code'), programme.code],
                [t('web.adminProgramme.appeal'), t(`web.adminProgramme.appeal.${programme.appeal.kind}`)],
                [t('web.adminProgramme.carryOver'), t(`web.adminProgramme.carryOver.${programme.carryOver}`)],
                [
                  t('web.adminProgrammes.repealed'),
                  programme.repealed
                    ? `${programme.repealed.on ? `${day(programme.repealed.on)}, ` : ''}${t('web.adminProgramme.repealedBy', { by: programme.repealed.by })}`
                    : undefined,
                ],
              ]}
            />
          </AdminHead>
          {[...programme.wordings].reverse().map((wording) => (
            <WordingRules key={wording.validFrom} wording={wording} />
          ))}
        </>
      )}
    </Loaded>
  );
}

function WordingRules({ wording }: { wording: Wording }) {
  const { t } = useText();
  const { validFrom: from, validTo: until, sectionsNotAvailable: sections } = wording;
  const title = until
    ? t('web.adminProgramme.wordingUntil', { from, until })
    : t('web.adminProgramme.wording', { from });
  return (
    <section>
      <h2>{title}</h2>
      <p className="quiet">
        {t('web.adminProgramme.sfs')} {wording.sfs}
        {wording.amendedBy ? `. ${t('web.adminProgramme.amendedBy')} ${wording.amendedBy}` : null}
      </p>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={title}>
        <Table border className="plain-table">
          <caption className="sr-only">{title}</caption>
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell>{t('web.adminProgramme.section')}</Table.HeaderCell>
              <Table.HeaderCell>{t('web.adminProgramme.rule')}</Table.HeaderCell>
              <Table.HeaderCell>{t('web.adminProgramme.inWords')}</Table.HeaderCell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {wording.rules.map((rule) => (
              <RuleRow key={rule.code} rule={rule} />
            ))}
          </Table.Body>
        </Table>
      </div>
      {sections.length > 0 ? <p>{t('web.adminProgramme.notAvailable', { sections })}</p> : null}
    </section>
  );
}

function RuleRow({ rule }: { rule: Wording['rules'][number] }) {
  const { t, named } = useText();
  const words = `ruleInWords.${rule.kind}`;
  // The texts of rules come a blink after the page.
  const said = hasText(words) ? t(words, rule.parameters) : '';
  const own = `rule.${rule.code}`;
  return (
    <Table.Row>
      <Table.Cell>{rule.citation?.section ?? '–'}</Table.Cell>
      <Table.Cell>{hasText(own) ? t(own) : named('rule', rule.kind)}</Table.Cell>
      <Table.Cell>{said}</Table.Cell>
    </Table.Row>
  );
}
