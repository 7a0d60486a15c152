import { ApiProperty, DECORATORS, type ApiPropertyOptions } from '@nestjs/swagger';

/** How a field of an answer stands in the published contract. Answers are ours: tests hold them to it, no code checks them. */
type Shape = ApiPropertyOptions;
type View<T extends object = object> = new () => T;

/** One decorator per field of an answer: `@Shows(orNull(instant)) submittedAt: string | null`. */
export const Shows = (shape: Shape): PropertyDecorator => ApiProperty(shape);

export const text: Shape = { type: 'string' };
export const id: Shape = { type: 'string', format: 'uuid' };
export const day: Shape = { type: 'string', format: 'date' };
export const instant: Shape = { type: 'string', format: 'date-time' };
export const sha256: Shape = { type: 'string', pattern: '^[0-9a-f]{64}$' };
export const flag: Shape = { type: 'boolean' };
export const number: Shape = { type: 'number' };
export const count: Shape = { type: 'integer', minimum: 0 };
/** Below 0 too. */
export const wholeNumber: Shape = { type: 'integer', format: 'int64' };
export const year: Shape = { type: 'integer', minimum: 1900, maximum: 2100 };
/** An amount, or a sum of more amounts than one may be as large as. */
export const kronor: Shape = {
  type: 'integer',
  minimum: 0,
  maximum: Number.MAX_SAFE_INTEGER,
  format: 'int64',
  description: 'Whole kronor',
};
/** An object whose fields depend on what it tells of. */
export const open: Shape = { type: 'object', additionalProperties: true };

/** Any JSON value: what a field of another thing held. */
export const anything = {
  anyOf: [
    ...['string', 'number', 'boolean', 'null'].map((type) => ({ type })),
    { type: 'object', additionalProperties: true },
    { type: 'array', items: {} },
  ],
} as Shape;

export const oneOf = (words: readonly string[]): Shape => ({ type: 'string', enum: [...words] });
export const a = (view: View): Shape => ({ type: () => view });
export const many = (item: View | Shape): Shape =>
  typeof item === 'function'
    ? { type: () => item, isArray: true }
    : ({ type: 'array', items: item } as unknown as Shape);
/** `null` where there is none; the field is always there. */
export const orNull = (shape: Shape): Shape => ({ ...shape, nullable: true });
/** Left out where it does not apply. */
export const maybe = (shape: Shape): Shape => ({ ...shape, required: false }) as Shape;

const lists = new Map<View, View>();

/** `{ items, nextCursor, total }`; a total beyond what is counted is told as a lower bound. */
export function ListOf(item: View): View {
  class List {
    @Shows(many(item)) items: object[];
    @Shows(orNull(text)) nextCursor: string | null;
    @Shows(count) total: number;
    @Shows(maybe(flag)) totalIsLowerBound?: boolean;
  }
  return remembered(lists, item, () => named(List, `${item.name.replace(/(View|Item)$/, '')}List`));
}

const filled = new Map<View, View>();

/** A part of a form as it is answered: what may be left out when it is sent is never left out here. */
export function Filled<T extends object>(form: View<T>): View<T> {
  return remembered(filled, form, () => {
    class Answered extends (form as View) {}
    for (const [field, shape] of fieldsOf(form)) {
      const part = typeof shape.type === 'function' && { type: () => Filled((shape.type as () => View)()) };
      Shows({ ...shape, ...part, required: true } as Shape)(Answered.prototype, field);
    }
    return named(Answered, form.name.replace(/Dto$/, ''));
  }) as View<T>;
}

function fieldsOf({ prototype }: { prototype: unknown }): [string, Shape][] {
  const form = prototype as object;
  const names = Reflect.getMetadata(DECORATORS.API_MODEL_PROPERTIES_ARRAY, form) as string[];
  return names
    .map((name) => name.slice(1))
    .map((name) => [name, Reflect.getMetadata(DECORATORS.API_MODEL_PROPERTIES, form, name) as Shape]);
}

function remembered(made: Map<View, View>, key: View, make: () => View): View {
  if (!made.has(key)) made.set(key, make());
  return made.get(key)!;
}

/** The name that the schema has in the published contract. */
function named(view: View, name: string): View {
  return Object.defineProperty(view, 'name', { value: name });
}
