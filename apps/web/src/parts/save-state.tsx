import { Button, Tag } from '@digdir/designsystemet-react';
import type { FieldValues } from 'react-hook-form';
import { useText } from '../frame/language.js';
import { ActDialog } from './act-dialog.js';
import { today } from './today.js';
import type { SaveStatus } from './draft-keeper.js';
import type { Draft } from './use-draft.js';

const COLOURS: Partial<Record<SaveStatus, 'warning' | 'danger'>> = {
  offline: 'warning',
  signedOut: 'warning',
  refused: 'danger',
  stopped: 'danger',
};

type SaveStateProps = { of: Pick<Draft<FieldValues>, 'status' | 'savedAt' | 'conflicts' | 'leaving'> };

/** "Sparat 14:03", or why not; said aloud when it turns into something else. */
export function SaveState({ of: { status, savedAt, conflicts, leaving } }: SaveStateProps) {
  const { t, time, day } = useText();
  const shown = conflicts.length > 0 && status === 'saved' ? 'conflict' : status;
  const words =
    shown === 'saved' && savedAt
      ? t('web.draft.savedAt', { at: day(savedAt) === today() ? time(new Date(savedAt)) : day(savedAt) })
      : t(`web.draft.${shown}`, { count: conflicts.length });
  const isQuiet = shown === 'saved' || shown === 'saving' || shown === 'unsaved' || shown === 'reading';
  return (
    <>
      <span role="status" aria-live="polite" className="save-state" data-status={shown}>
        {isQuiet ? words : <Tag data-color={COLOURS[status] ?? 'warning'}>{words}</Tag>}
      </span>
      {leaving ? <Leaving {...leaving} /> : null}
    </>
  );
}

function Leaving({ leave, stay }: { leave: () => void; stay: () => void }) {
  const { t } = useText();
  return (
    <ActDialog name={t('web.draft.leaveTitle')} isOpen onClose={stay}>
      <p>{t('web.draft.leaveHelp')}</p>
      <div className="actions">
        <Button onClick={stay}>{t('web.draft.stay')}</Button>
        <Button variant="secondary" data-color="danger" onClick={leave}>
          {t('web.draft.leave')}
        </Button>
      </div>
    </ActDialog>
  );
}
