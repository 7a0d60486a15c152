import type { ReactNode } from 'react';

export interface Column<Row> {
  /** Its name among the choices; also what `sort` calls it, where the list can be sorted by it. */
  code: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Under the link of a first column: what it is one of. */
  under?: (row: Row) => ReactNode;
  sorts?: true;
  /** Numbers and money. */
  isNumber?: true;
  /** Names that take the lines they need; of short lists only, for the rows of a long one are equally high. */
  isLong?: true;
  /** Not shown until somebody chooses it. */
  isExtra?: true;
}

export const classOf = <Row>({ isNumber, isLong }: Column<Row>) =>
  isNumber ? 'number' : isLong ? 'long' : undefined;
