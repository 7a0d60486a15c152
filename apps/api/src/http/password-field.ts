import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { PASSWORD_LENGTH, passwordLength } from '#core/vocabulary';
import { field } from './fields.js';
import { inNfc, wrongText, type Wrong } from './wrong.js';

const { min, max } = PASSWORD_LENGTH;
/** In UTF-16 code units, of which a character is one or two. */
const MOST_UNITS = 2 * max;

/** A password to be: any characters, of which only the number is asked for. */
export function Password(): PropertyDecorator {
  const check = (value: unknown): Wrong => {
    const wrong = wrongText(value, MOST_UNITS);
    if (wrong) return wrong.code === 'tooLong' ? { code: 'tooLong', data: { max } } : wrong;
    const length = passwordLength(value as string);
    if (length < min) return { code: 'passwordTooShort', data: { min, missing: min - length } };
    return length > max ? { code: 'tooLong', data: { max } } : undefined;
  };
  return applyDecorators(
    Transform(({ value }) => inNfc(value, MOST_UNITS)),
    field(check, { type: 'string', minLength: min, maxLength: max }),
  );
}
