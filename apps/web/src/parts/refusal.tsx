import { ErrorSummary } from '@digdir/designsystemet-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Problem } from '../api/problem.js';
import { useText } from '../frame/language.js';
import { focusField, labelOf, rowOf } from './field-focus.js';
import { ProblemNotice } from './problem-notice.js';

interface RefusalProps {
  problem: unknown;
  idOf: (path: string) => string;
}

/** What a form was refused for, in one list: each by the name of its field, and leading to it. */
export function Refusal({ problem, idOf }: RefusalProps) {
  const { t } = useText();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) summary.current?.focus();
  }, [problem]);
  if (!problem) return null;
  const findings = problem instanceof Problem ? problem.findings : [];
  if (!findings.some((finding) => finding.path))
    return (
      <div ref={summary} tabIndex={-1}>
        <ProblemNotice error={problem} />
      </div>
    );
  return (
    <div ref={summary} tabIndex={-1} role="alert">
      <ErrorSummary>
        <ErrorSummary.Heading>{t('error.invalid.title')}</ErrorSummary.Heading>
        <ErrorSummary.List>
          {findings.map(({ path, detail }, place) => (
            <ErrorSummary.Item key={place}>
              {path ? <ToField id={idOf(path)} path={path} detail={detail} /> : detail}
            </ErrorSummary.Item>
          ))}
        </ErrorSummary.List>
      </ErrorSummary>
    </div>
  );
}

function ToField({ id, path, detail }: { id: string; path: string; detail: string }) {
  const { t } = useText();
  const [label, name] = useState('');
  // The field says itself what it is called.
  useLayoutEffect(() => name(labelOf(document.getElementById(id))), [id]);
  const row = rowOf(path);
  // A label with a number in it tells its row itself.
  const place = row === undefined || /\d/.test(label) ? '' : ` (${t('web.form.row', { number: row })})`;
  return (
    <ErrorSummary.Link
      href={`#${id}`}
      onClick={(event) => {
        // The page stays where it is: the address is that of the form, not of one of its fields.
        event.preventDefault();
        focusField(id);
      }}
    >
      {label ? `${label}${place}: ${detail}` : detail}
    </ErrorSummary.Link>
  );
}
