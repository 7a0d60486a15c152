import { Tabs } from '@digdir/designsystemet-react';
import { useText } from '../frame/language.js';
import { PageHead } from '../parts/page-head.js';
import { useFilters } from '../parts/use-filters.js';
import { may, useSession } from '../session/session.js';
import { AllDecisions } from './all-decisions.js';
import { ToDecide } from './to-decide.js';
import './decisions.css';

/** What waits to be decided comes first for whoever decides; everybody else looks for what was decided. */
export function Component() {
  const { t } = useText();
  const { user } = useSession();
  const [{ vy }, set] = useFilters(['vy']);
  const shown = vy ?? (may(user, 'decision.approve') ? 'ko' : 'alla');
  return (
    <>
      <PageHead title={t('web.decisions.title')} />
      <Tabs value={shown} onChange={(next) => set({ vy: next })}>
        <Tabs.List>
          <Tabs.Tab value="ko">{t('web.decisions.toDecide')}</Tabs.Tab>
          <Tabs.Tab value="alla">{t('web.decisions.all')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="ko">{shown === 'ko' ? <ToDecide /> : null}</Tabs.Panel>
        <Tabs.Panel value="alla">{shown === 'alla' ? <AllDecisions /> : null}</Tabs.Panel>
      </Tabs>
    </>
  );
}
