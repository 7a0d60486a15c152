export interface Series {
  code: string;
  name: string;
}

/** What each colour stands for. Colours go by place: `series-0`, `series-1` … */
export function Legend({ series }: { series: readonly Series[] }) {
  if (series.length < 2) return null;
  return (
    <ul className="legend">
      {series.map(({ code, name }, place) => (
        <li key={code}>
          <span className={`swatch series-${place}`} aria-hidden /> {name}
        </li>
      ))}
    </ul>
  );
}
