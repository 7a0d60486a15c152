import { COST_KINDS } from '#core/applications';
import { ACCOUNTING_FORMATS, FILE_ENCODINGS, type FileEncoding } from '#core/reports';
import { Digits, List, Nested, OneOf, Text } from '../http/fields.js';
import { File, NestedJson } from '../http/form-fields.js';
import type { Upload } from '../http/upload.js';

/** Accounts from the first to the last, both included, by their first digits. */
class AccountRangeDto {
  @Digits(10) from: string;
  @Digits(10) to: string;
}

class CostAccountsDto extends AccountRangeDto {
  @OneOf(COST_KINDS) kind: (typeof COST_KINDS)[number];
}

/** An object, as a project, in one dimension or, where none is named, in any. */
class ObjectChoiceDto {
  @Text({ min: 1, max: 50, optional: true, nullable: true }) dimension: string | null = null;
  @Text({ min: 1, max: 200 }) object: string;
}

class CostObjectDto extends ObjectChoiceDto {
  @OneOf(COST_KINDS) kind: (typeof COST_KINDS)[number];
}

const column = { min: 1, max: 100, optional: true };

/** What the columns of a list are called, where they are not called what is usual. */
export class ColumnsDto {
  @Text(column) date?: string;
  @Text(column) account?: string;
  @Text(column) amount?: string;
  @Text(column) debit?: string;
  @Text(column) credit?: string;
  @Text(column) object?: string;
  @Text(column) verification?: string;
  @Text(column) text?: string;
}

/**
 * How a recipient's accounts become kinds of cost. `only`: rows with one of these objects count, every row where it is
 * empty. `objects`: decide over the account.
 */
export class CostMappingDto {
  @List(() => CostAccountsDto, { max: 200, optional: true }) accounts: CostAccountsDto[] = [];
  @List(() => AccountRangeDto, { max: 200, optional: true }) ignored: AccountRangeDto[] = [];
  @List(() => ObjectChoiceDto, { max: 200, optional: true }) only: ObjectChoiceDto[] = [];
  @List(() => CostObjectDto, { max: 200, optional: true }) objects: CostObjectDto[] = [];
  @Nested(() => ColumnsDto, { optional: true, nullable: true }) columns: ColumnsDto | null = null;
}

/** A file of booked rows. Format and encoding are told from its content where they are left out. */
export class AccountingForm {
  @File() file: Upload;
  @OneOf(ACCOUNTING_FORMATS, { optional: true }) format?: (typeof ACCOUNTING_FORMATS)[number];
  @OneOf(FILE_ENCODINGS, { optional: true }) encoding?: FileEncoding;
  /** The last one that was taken in, where it is left out. */
  @NestedJson(() => CostMappingDto, { optional: true }) mapping?: CostMappingDto;
}

export class RemappingDto {
  @Nested(() => CostMappingDto) mapping: CostMappingDto;
}
