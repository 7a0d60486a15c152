import type { ReactNode } from 'react';

/** Where there is nothing: what would be here, and what to do to get it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}
