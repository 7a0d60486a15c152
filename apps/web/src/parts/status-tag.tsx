import { Tag } from '@digdir/designsystemet-react';
import { useText } from '../frame/language.js';

type Colour = 'info' | 'success' | 'warning' | 'danger' | 'neutral';

/** What a status means for whoever looks at it: done, waiting for somebody, stopped. Unlisted ones are neutral. */
const COLOURS: Record<string, Colour> = {
  published: 'success',
  submitted: 'info',
  underAssessment: 'info',
  completionRequested: 'warning',
  proposed: 'warning',
  decided: 'success',
  approved: 'success',
  returned: 'warning',
  revoked: 'danger',
  conditional: 'warning',
  firm: 'success',
  lapsed: 'danger',
  due: 'warning',
  withheld: 'danger',
  attested: 'info',
  sent: 'info',
  executed: 'success',
  bounced: 'danger',
  overdue: 'danger',
  ready: 'success',
  running: 'info',
  queued: 'info',
  failed: 'danger',
  accepted: 'success',
  rejected: 'danger',
  active: 'success',
  paused: 'warning',
  notified: 'warning',
  settling: 'info',
  settled: 'success',
  stopped: 'danger',
  waiting: 'warning',
  clean: 'success',
  infected: 'danger',
};

/** `subject` is that of the lifecycle: `application`, `decisionYear`. The words carry it; the colour only helps. */
export function StatusTag({ subject, status }: { subject: string; status: string }) {
  const { named } = useText();
  return <Tag data-color={COLOURS[status] ?? 'neutral'}>{named(`status.${subject}`, status)}</Tag>;
}
