import { SaxesParser } from 'saxes';
import type { XmlElement } from '#domain/shared/xml';
import { Invalid, type Problem } from '#platform/errors';

const MAX_DEPTH = 50;
const MAX_ELEMENTS = 500_000;
/** Of one element; no message of a bank has more than three. */
const MAX_ATTRIBUTES = 100;

/** The declaration of a document that says another encoding than it is read in. */
const OTHER_ENCODING = /^<\?xml[^>]*\sencoding\s*=\s*["'](?!utf-?8["']|us-ascii["'])/i;

/**
 * Reads an XML document in UTF-8 that somebody else has written. Refused: other encodings, what is not well-formed, and a
 * document type, so that there is no entity to expand and nothing to fetch.
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  parser.on('doctype', () => refuse({ code: 'xmlDoctype' }));
  parser.on('error', () =>
    refuse({ code: 'xmlNotWellFormed', data: { line: parser.line, column: parser.column } }),
  );
  let attributeCount = 0;
  parser.on('opentagstart', () => (attributeCount = 0));
  parser.on('attribute', () => {
    attributeCount += 1;
    if (attributeCount > MAX_ATTRIBUTES)
      refuse({ code: 'xmlTooManyAttributes', data: { max: MAX_ATTRIBUTES } });
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    count += 1;
    if (open.length >= MAX_DEPTH) refuse({ code: 'xmlTooDeep', data: { max: MAX_DEPTH } });
    if (count > MAX_ELEMENTS) refuse({ code: 'xmlTooLong', data: { max: MAX_ELEMENTS } });
    const element: XmlElement = {
      name: local,
      namespace: uri,
      attributes: Object.fromEntries(Object.entries(attributes).map(([name, { value }]) => [name, value])),
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const addText = (text: string) => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(decode(bytes)).close();
  return root!;
}

function decode(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse({ code: 'xmlNotUtf8' });
  }
  return OTHER_ENCODING.test(text) ? refuse({ code: 'xmlNotUtf8' }) : text;
}

function refuse(problem: Problem): never {
  throw new Invalid([problem]);
}
