import { useText } from '../frame/language.js';
import { bytesIn } from './order.js';

export function useBytes(): (size: number | null) => string {
  const { number } = useText();
  return (size) => {
    if (size === null) return '–';
    const { value, unit } = bytesIn(size);
    return `${number(value)} ${unit}`;
  };
}
