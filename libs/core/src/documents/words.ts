import type { LocalDate } from '#domain/shared/local-date';
import { letterBlock, type BlockName, type Language } from '#text';
import type { Column, Part, Section } from './letter-document.js';

type Data = Readonly<Record<string, unknown>>;

/** The words of one letter: in its language, as they were on its day, remembering which versions it took. */
export class Words {
  private readonly taken = new Set<string>();

  constructor(
    readonly language: Language,
    private readonly day: LocalDate,
    /** What any part may ask for. */
    private readonly common: Data = {},
  ) {}

  get blocks(): string[] {
    return [...this.taken].sort();
  }

  say(name: BlockName, data: Data = {}): string {
    const { id, text } = letterBlock(this.language, name, this.day, { ...this.common, ...data });
    this.taken.add(id);
    return text;
  }

  /** A paragraph. */
  tell(name: BlockName, data: Data = {}): Part {
    return { kind: 'text', text: this.say(name, data) };
  }

  section(name: BlockName, parts: readonly Part[]): Section {
    return { heading: this.say(name), parts: [...parts] };
  }

  table(
    caption: BlockName,
    columns: readonly [BlockName, Column['align']][],
    rows: string[][],
    total: string[] | null = null,
  ): Part {
    const titles = columns.map(([name, align]) => ({ title: this.say(name), align }));
    return { kind: 'table', caption: this.say(caption), columns: titles, rows, total };
  }
}

/** What a person wrote, paragraph by paragraph. */
export function paragraphs(text: string): Part[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ kind: 'text', text: paragraph }));
}
