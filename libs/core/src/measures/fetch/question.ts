import type { Selection } from './table-selection.js';

/** What is asked of a source of measures. A table is asked for what is selected of its dimensions; `*` is all of it. */
export type Question =
  | { service: 'kolada'; kpis: string[]; years: number[]; municipalities: string[] }
  | { service: 'scb' | 'scbV1'; table: string; selection: Selection };

export const FORMAT_OF = { kolada: 'kolada', scb: 'jsonStat2', scbV1: 'pxwebJson' } as const;
