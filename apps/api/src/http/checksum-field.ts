import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { field, type FieldOptions } from './fields.js';

/** A checksum, in hexadecimal digits, large or small. */
export function Sha256(options: FieldOptions = {}): PropertyDecorator {
  const isSha256 = (value: unknown) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
  return applyDecorators(
    Transform(({ value }) => (typeof value === 'string' ? value.toLowerCase() : (value as unknown))),
    field(
      (value) => (isSha256(value) ? undefined : { code: 'notSha256' }),
      { type: 'string', pattern: '^[0-9a-fA-F]{64}$' },
      options,
    ),
  );
}
