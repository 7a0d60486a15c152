import { STYLE, textCell, xmlText } from './cells.js';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const CORE_RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

/** In the order of `STYLE`. */
export const STYLES_XML = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="16"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="8">${[
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  '<xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/>',
  '<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
].join('')}</cellXfs></styleSheet>`;

export function coreXml(title: string): string {
  return `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:language>sv-SE</dc:language></cp:coreProperties>`;
}

export function coverXml(title: string, lines: readonly (readonly [string, string])[]): string {
  const rows = lines.map(
    ([name, value]) => `<row>${textCell(name, STYLE.heading)}${textCell(value, STYLE.wrapped)}</row>`,
  );
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView tabSelected="1" showGridLines="0" workbookViewId="0"/></sheetViews><cols><col min="1" max="1" width="34" customWidth="1"/><col min="2" max="2" width="90" customWidth="1"/></cols><sheetData><row>${textCell(title, STYLE.title)}</row>${rows.join('')}</sheetData></worksheet>`;
}

interface Names {
  coverName: string;
  sheetName: string;
  columns: readonly unknown[];
}

const sheetNames = ({ sheetName }: Names, count: number) =>
  Array.from({ length: count }, (_, at) => (at === 0 ? sheetName : `${sheetName} ${at + 1}`));

/** `ends` has the last row of each sheet with rows. The heading is repeated on every printed page. */
export function workbookXml(names: Names, ends: readonly number[]): string {
  const sheets = [names.coverName, ...sheetNames(names, ends.length)].map(
    (name, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const last = columnName(names.columns.length);
  const titles = sheetNames(names, ends.length).flatMap((name, at) => [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${at + 1}" hidden="1">'${xmlText(name)}'!$A$1:$${last}$${ends[at]}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="${at + 1}">'${xmlText(name)}'!$1:$1</definedName>`,
  ]);
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets><definedNames>${titles.join('')}</definedNames></workbook>`;
}

export function workbookRelations(sheets: number): string {
  const all = Array.from(
    { length: sheets + 1 },
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}<Relationship Id="rId${sheets + 2}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;
}

export function contentTypes(sheets: number): string {
  const all = Array.from(
    { length: sheets + 1 },
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`,
  );
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${all.join('')}</Types>`;
}

/** 1 is `A`, 27 is `AA`. */
export function columnName(number: number): string {
  const rest = (number - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return number > 26 ? columnName((number - 1 - rest) / 26) + letter : letter;
}
