import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { PASSWORD_LENGTH, passwordLength } from '#core/vocabulary';
import { field, type Wrong } from './fields.js';

const { min, max } = PASSWORD_LENGTH;

/** A password to be: any characters, of which only the number is asked for. */
export function Password(): PropertyDecorator {
  const check = (value: unknown): Wrong => {
    if (typeof value !== 'string') return { code: 'notText' };
    if (value.includes('\0') || !value.isWellFormed()) return { code: 'malformedText' };
    const length = passwordLength(value);
    if (length < min) return { code: 'passwordTooShort', data: { min, missing: min - length } };
    return length > max ? { code: 'tooLong', data: { max } } : undefined;
  };
  return applyDecorators(
    Transform(({ value }) => (typeof value === 'string' ? value.normalize('NFC') : (value as unknown))),
    field(check, { type: 'string', minLength: min, maxLength: max }),
  );
}
