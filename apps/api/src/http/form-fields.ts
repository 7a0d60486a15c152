import { applyDecorators } from '@nestjs/common';
import { plainToInstance, Transform, Type } from 'class-transformer';
import { field, Nested, type FieldOptions } from './fields.js';
import { refuseUnreadable } from './json-body.js';
import { Upload } from './upload.js';
import type { Wrong } from './wrong.js';

/** An object in a form, sent as JSON; whoever takes it checks its fields. */
export function JsonObject(options: FieldOptions = {}): PropertyDecorator {
  const check = (value: unknown): Wrong => {
    if (typeof value === 'string') return { code: 'notJson' };
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? undefined : { code: 'notObject' };
  };
  return applyDecorators(
    Transform(({ value }) => fromJson(value)),
    field(check, { type: 'object', additionalProperties: true }, options),
  );
}

function fromJson(text: unknown): unknown {
  if (typeof text !== 'string') return text;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return text;
  }
  refuseUnreadable(value);
  return typeof value === 'string' ? null : value;
}

/** An object in a form, sent as JSON and checked field by field. */
export function NestedJson(item: () => new () => object, options: FieldOptions = {}): PropertyDecorator {
  const made = (value: unknown): unknown => {
    const read = fromJson(value);
    const isObject = typeof read === 'object' && read !== null && !Array.isArray(read);
    return isObject ? plainToInstance(item(), read) : read;
  };
  return applyDecorators(
    Nested(item, options),
    Transform(({ value }) => made(value)),
  );
}

/** The file of a form. */
export function File(options: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    Type(() => Upload),
    field(
      (value) => (value instanceof Upload ? undefined : { code: 'notFile' }),
      { type: 'string', format: 'binary' },
      options,
    ),
  );
}
