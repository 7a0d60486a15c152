import { Text } from '../http/fields.js';
import { File } from '../http/form-fields.js';
import type { Upload } from '../http/upload.js';

export class EvidenceForm {
  @File() file: Upload;
  @Text({ max: 2_000, optional: true }) note: string = '';
}

export class SendBackDto {
  @Text({ min: 1, max: 2_000 }) note: string;
}
