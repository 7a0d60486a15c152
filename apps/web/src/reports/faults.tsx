import { ErrorSummary } from '@digdir/designsystemet-react';
import { useEffect, useRef } from 'react';
import type { ProblemFinding } from '../api/problem.js';
import { useText } from '../frame/language.js';
import { useFindings } from '../parts/findings.js';

interface FaultsProps {
  of: readonly ProblemFinding[];
  nameOf: (path: string) => string;
}

/** Everything to correct in one list, each leading to its place. */
export function Faults({ of, nameOf }: FaultsProps) {
  const { t } = useText();
  const summary = useRef<HTMLDivElement>(null);
  const codes = of.map(({ code, path }) => `${code} ${path}`).join();
  useEffect(() => summary.current?.focus(), [codes]);
  return (
    <div ref={summary} tabIndex={-1} role="alert">
      <ErrorSummary>
        <ErrorSummary.Heading>{t('web.report.faults')}</ErrorSummary.Heading>
        <ErrorSummary.List>
          {of.map((finding, place) => (
            <Fault key={place} finding={finding} nameOf={nameOf} />
          ))}
        </ErrorSummary.List>
      </ErrorSummary>
    </div>
  );
}

function Fault({ finding, nameOf }: { finding: ProblemFinding } & Pick<FaultsProps, 'nameOf'>) {
  const { id } = useFindings(finding.path ?? '');
  if (!finding.path) return <ErrorSummary.Item>{finding.detail}</ErrorSummary.Item>;
  return (
    <ErrorSummary.Item>
      <ErrorSummary.Link
        href={`#${id}`}
        onClick={(event) => {
          // Without a step in the browser's history, which leaving an unsaved form would ask about.
          event.preventDefault();
          document.getElementById(id)?.focus();
        }}
      >
        {nameOf(finding.path)}: {finding.detail}
      </ErrorSummary.Link>
    </ErrorSummary.Item>
  );
}
