/**
 * One file that says of itself that it follows PDF/UA-1, for those who hear a document, and PDF/A-2a, for the archive. Typst
 * checks a document by either and writes the same content for both, but tells of one only. What PDF/UA asks for beside that
 * (the title in the window, a box around each table) the archive allows; so the file is that of PDF/UA, with the archive's
 * metadata and one line more. They stand in an update at its end (ISO 32000-1, 7.5.6).
 */
export function claimBoth(accessible: Buffer, archived: Buffer): Buffer {
  const metadata = Buffer.from(metadataOf(archived, idsOf(accessible)), 'utf8');
  const text = accessible.toString('latin1');
  const before = Number(found(/startxref\s+(\d+)\s+%%EOF\s*$/, text));
  const trailer = text.slice(text.indexOf('trailer', before));
  const catalog = objectAt(text, before, Number(found(/\/Root (\d+) 0 R/, trailer)));
  const number = found(/\/Metadata (\d+) 0 R/, catalog);
  const object = Buffer.concat([
    Buffer.from(
      `${number} 0 obj\n<<\n  /Length ${metadata.length}\n  /Type /Metadata\n  /Subtype /XML\n>>\nstream\n`,
    ),
    metadata,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
  const entries = KEPT.map((entry) => found(entry, trailer));
  const place = String(accessible.length).padStart(10, '0');
  const ending = `xref
${number} 1
${place} 00000 n\x20
trailer
<<
  ${entries.join('\n  ')}
  /Prev ${before}
>>
startxref
${accessible.length + object.length}
%%EOF
`;
  return Buffer.concat([accessible, object, Buffer.from(ending, 'latin1')]);
}

/** Of the trailer. */
const KEPT = [/(\/Size \d+)/, /(\/Root \d+ 0 R)/, /(\/Info \d+ 0 R)/, /(\/ID \[[^\]]*\])/];

const NAMESPACE = 'http://www.aiim.org/pdfua/ns/id/';
/** What PDF/A demands to be told of each property that it does not know. */
const SCHEMA = `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema><pdfaSchema:namespaceURI>${NAMESPACE}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289 that the document conforms to</pdfaProperty:description><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>`;

const IDS = ['InstanceID', 'DocumentID'];

/** The XML packet of a file that Typst wrote: neither packed nor encrypted. */
function packetOf(pdf: Buffer): string {
  const from = pdf.indexOf('<?xpacket begin=');
  const end = pdf.indexOf('<?xpacket end="r"?>', from);
  if (from < 0 || end < 0) throw new Error('The PDF has no metadata');
  return pdf.toString('utf8', from, end) + '<?xpacket end="r"?>';
}

function idsOf(pdf: Buffer): string[] {
  const packet = packetOf(pdf);
  return IDS.map((name) => found(new RegExp(`<xmpMM:${name}>([^<]*)<`), packet));
}

function metadataOf(archived: Buffer, ids: readonly string[]): string {
  const edits: [RegExp, string][] = [
    [/( xmlns:pdfaid=)/, ` xmlns:pdfuaid="${NAMESPACE}" $1`],
    [/(<pdfaExtension:schemas><rdf:Bag>)/, `$1${SCHEMA}`],
    [/(<pdfaid:part>)/, '<pdfuaid:part>1</pdfuaid:part>$1'],
    ...IDS.map((name, at): [RegExp, string] => [
      new RegExp(`(<xmpMM:${name}>)[^<]*(?=<)`, 'g'),
      `$1${ids[at]}`,
    ]),
  ];
  return edits.reduce((packet, [place, words]) => {
    if (packet.search(place) < 0) throw new Error(`The metadata of the PDF has no ${place.source}`);
    return packet.replace(place, words);
  }, packetOf(archived));
}

/** Between the words `obj` and `endobj`, by its place in the one table that there is. */
function objectAt(text: string, table: number, number: number): string {
  const first = text.indexOf('\n', text.indexOf('0 ', table + 'xref'.length)) + 1;
  const place = Number(text.slice(first + number * 20, first + number * 20 + 10));
  return text.slice(place, text.indexOf('endobj', place));
}

function found(pattern: RegExp, text: string): string {
  const [, value] = pattern.exec(text) ?? [];
  if (value === undefined) throw new Error(`The PDF has no ${pattern.source}`);
  return value;
}
