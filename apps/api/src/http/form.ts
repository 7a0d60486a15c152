import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { Busboy, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import { Invalid, type Problem } from '#platform/errors';
import { isReserved } from './json-body.js';
import { inNfc, wrongText } from './wrong.js';

const LIMITS = { fields: 20, files: 1, parts: 22, fieldSize: 64 * 1024, headerPairs: 100 };
const LONGEST_NAME = 255;
/** What stands in a text where its bytes were not of the encoding that they were sent in. */
const UNREADABLE = '\ufffd';

export interface Form<File> {
  fields: Record<string, unknown>;
  /** What `save` made of the part `file`; `undefined` where there is none. */
  file: File | undefined;
}

/** The file of a form as it comes: who saves it reads the stream to its end. */
export type SaveFile<File> = (content: Readable, told: { name: string; type: string }) => Promise<File>;

/**
 * Reads a `multipart/form-data` request as it comes. The file is saved while it is sent and never held. What is left of a
 * request that is refused is let through unread, so that its sender hears why.
 */
export function readForm<File>(request: IncomingMessage, save: SaveFile<File>): Promise<Form<File>> {
  return new Promise((resolve, reject) => {
    const fields: Record<string, unknown> = {};
    const problems: Problem[] = [];
    let saving: { content: Readable; done: Promise<File> } | undefined;
    const parser = parserOf(request, reject);
    if (!parser) return;

    const fail = (error: Error) => {
      parser.off('finish', finished);
      request.off('close', closed).unpipe(parser);
      request.resume();
      saving?.content.destroy(error);
      // Not before who saves has stopped: what they began to write is theirs to remove.
      void Promise.allSettled([saving?.done]).then(() => reject(error));
    };
    const broken = () => fail(new Invalid([{ code: 'notForm' }]));
    // A request that was read to its end is closed too.
    const closed = () => request.complete || broken();
    const refuse = (problem: Problem) => () => fail(new Invalid([problem]));

    parser.on('field', (name: string | undefined, value, _, isCut) => {
      if (name === undefined) problems.push({ code: 'unnamedPart' });
      else if (name.includes(UNREADABLE)) problems.push({ code: 'malformedText', path: name });
      else if (isReserved(name)) problems.push({ code: 'unknownField', path: name });
      else if (name in fields) problems.push({ code: 'duplicate', path: name });
      else if (isCut) problems.push({ code: 'tooLong', path: name, data: { max: LIMITS.fieldSize } });
      else if (value.includes(UNREADABLE)) problems.push({ code: 'malformedText', path: name });
      else fields[name] = value;
    });
    parser.on('file', (name: string | undefined, content, fileName, _, type) => {
      // Heard where it is saved; here it must only not end the process.
      content.on('error', () => undefined);
      if (name !== 'file') {
        problems.push(name === undefined ? { code: 'unnamedPart' } : { code: 'unknownField', path: name });
        content.resume();
        return;
      }
      const called = inNfc(fileName ?? '', LONGEST_NAME) as string;
      const wrong = nameProblem(called);
      if (wrong) {
        problems.push(wrong);
        content.resume();
        return;
      }
      saving = { content, done: save(content, { name: called, type }) };
      saving.done.catch(fail);
    });
    const tooManyFields = refuse({ code: 'tooManyFields', data: { max: LIMITS.fields } });
    parser.on('filesLimit', refuse({ code: 'oneFile', path: 'file' }));
    parser.on('fieldsLimit', tooManyFields).on('partsLimit', tooManyFields);
    parser.on('error', broken);
    const finished = () => {
      request.off('close', closed);
      const done = saving?.done ?? Promise.resolve(undefined);
      done.then((file) => {
        if (problems.length > 0) reject(new Invalid(problems));
        else resolve({ fields, file });
      }, reject);
    };
    parser.on('finish', finished);
    request.on('close', closed);
    request.pipe(parser);
  });
}

function nameProblem(name: string): Problem | undefined {
  const isReadable = !name.includes(UNREADABLE);
  const wrong = isReadable ? wrongText(name, LONGEST_NAME) : { code: 'malformedText' };
  return wrong && { ...wrong, path: 'file' };
}

function parserOf(request: IncomingMessage, reject: (error: Error) => void): BusboyInstance | undefined {
  try {
    return new Busboy({ headers: request.headers as BusboyHeaders, limits: LIMITS });
  } catch {
    request.resume();
    reject(new Invalid([{ code: 'notForm' }]));
    return undefined;
  }
}
