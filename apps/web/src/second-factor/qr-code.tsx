import { useMemo } from 'react';
import { encode } from 'uqr';

/** Black on white in every colour scheme: phones read no other. One path, for the policy allows no style inline. */
export function QrCode({ of, label }: { of: string; label: string }) {
  const { size, path } = useMemo(() => draw(of), [of]);
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

function draw(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  const squares = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { size, path: squares.join('') };
}
