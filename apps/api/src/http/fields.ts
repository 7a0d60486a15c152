import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { isEmail, isUUID, ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import { isKronor, isLocalDate, MAX_KRONOR } from '#core/vocabulary';
import { inNfc, wrongText, type Wrong } from './wrong.js';

export interface FieldOptions {
  /** May be left out. */
  optional?: boolean;
  /** May be `null`. */
  nullable?: boolean;
}

/** One decorator per field: how it is checked, what is told when it is wrong, and how it stands in the published contract. */
export function field(
  check: (value: unknown) => Wrong,
  schema: ApiPropertyOptions,
  options: FieldOptions = {},
): PropertyDecorator {
  const { optional = false, nullable = false } = options;
  const wrong = (value: unknown): Wrong => (value === undefined ? { code: 'required' } : check(value));
  const decorators = [
    ApiProperty({ required: !optional, ...(nullable ? { nullable } : {}), ...schema } as ApiPropertyOptions),
    ValidateBy({
      name: 'field',
      validator: {
        validate: (value: unknown) => (nullable && value === null) || wrong(value) === undefined,
        defaultMessage: (args) => JSON.stringify(wrong(args!.value)),
      },
    }),
  ];
  if (optional) decorators.push(ValidateIf((_, value) => value !== undefined));
  return applyDecorators(...decorators);
}

export interface TextOptions extends FieldOptions {
  min?: number;
  max: number;
}

/** Text in NFC: 'Malmö' can arrive in two forms and is kept in one. */
export function Text({ min = 0, max, ...options }: TextOptions): PropertyDecorator {
  const isShort = (value: unknown) => (value as string).trim().length < min;
  const check = (value: unknown): Wrong =>
    wrongText(value, max) ?? (isShort(value) ? { code: 'tooShort', data: { min } } : undefined);
  return applyDecorators(
    Transform(({ value }) => inNfc(value, max)),
    field(check, { type: 'string', ...(min > 0 ? { minLength: min } : {}), maxLength: max }, options),
  );
}

/** Digits and nothing else, as an account's number. */
export function Digits(max: number, options: FieldOptions = {}): PropertyDecorator {
  const pattern = `^\\d{1,${max}}$`;
  const isDigits = (value: unknown) => typeof value === 'string' && new RegExp(pattern).test(value);
  return field(
    (value) => (isDigits(value) ? undefined : { code: 'notDigits', data: { max } }),
    { type: 'string', pattern },
    options,
  );
}

export function Email(options: FieldOptions = {}): PropertyDecorator {
  const isAddress = (value: unknown) =>
    typeof value === 'string' && value.length <= 254 && !/\p{C}/u.test(value) && isEmail(value);
  // Two that look alike are one, and one that looks like nothing else is none.
  const plain = (value: unknown) =>
    typeof value === 'string' && value.length <= 254 ? value.normalize('NFKC') : value;
  return applyDecorators(
    Transform(({ value }) => plain(value)),
    field(
      (value) => (isAddress(value) ? undefined : { code: 'notEmail' }),
      { type: 'string', format: 'email', maxLength: 254 },
      options,
    ),
  );
}

/** Whole kronor, 0 … 10^12, as a JSON number. */
export function Amount(options: FieldOptions = {}): PropertyDecorator {
  return field(
    (value) => (isKronor(value) ? undefined : { code: 'notAmount' }),
    { type: 'integer', minimum: 0, maximum: MAX_KRONOR, format: 'int64', description: 'Whole kronor' },
    options,
  );
}

export function Whole(min: number, max: number, options: FieldOptions = {}): PropertyDecorator {
  const isWhole = (value: unknown) =>
    Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
  return field(
    (value) => (isWhole(value) ? undefined : { code: 'notWholeNumber', data: { min, max } }),
    { type: 'integer', minimum: min, maximum: max },
    options,
  );
}

const YEARS = { min: 2000, max: 2100 };

export function Year(options: FieldOptions = {}): PropertyDecorator {
  const isYear = (value: unknown) =>
    Number.isInteger(value) && (value as number) >= YEARS.min && (value as number) <= YEARS.max;
  return field(
    (value) => (isYear(value) ? undefined : { code: 'notYear', data: YEARS }),
    { type: 'integer', minimum: YEARS.min, maximum: YEARS.max },
    options,
  );
}

export function Decimal(min: number, max: number, options: FieldOptions = {}): PropertyDecorator {
  const isWithin = (value: unknown) =>
    Number.isFinite(value) && (value as number) >= min && (value as number) <= max;
  return field(
    (value) => (isWithin(value) ? undefined : { code: 'notNumber', data: { min, max } }),
    { type: 'number', minimum: min, maximum: max },
    options,
  );
}

/** A day that exists, before or after the years that are known here. As every four hundred years, so the next. */
const isOfOtherTimes = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^\d{4}-/.test(value) &&
  isLocalDate(`${2000 + (Number(value.slice(0, 4)) % 400)}${value.slice(4)}`);

/** A day that exists, `YYYY-MM-DD`. */
export function Day(options: FieldOptions = {}): PropertyDecorator {
  return field(
    (value) =>
      isLocalDate(value) ? undefined : { code: isOfOtherTimes(value) ? 'dayOutOfRange' : 'notDate' },
    { type: 'string', format: 'date' },
    options,
  );
}

/** A time of the day, `HH:MM`, 00:00–23:59. */
export function TimeOfDay(options: FieldOptions = {}): PropertyDecorator {
  const pattern = '^([01]\\d|2[0-3]):[0-5]\\d$';
  const isTime = (value: unknown) => typeof value === 'string' && new RegExp(pattern).test(value);
  return field(
    (value) => (isTime(value) ? undefined : { code: 'notTimeOfDay' }),
    { type: 'string', pattern },
    options,
  );
}

/** An id, or one of the words that stand for something else than one thing, as `none`. */
export function Id({ words, ...options }: FieldOptions & { words?: string[] } = {}): PropertyDecorator {
  const isKnown = (value: unknown) => typeof value === 'string' && (isUUID(value) || words?.includes(value));
  const id = { type: 'string', format: 'uuid' } as const;
  return applyDecorators(
    Transform(({ value }) => (typeof value === 'string' ? value.toLowerCase() : (value as unknown))),
    field(
      (value) => (isKnown(value) ? undefined : { code: 'notId', ...(words && { data: { words } }) }),
      words ? { anyOf: [id, { type: 'string', enum: words }] } : id,
      options,
    ),
  );
}

export function OneOf(allowed: readonly string[], options: FieldOptions = {}): PropertyDecorator {
  return field(
    (value) => (allowed.includes(value as string) ? undefined : { code: 'notOneOf', data: { allowed } }),
    { type: 'string', enum: [...allowed] },
    options,
  );
}

export function Flag(options: FieldOptions = {}): PropertyDecorator {
  return field(
    (value) => (typeof value === 'boolean' ? undefined : { code: 'notBoolean' }),
    { type: 'boolean' },
    options,
  );
}

interface ListOptions extends FieldOptions {
  min?: number;
  max: number;
}

function checkList(value: unknown, min: number, max: number): Wrong {
  if (!Array.isArray(value)) return { code: 'notList' };
  if (value.length > max) return { code: 'tooMany', data: { max } };
  return value.length < min ? { code: 'tooFew', data: { min } } : undefined;
}

const atLeast = (min: number) => (min > 0 ? { minItems: min } : {});

/** A list of objects, each checked field by field. */
export function List(
  item: () => new () => object,
  { min = 0, max, ...options }: ListOptions,
): PropertyDecorator {
  // A list in a list is no object, though each of its members may be one.
  // Of one that is too long only the length is handed on: nobody reads what is wrong with twenty thousand members.
  const handedOn = (value: unknown): unknown => {
    if (!Array.isArray(value)) return value;
    if (value.length > max) return new Array(value.length);
    return value.map((member: unknown) => (Array.isArray(member) ? null : member));
  };
  return applyDecorators(
    Type(item),
    Transform(({ value }) => handedOn(value)),
    field(
      (value) => checkList(value, min, max),
      { type: () => item(), isArray: true, ...atLeast(min), maxItems: max },
      options,
    ),
    ValidateNested({ each: true, message: JSON.stringify({ code: 'notObject' }) }),
  );
}

/** A list of words from a list, each once. */
export function Words(
  allowed: readonly string[],
  { min = 0, ...options }: FieldOptions & { min?: number } = {},
): PropertyDecorator {
  const check = (value: unknown): Wrong =>
    checkList(value, min, allowed.length) ??
    ((value as unknown[]).every((word) => allowed.includes(word as string))
      ? undefined
      : { code: 'notOneOf', data: { allowed } });
  return field(
    check,
    {
      type: 'array',
      items: { type: 'string', enum: [...allowed] },
      ...atLeast(min),
      maxItems: allowed.length,
    },
    options,
  );
}

export function Texts({
  min = 0,
  max,
  length,
  ...options
}: ListOptions & { length: number }): PropertyDecorator {
  const isText = (value: unknown) => value !== '' && wrongText(value, length) === undefined;
  const allInNfc = (value: unknown): unknown =>
    Array.isArray(value) && value.length <= max ? value.map((each) => inNfc(each, length)) : value;
  const check = (value: unknown): Wrong =>
    checkList(value, min, max) ??
    ((value as unknown[]).every(isText) ? undefined : { code: 'notTexts', data: { max: length } });
  const items = { type: 'string', minLength: 1, maxLength: length };
  return applyDecorators(
    Transform(({ value }) => allInNfc(value)),
    field(check, { type: 'array', items, ...atLeast(min), maxItems: max }, options),
  );
}

/** A list of ids; which are twice, the service says. */
export function Ids({ min = 0, max, ...options }: ListOptions): PropertyDecorator {
  const isId = (value: unknown) => typeof value === 'string' && isUUID(value);
  const check = (value: unknown): Wrong =>
    checkList(value, min, max) ?? ((value as unknown[]).every(isId) ? undefined : { code: 'notId' });
  const lower = (value: unknown): unknown =>
    Array.isArray(value) && value.length <= max
      ? value.map((each: unknown) => (typeof each === 'string' ? each.toLowerCase() : each))
      : value;
  const items = { type: 'string', format: 'uuid' };
  return applyDecorators(
    Transform(({ value }) => lower(value)),
    field(check, { type: 'array', items, ...atLeast(min), maxItems: max }, options),
  );
}

export function Years(options: ListOptions): PropertyDecorator {
  const { min = 1, max, ...rest } = options;
  const isYear = (value: unknown) =>
    Number.isInteger(value) && (value as number) >= YEARS.min && (value as number) <= YEARS.max;
  const check = (value: unknown): Wrong => {
    const wrong = checkList(value, min, max);
    if (wrong) return wrong;
    const years = value as unknown[];
    if (!years.every(isYear)) return { code: 'notYear', data: YEARS };
    return new Set(years).size === years.length ? undefined : { code: 'duplicate' };
  };
  const items = { type: 'integer', minimum: YEARS.min, maximum: YEARS.max };
  return field(check, { type: 'array', items, minItems: min, maxItems: max, uniqueItems: true }, rest);
}

/** An object, checked field by field. */
export function Nested(item: () => new () => object, options: FieldOptions = {}): PropertyDecorator {
  const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
  return applyDecorators(
    Type(item),
    field((value) => (isObject(value) ? undefined : { code: 'notObject' }), { type: () => item() }, options),
    ValidateIf(
      (_, value) => !(options.nullable && value === null) && !(options.optional && value === undefined),
    ),
    ValidateNested(),
  );
}

/** By name, a list of words or `*` for all of them. */
export function Selected(options: FieldOptions = {}): PropertyDecorator {
  const isWord = (word: unknown) =>
    typeof word === 'string' &&
    word !== '' &&
    word.length <= 100 &&
    word.isWellFormed() &&
    !word.includes('\0');
  const isChoice = (choice: unknown) =>
    choice === '*' || (Array.isArray(choice) && choice.length <= 5_000 && choice.every(isWord));
  const check = (value: unknown): Wrong => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { code: 'notObject' };
    const entries = Object.entries(value);
    if (entries.length > 20) return { code: 'tooMany', data: { max: 20 } };
    return entries.every(([name, choice]) => isWord(name) && isChoice(choice))
      ? undefined
      : { code: 'notSelection' };
  };
  const words = { type: 'array', items: { type: 'string' }, maxItems: 5_000 };
  const choice = { oneOf: [{ type: 'string', enum: ['*'] }, words] };
  return field(check, { type: 'object', additionalProperties: choice }, options);
}

/** `true` or `false` in the address. */
export function QueryFlag(options: FieldOptions = { optional: true }): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : (value as unknown))),
    Flag(options),
  );
}

/** A whole number in the address. */
export function QueryNumber(
  min: number,
  max: number,
  options: FieldOptions = { optional: true },
): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }) =>
      typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : (value as unknown),
    ),
    Whole(min, max, options),
  );
}
