import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';

export const AnswersPdf = (): MethodDecorator =>
  ApiResponse({
    status: 200,
    description: 'The document, as it was made',
    headers: {
      'Content-Disposition': {
        description: '`attachment`, with the file name',
        required: true,
        schema: { type: 'string' },
      },
    },
    content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } },
  });

/** Always as an attachment, byte for byte. */
export async function pdfFile(opened: Promise<{ content: Buffer; name: string }>): Promise<StreamableFile> {
  const { content, name } = await opened;
  return new StreamableFile(Readable.from([content]), {
    type: 'application/pdf',
    disposition: `attachment; filename="${name}"`,
    length: content.length,
  });
}
