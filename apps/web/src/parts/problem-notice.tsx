import { Alert } from '@digdir/designsystemet-react';
import { Problem, UNREACHABLE } from '../api/problem.js';
import { useText } from '../frame/language.js';

/** What was refused: why, every finding, what to do, and the number to ask about. Nothing where there is no error. */
export function ProblemNotice({ error }: { error: unknown }) {
  const { t } = useText();
  if (!error) return null;
  const problem = error instanceof Problem ? error : undefined;
  const isSilent = problem?.code === UNREACHABLE;
  const title = isSilent ? t('web.problem.unreachable') : problem?.body.title || t('error.internal.title');
  const detail = isSilent
    ? t('web.problem.unreachableHelp')
    : problem?.body.detail || t('error.internal.detail');
  return (
    <Alert data-color="danger" role="alert" className="problem">
      <h2>{title}</h2>
      <p>{detail}</p>
      {problem && problem.findings.length > 0 ? (
        <ul>
          {problem.findings.map((finding, place) => (
            <li key={place}>{finding.detail}</li>
          ))}
        </ul>
      ) : null}
      {problem?.body.requestId ? (
        <p className="quiet">{t('web.problem.requestId', { id: problem.body.requestId })}</p>
      ) : null}
    </Alert>
  );
}
