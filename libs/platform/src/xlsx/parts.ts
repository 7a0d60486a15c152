import { numberCell, STYLE, textCell, xmlText } from './cells.js';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
export const APPENDIX = 'worksheets/appendix.xml';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** `number` where the value is one. */
export type CoverLine = readonly [name: string, value: string, number?: string];

export const CORE_RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

/** In the order of `STYLE`. */
export const STYLES_XML = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/><numFmt numFmtId="166" formatCode="0.0000"/></numFmts><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="16"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="13">${[
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  '<xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/>',
  '<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
  '<xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
  '<xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf>',
].join('')}</cellXfs></styleSheet>`;

export function coreXml(title: string): string {
  return `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:language>sv-SE</dc:language></cp:coreProperties>`;
}

/** All columns on the breadth of a page that lies: `FITS` before what is seen of a sheet, `page` after its rows. */
export const FITS = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';

/** A3 where A4 would be too small to read. */
export function page(columns: number): string {
  const paper = columns > 10 ? 8 : 9;
  return `<pageSetup paperSize="${paper}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`;
}

/** A number of more digits than Excel keeps would be another. */
const MOST_DIGITS = 15;

function valueCell(value: string, number: string | undefined): string {
  return number === undefined || number.replace(/\D/g, '').length > MOST_DIGITS
    ? textCell(value, STYLE.wrapped)
    : numberCell(number, STYLE.wrappedNumber);
}

/** Bold, so broader than plain text; longer names go on on the next line. */
function nameWidth(lines: readonly CoverLine[]): number {
  const longest = lines.reduce((most, [name]) => Math.max(most, name.length), 0);
  return Math.min(Math.max(Math.ceil(longest * 1.15), 34), 60);
}

export function coverXml(title: string, lines: readonly CoverLine[]): string {
  const rows = lines.map(
    ([name, value, number]) =>
      `<row>${textCell(name, STYLE.wrappedHeading)}${valueCell(value, number)}</row>`,
  );
  return `${XML}<worksheet xmlns="${MAIN}">${FITS}<sheetViews><sheetView tabSelected="1" showGridLines="0" workbookViewId="0"/></sheetViews><cols><col min="1" max="1" width="${nameWidth(lines)}" customWidth="1"/><col min="2" max="2" width="90" customWidth="1"/></cols><sheetData><row>${textCell(title, STYLE.title)}</row>${rows.join('')}</sheetData>${page(2)}</worksheet>`;
}

/** A small table of its own after the rows. */
export interface Appendix {
  name: string;
  headings: readonly string[];
  rows: readonly (readonly string[])[];
}

export function appendixXml({ headings, rows }: Appendix): string {
  const line = (cells: readonly string[], style: number) =>
    `<row>${cells.map((text) => textCell(text, style)).join('')}</row>`;
  return `${XML}<worksheet xmlns="${MAIN}">${FITS}<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${headings.length}" width="40" customWidth="1"/></cols><sheetData>${line(headings, STYLE.heading)}${rows.map((row) => line(row, STYLE.wrapped)).join('')}</sheetData>${page(headings.length)}</worksheet>`;
}

interface Names {
  coverName: string;
  sheetName: string;
  appendix?: Appendix;
  columns: readonly unknown[];
}

const sheetNames = ({ sheetName }: Names, count: number) =>
  Array.from({ length: count }, (_, at) => (at === 0 ? sheetName : `${sheetName} ${at + 1}`));

/** `ends` has the last row of each sheet with rows. The heading is repeated on every printed page. */
export function workbookXml(names: Names, ends: readonly number[]): string {
  const after = names.appendix ? [names.appendix.name] : [];
  const sheets = [names.coverName, ...sheetNames(names, ends.length), ...after].map(
    (name, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const last = columnName(names.columns.length);
  const titles = sheetNames(names, ends.length).flatMap((name, at) => [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${at + 1}" hidden="1">'${xmlText(name)}'!$A$1:$${last}$${ends[at]}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="${at + 1}">'${xmlText(name)}'!$1:$1</definedName>`,
  ]);
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets><definedNames>${titles.join('')}</definedNames></workbook>`;
}

/** Of all sheets in their order. The appendix is by another name: a sheet with a number has rows, for whoever verifies them. */
export function sheetFiles(sheets: number, hasAppendix: boolean): string[] {
  const numbered = Array.from({ length: sheets + 1 }, (_, at) => `worksheets/sheet${at + 1}.xml`);
  return hasAppendix ? [...numbered, APPENDIX] : numbered;
}

export function workbookRelations(files: readonly string[]): string {
  const all = files.map(
    (file, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="${file}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}<Relationship Id="rId${files.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;
}

export function contentTypes(files: readonly string[]): string {
  const all = files.map(
    (file) => `<Override PartName="/xl/${file}" ContentType="${SHEET_TYPE}.worksheet+xml"/>`,
  );
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${all.join('')}</Types>`;
}

/** 1 is `A`, 27 is `AA`. */
export function columnName(number: number): string {
  const rest = (number - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return number > 26 ? columnName((number - 1 - rest) / 26) + letter : letter;
}
