import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { JsonText } from '#platform/database';
import { preferredLanguage, rowText, type Language } from '../http/texts.js';

/** The language that the reader asks for. */
export const ReaderLanguage = createParamDecorator((_: unknown, context: ExecutionContext): Language =>
  preferredLanguage(context.switchToHttp().getRequest<FastifyRequest>().headers['accept-language']),
);

interface Rejected {
  line: number;
  code: string;
  data: Record<string, unknown>;
}

/** The data set with a sentence for each line that was rejected. */
export async function inWords(read: Promise<JsonText>, language: Language): Promise<JsonText> {
  const { text, version, location } = await read;
  const dataset = JSON.parse(text) as { rejected: Rejected[] };
  if (dataset.rejected.length === 0) return new JsonText(text, version, location);
  const rejected = dataset.rejected.map((row) => ({ ...row, detail: rowText(language, row) }));
  return new JsonText(JSON.stringify({ ...dataset, rejected }), version, location);
}
