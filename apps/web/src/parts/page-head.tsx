import { useContext, useLayoutEffect, type ReactNode } from 'react';
import { HeadingContext } from './page-title.js';

interface PageHeadProps {
  title: string;
  /** What it is one of, above the title. */
  over?: ReactNode;
  /** Status and such, beside the title. */
  beside?: ReactNode;
  /** What may be done with it. */
  actions?: ReactNode;
  children?: ReactNode;
}

export function PageHead({ title, over, beside, actions, children }: PageHeadProps) {
  const isHere = useContext(HeadingContext);
  useLayoutEffect(() => isHere(), [isHere]);
  return (
    <header className="page-head">
      {over ? <p className="quiet over">{over}</p> : null}
      <div className="page-head-row">
        <h1>{title}</h1>
        {beside}
        <span className="grow" />
        {actions}
      </div>
      {children}
    </header>
  );
}
