import type { Language } from '#text';

/** A part of a letter as it is set in type. Texts are words and never markup. */
export type Part =
  | { kind: 'text'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'table'; caption: string; columns: Column[]; rows: string[][]; total: string[] | null }
  /** Empty space to write in, with what is to be written; a number of lines. */
  | { kind: 'blank'; label: string; hint: string; lines: number };

export interface Column {
  title: string;
  align: 'start' | 'end';
}

export interface Section {
  heading: string;
  parts: Part[];
}

/** All that stands in a letter or a form, in its order. */
export interface LetterDocument {
  language: Language;
  title: string;
  /** That it is of the demo, or of a programme that is an example. */
  label: string | null;
  sender: string[];
  recipient: string[];
  /** Day, registry number and the like. */
  particulars: { label: string; value: string }[];
  sections: Section[];
  /** At the foot of every page; `{page}` and `{pages}` are its numbers. */
  foot: { text: string; page: string };
  /** Of the act, `YYYY-MM-DD`; also the file's own date, so that the same letter gives the same file. */
  day: string;
}
