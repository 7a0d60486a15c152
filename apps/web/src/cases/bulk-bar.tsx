import { Button, Select } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { intent, postAct, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { BulkOutcomes } from './bulk-outcomes.js';
import { actOnEach, type Outcome } from './bulk.js';
import { useColleagues } from '../parts/people.js';

type Case = Schemas['ApplicationItem'];

interface BulkBarProps {
  rows: readonly Case[];
  onCleared: () => void;
}

/** What is done with all chosen rows at once, and what came of each. */
export function BulkBar({ rows, onCleared }: BulkBarProps) {
  const { t } = useText();
  const client = useQueryClient();
  const officers = useColleagues().in('caseOfficer');
  const [officer, choose] = useState('');
  const [outcomes, tell] = useState<readonly Outcome<Case>[]>([]);
  const [left, setLeft] = useState<number | null>(null);
  const run = (action: 'assign' | 'start-assessment', body: object) => {
    const items = [...rows];
    tell([]);
    setLeft(items.length);
    void actOnEach(
      items,
      (item) => postAct('applications', item.id, action, body, intent()),
      (so) => {
        tell(so);
        setLeft(items.length - so.length);
      },
    ).then(() => {
      setLeft(null);
      return client.invalidateQueries();
    });
  };
  const isRunning = left !== null;
  if (rows.length === 0 && outcomes.length === 0) return null;
  return (
    <section className="bulk" aria-label={t('web.work.bulk')}>
      {rows.length > 0 ? (
        <div className="row">
          <strong>{t('web.work.chosen', { count: rows.length })}</strong>
          <Select
            aria-label={t('web.work.assignTo')}
            value={officer}
            onChange={(event) => choose(event.target.value)}
          >
            <Select.Option value="">{t('web.work.assignTo')}</Select.Option>
            {officers.map(({ id, name }) => (
              <Select.Option key={id} value={id}>
                {name}
              </Select.Option>
            ))}
          </Select>
          <Button
            variant="secondary"
            disabled={officer === ''}
            loading={isRunning}
            onClick={() => run('assign', { userId: officer })}
          >
            {t('web.work.assign')}
          </Button>
          <Button variant="secondary" loading={isRunning} onClick={() => run('start-assessment', {})}>
            {t('action.application.start-assessment')}
          </Button>
          <Button variant="tertiary" onClick={onCleared}>
            {t('web.work.clear')}
          </Button>
        </div>
      ) : null}
      <BulkOutcomes outcomes={outcomes} left={left} onClose={() => tell([])} />
    </section>
  );
}
