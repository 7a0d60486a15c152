import type { ReactNode } from 'react';

interface SectionProps {
  /** Also where a link to it leads. */
  id: string;
  title: string;
  beside?: ReactNode;
  children: ReactNode;
}

/** A part of a page that stands on its own, with its heading. */
export function Section({ id, title, beside, children }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="part">
      <div className="page-head-row">
        <h2 id={`${id}-title`}>{title}</h2>
        {beside}
      </div>
      {children}
    </section>
  );
}
