import fc from 'fast-check';
import type { Any } from '#testing';

export interface Schema {
  $ref?: string;
  anyOf?: Schema[];
  oneOf?: Schema[];
  enum?: unknown[];
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  format?: string;
  pattern?: string;
}

/** Values of the running world that a field of this name may have. */
export type Known = Record<string, unknown[]>;

/** Few of anything, so that a request is about its fields and not about its size. */
const MANY = 4;
const LONG = 60;

/** What the contract allows: values by which a schema is met, among them those at its bounds. */
export class Generator {
  constructor(
    private readonly document: Any,
    private readonly known: Known,
  ) {}

  of(schema: Schema, name = ''): fc.Arbitrary<unknown> {
    const any = this.bySchema(schema, name);
    const known = this.known[name];
    if (!known || schema.type === 'object') return any;
    const one = fc.constantFrom(...known);
    const isList = schema.type === 'array';
    return fc.oneof(
      { weight: 4, arbitrary: isList ? fc.uniqueArray(one, { minLength: 1, maxLength: MANY }) : one },
      any,
    );
  }

  private bySchema(schema: Schema, name: string): fc.Arbitrary<unknown> {
    const { $ref, anyOf, oneOf, type } = schema;
    if ($ref) return this.of(this.document.components.schemas[$ref.split('/').at(-1)!], name);
    const among = anyOf ?? oneOf;
    if (among) return fc.oneof(...among.map((each) => this.of(each, name)));
    if (schema.enum) return fc.constantFrom(...schema.enum);
    if (Array.isArray(type)) return fc.oneof(...type.map((each) => this.of({ ...schema, type: each }, name)));
    return this.byType(schema, name);
  }

  private byType(schema: Schema, name: string): fc.Arbitrary<unknown> {
    const { type, minimum: min = -1e6, maximum: max = 1e6 } = schema;
    if (type === 'null') return fc.constant(null);
    if (type === 'boolean') return fc.boolean();
    if (type === 'integer')
      return fc.integer({ min: Math.max(min, -(2 ** 53)), max: Math.min(max, 2 ** 53) });
    if (type === 'number') return fc.double({ min, max, noNaN: true });
    if (type === 'array') return this.list(schema, name);
    if (type === 'object') return this.object(schema);
    return text(schema);
  }

  private list(schema: Schema, name: string): fc.Arbitrary<unknown> {
    const bounds = {
      minLength: schema.minItems ?? 0,
      maxLength: Math.max(schema.minItems ?? 0, Math.min(schema.maxItems ?? MANY, MANY)),
    };
    const items = this.of(schema.items ?? {}, name);
    return schema.uniqueItems ? fc.uniqueArray(items, bounds) : fc.array(items, bounds);
  }

  private object({ properties = {}, required = [], additionalProperties }: Schema): fc.Arbitrary<unknown> {
    if (Object.keys(properties).length === 0 && additionalProperties)
      return fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: MANY });
    const fields = Object.entries(properties).map(([name, schema]) => [name, this.of(schema, name)] as const);
    return fc.record(Object.fromEntries(fields), { requiredKeys: required });
  }
}

function text({ format, pattern, minLength = 0, maxLength = LONG }: Schema): fc.Arbitrary<unknown> {
  if (pattern) return fc.stringMatching(new RegExp(pattern));
  if (format === 'uuid') return fc.uuid();
  if (format === 'email') return fc.emailAddress();
  if (format === 'date')
    return fc
      .date({ min: new Date('2000-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10));
  return fc.string({
    unit: 'grapheme',
    minLength,
    maxLength: Math.max(minLength, Math.min(maxLength, LONG)),
  });
}
