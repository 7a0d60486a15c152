import { Button, Details } from '@digdir/designsystemet-react';
import { Link, useParams } from 'react-router';
import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Facts } from '../parts/facts.js';
import { Loaded } from '../parts/loaded.js';
import { PageHead } from '../parts/page-head.js';
import './public.css';

type Form = Schemas['ApplicationFormView'];
type Section = Form['sections'][number];
type Question = Section['questions'][number];

export function Component() {
  const { callId = '' } = useParams();
  const query = queries.useQuery('get', '/api/v1/public/calls/{id}/application-form', {
    params: { path: { id: callId } },
  });
  return <Loaded query={query}>{(form) => <One form={form} />}</Loaded>;
}

/** The empty form to read: how to apply, by which rules, and what is asked. */
function One({ form }: { form: Form }) {
  const { t, language, day, named } = useText();
  const { call, how, rules } = form;
  return (
    <>
      <PageHead
        title={form.title}
        over={<Link to={`/stod/${call.programmeCode}`}>{t('web.call.programme')}</Link>}
        actions={
          <Button asChild variant="secondary">
            <a href={`/api/v1/public/calls/${call.id}/application-form.pdf?language=${language}`} download>
              {t('web.call.pdf')}
            </a>
          </Button>
        }
      />
      <Facts
        of={[
          [t('web.call.opensOn'), day(call.opensOn)],
          [t('web.call.closesOn'), day(call.closesOn)],
          [t('web.call.years'), call.years.join(', ')],
          [t('web.blank.step'), call.step ? named('step', call.step) : undefined],
        ]}
      />
      <section aria-labelledby="how">
        <h2 id="how">{t('web.blank.how')}</h2>
        <p>{how.text}</p>
        <ol>
          {how.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="form-rules">
        <h2 id="form-rules">{t('web.blank.rules')}</h2>
        <p>{rules.text}</p>
        <ul className="readable">
          {rules.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
        {rules.notAvailable ? <p>{rules.notAvailable}</p> : null}
      </section>
      <section aria-labelledby="questions">
        <h2 id="questions">{t('web.blank.questions')}</h2>
        {form.sections.map((section, place) => (
          <Questions key={place} section={section} />
        ))}
      </section>
    </>
  );
}

function Questions({ section }: { section: Section }) {
  const { t } = useText();
  return (
    <section className="form-section">
      <h3>{section.heading}</h3>
      {section.hint ? (
        <p className="quiet">{section.hint}</p>
      ) : section.isRepeated ? (
        <p className="quiet">{t('web.blank.repeated')}</p>
      ) : null}
      <dl>
        {section.questions.map((question) => (
          <div key={question.label}>
            <dt>{question.label}</dt>
            <dd>
              <Answer question={question} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** How a question is answered. */
function Answer({ question: { kind, hint, choices, columns, years } }: { question: Question }) {
  const { t } = useText();
  const names = choices.map(({ label }) => label);
  if (kind === 'text') return hint ? <span className="quiet">{hint}</span> : null;
  if (kind === 'rows')
    return t('web.blank.rows', { columns: columns.map(({ label }) => label.toLowerCase()) });
  const asked =
    kind === 'sums'
      ? t('web.blank.perYear', { years: years.join(', ') })
      : t(kind === 'choice' ? 'web.blank.choose' : 'web.blank.chooseSome');
  return names.length > 8 ? (
    <Details>
      <Details.Summary>{asked}</Details.Summary>
      <Details.Content>{names.join(', ')}</Details.Content>
    </Details>
  ) : (
    <>
      {asked}
      {names.length > 1 ? `: ${names.join(', ')}` : ''}
    </>
  );
}
