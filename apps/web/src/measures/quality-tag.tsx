import { Tag } from '@digdir/designsystemet-react';
import { useText } from '../frame/language.js';

/** A proxy stands out; what is official says so quietly. */
export function QualityTag({ quality }: { quality: string }) {
  const { named } = useText();
  return <Tag data-color={quality === 'proxy' ? 'warning' : 'neutral'}>{named('quality', quality)}</Tag>;
}
