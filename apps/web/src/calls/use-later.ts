import { useEffect, useState } from 'react';

/** A value once it has stood still for a while: what is dragged or typed is not asked about at every step. */
export function useLater<T>(value: T, milliseconds = 250): T {
  const [still, setStill] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setStill(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return still;
}
