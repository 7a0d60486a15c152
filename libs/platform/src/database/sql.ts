import { createHash } from 'node:crypto';

/** A statement with its values apart. Made by `sql` only, so that no value is ever part of the text. */
export interface Sql {
  text: string;
  values: unknown[];
  /** Names the prepared statement, so that it is planned once per connection. */
  name: string;
}

class Fragment implements Sql {
  private rendered: { text: string; values: unknown[] } | undefined;

  constructor(
    private readonly strings: readonly string[],
    private readonly parts: readonly unknown[],
  ) {}

  get text(): string {
    return this.whole().text;
  }

  get values(): unknown[] {
    return this.whole().values;
  }

  get name(): string {
    return nameOf(this.text);
  }

  private whole(): { text: string; values: unknown[] } {
    if (!this.rendered) {
      const values: unknown[] = [];
      this.rendered = { text: this.render(values), values };
    }
    return this.rendered;
  }

  private render(values: unknown[]): string {
    return this.strings.reduce((text, string, index) => {
      const part = this.parts[index - 1];
      if (part instanceof Fragment) return text + part.render(values) + string;
      values.push(part);
      return `${text}$${values.length}${string}`;
    });
  }
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  let name = names.get(text);
  if (!name) {
    name = createHash('sha1').update(text).digest('base64url');
    names.set(text, name);
  }
  return name;
}

/** `` sql`SELECT … WHERE id = ${id}` ``: a value becomes a parameter, a nested `sql` becomes part of the text. */
export function sql(strings: TemplateStringsArray, ...parts: unknown[]): Sql {
  return new Fragment(strings, parts);
}

/** Text that our own code wrote, such as a column's name; never one that came from outside. */
export function trusted(text: string): Sql {
  return new Fragment([text], []);
}

/** Joins parts with commas; there must be one at least. */
export function list(parts: readonly Sql[]): Sql {
  return parts.reduce((all, next) => sql`${all}, ${next}`);
}

/** Joins conditions with AND; none at all is `true`. */
export function and(conditions: readonly Sql[]): Sql {
  return conditions.reduce((all, next) => sql`${all} AND ${next}`, sql`true`);
}
