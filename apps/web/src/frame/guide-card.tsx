import { Button, Card } from '@digdir/designsystemet-react';
import { hasText } from '#text/web';
import { useText } from './language.js';

interface GuideCardProps {
  role: string;
  onRead: () => void;
}

export function GuideCard({ role, onRead }: GuideCardProps) {
  const { t, named } = useText();
  const code = `web.guide.${role}`;
  if (!hasText(code)) return null;
  return (
    <Card className="guide" data-color="brand1">
      <h2>{t('web.guide.title', { role: named('role', role) })}</h2>
      <p>{t(code)}</p>
      <Button variant="secondary" onClick={onRead}>
        {t('web.guide.understood')}
      </Button>
    </Card>
  );
}
