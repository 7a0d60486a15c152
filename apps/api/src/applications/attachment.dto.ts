import { Id } from '../http/fields.js';
import { File } from '../http/form-fields.js';
import type { Upload } from '../http/upload.js';

export class AttachmentForm {
  @File() file: Upload;
}

export class AttachmentParam {
  @Id() id: string;
  @Id() attachmentId: string;
}
