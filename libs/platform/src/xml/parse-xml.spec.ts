import { describe, expect, it } from '@jest/globals';
import { Invalid } from '#platform/errors';
import { parseXml } from './parse-xml.js';

const refusal = (bytes: Uint8Array | string) => {
  try {
    parseXml(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
    return 'taken';
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return (error.findings[0] as { code: string }).code;
  }
};

describe('parseXml', () => {
  it('reads elements, attributes, text and namespaces', () => {
    const xml =
      '\ufeff<?xml version="1.0" encoding="utf-8"?><a:A xmlns:a="urn:a" x="1"><a:B>å&amp;&#65;<![CDATA[<c>]]></a:B><!-- x --></a:A>';
    expect(parseXml(Buffer.from(xml))).toMatchObject({
      name: 'A',
      namespace: 'urn:a',
      attributes: { x: '1' },
      text: '',
      children: [{ name: 'B', namespace: 'urn:a', text: 'å&A<c>', children: [] }],
    });
  });

  const lol = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
  it.each([
    ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'xmlDoctype'],
    ['a billion laughs', `<!DOCTYPE a [<!ENTITY l0 "lol">${lol}]><a>&l9;</a>`, 'xmlDoctype'],
    ['a document type without entities', '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><a/>', 'xmlDoctype'],
    ['an entity that nobody declared', '<a>&x;</a>', 'xmlNotWellFormed'],
    ['an element that is not closed', '<a><b></a>', 'xmlNotWellFormed'],
    ['two roots', '<a/><b/>', 'xmlNotWellFormed'],
    ['a prefix that stands for nothing', '<x:a/>', 'xmlNotWellFormed'],
    ['an attribute that is there twice', '<a x="1" x="2"/>', 'xmlNotWellFormed'],
    ['a character that is none', '<a>&#0;</a>', 'xmlNotWellFormed'],
    ['nothing', ' ', 'xmlNotWellFormed'],
    ['JSON', '{}', 'xmlNotWellFormed'],
    ['depth', '<a>'.repeat(51) + '</a>'.repeat(51), 'xmlTooDeep'],
    [
      'attributes',
      `<a ${Array.from({ length: 101 }, (_, n) => `a${n}=""`).join(' ')}/>`,
      'xmlTooManyAttributes',
    ],
    ['another encoding by its name', '<?xml version="1.0" encoding="ISO-8859-1"?><a/>', 'xmlNotUtf8'],
    ['length', `<a>${'<b/>'.repeat(500_000)}</a>`, 'xmlTooLong'],
  ])('refuses %s', (_, xml, code) => expect(refusal(xml)).toBe(code));

  it('refuses bytes that are not UTF-8', () => {
    expect(refusal(Buffer.from('<a>å</a>', 'latin1'))).toBe('xmlNotUtf8');
    expect(refusal(Buffer.from('\ufeff<a/>', 'utf16le'))).toBe('xmlNotUtf8');
  });

  it('takes no name of the language for more than a name', () => {
    const made = parseXml(Buffer.from('<a __proto__="x" constructor="y"><constructor/></a>'));
    expect(Object.keys(made.attributes)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});
