import { Skeleton } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import { useText } from '../frame/language.js';

/** A skeleton, but not for what is there in a blink. */
export function Waiting({ lines = 6 }: { lines?: number }) {
  const { t } = useText();
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 80);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" aria-label={t('web.frame.loading')} className="waiting">
      {isLong ? Array.from({ length: lines }, (_, line) => <Skeleton key={line} variant="text" />) : null}
    </div>
  );
}
