import { Alert, Details } from '@digdir/designsystemet-react';
import { useText } from '../frame/language.js';
import type { Draft } from '../parts/use-draft.js';
import { Attachments } from './attachments.js';
import type { Content } from './content.js';
import { ContentRead } from './content-read.js';
import { FindingList } from './finding-list.js';
import { useCase } from './form-context.js';
import { HandIn } from './hand-in.js';

export function ReviewStep({ draft }: { draft: Draft<Content> }) {
  const { t } = useText();
  const { application, findings } = useCase();
  const left = findings.filter((finding) => finding.outcome !== 'met');
  const met = findings.filter((finding) => finding.outcome === 'met');
  const toFix = left.filter((finding) => finding.outcome === 'notMet').length;
  return (
    <>
      <Alert data-color={toFix > 0 ? 'warning' : 'success'} role="status">
        {toFix > 0
          ? t('web.applications.review.toFix', { count: toFix })
          : t('web.applications.review.ready')}
      </Alert>
      <FindingList of={left} canGo />
      {met.length > 0 ? (
        <Details>
          <Details.Summary>{t('web.applications.review.met', { count: met.length })}</Details.Summary>
          <Details.Content>
            <FindingList of={met} />
          </Details.Content>
        </Details>
      ) : null}
      <Attachments application={application} />
      <HandIn draft={draft} />
      <Details>
        <Details.Summary>{t('web.applications.review.read')}</Details.Summary>
        <Details.Content>
          <ContentRead application={application} />
        </Details.Content>
      </Details>
    </>
  );
}
