import { openGrantsExport, unguarded, type Cell } from '#core/exports';

/** Where a column stands in the 360Giving Data Standard: its title in a table, its path in a grant. */
interface Place {
  title: string;
  path: readonly (string | number)[];
}

/**
 * What the standard has no field for keeps a name of its own, as it allows. A recipient is told by its organisation
 * number, else by its code, else by its name.
 */
const PLACES: Record<string, Place> = {
  id: { title: 'Identifier', path: ['id'] },
  title: { title: 'Title', path: ['title'] },
  description: { title: 'Description', path: ['description'] },
  currency: { title: 'Currency', path: ['currency'] },
  amountAwarded: { title: 'Amount Awarded', path: ['amountAwarded'] },
  amountDisbursed: { title: 'Amount Disbursed', path: ['amountDisbursed'] },
  amountReturned: { title: 'Amount Returned', path: ['amountReturned'] },
  awardDate: { title: 'Award Date', path: ['awardDate'] },
  plannedStartDate: { title: 'Planned Dates:Start Date', path: ['plannedDates', 0, 'startDate'] },
  plannedEndDate: { title: 'Planned Dates:End Date', path: ['plannedDates', 0, 'endDate'] },
  recipientOrganisationNumber: {
    title: 'Recipient Org:Organisation Number',
    path: ['recipientOrganization', 0, 'organisationNumber'],
  },
  recipientCode: { title: 'Recipient Org:Code', path: ['recipientOrganization', 0, 'code'] },
  recipientName: { title: 'Recipient Org:Name', path: ['recipientOrganization', 0, 'name'] },
  recipientKind: { title: 'Recipient Org:Kind', path: ['recipientOrganization', 0, 'kind'] },
  programmeCode: { title: 'Grant Programme:Code', path: ['grantProgramme', 0, 'code'] },
  call: { title: 'Grant Programme:Title', path: ['grantProgramme', 0, 'title'] },
};
const RECIPIENT: Place = { title: 'Recipient Org:Identifier', path: ['recipientOrganization', 0, 'id'] };

const columns = openGrantsExport.columns.map((column) => ({ ...column, ...PLACES[column.key]! }));
const IDENTIFYING = ['recipientOrganisationNumber', 'recipientCode', 'recipientName'].map((key) =>
  columns.findIndex((column) => column.key === key),
);

/** Who publishes, where it is from, under what licence, and of which day. */
export interface Published {
  publisher: string;
  source: string;
  licence: string;
  /** `YYYY-MM-DD` */
  asOf: string;
}

const constant = ({ publisher, source, licence, asOf }: Published): [title: string, value: string][] => [
  ['Funding Org:Identifier', publisher],
  ['Funding Org:Name', publisher],
  ['Data Source', source],
  ['License', licence],
  ['As Of', asOf],
];

type Batches = AsyncIterable<Cell[][]>;

/** The rows as a table with the standard's titles; text keeps the guard of spreadsheets. */
export async function* grantTable(batches: Batches, published: Published): AsyncGenerator<string> {
  const ends = constant(published);
  const end = ends.map(([, value]) => quoted(value)).join(',');
  const titles = [RECIPIENT.title, ...columns.map(({ title }) => title), ...ends.map(([title]) => title)];
  yield `${titles.map(quoted).join(',')}\n`;
  for await (const rows of batches)
    yield rows.map((row) => `${[identifier(row), ...row].map(quoted).join(',')},${end}\n`).join('');
}

/** The rows as a package of grants, one a line. */
export async function* grantPackage(
  batches: Batches,
  { publisher, source, licence, asOf }: Published,
  title: string,
): AsyncGenerator<string> {
  const head = { title, issued: asOf, publisher: { name: publisher }, downloadURL: source, license: licence };
  const funded = { fundingOrganization: [{ id: publisher, name: publisher }], dataSource: source };
  yield `${JSON.stringify(head).slice(0, -1)},"grants":[`;
  let separator = '\n';
  for await (const rows of batches) {
    let text = '';
    for (const row of rows) {
      text += separator + JSON.stringify({ ...grantOf(row), ...funded });
      separator = ',\n';
    }
    yield text;
  }
  yield '\n]}\n';
}

function grantOf(row: Cell[]): Record<string, unknown> {
  const grant: Record<string, unknown> = {};
  put(grant, RECIPIENT.path, unguarded(identifier(row)!));
  columns.forEach(({ type, path }, at) => {
    const cell = row[at]!;
    // What is not known is left out, as the standard has it.
    if (cell !== null)
      put(grant, path, type === 'money' ? Number(cell) : type === 'text' ? unguarded(cell) : cell);
  });
  return grant;
}

const identifier = (row: Cell[]): Cell =>
  IDENTIFYING.map((at) => row[at]!).find((cell) => cell !== null) ?? null;

function put(
  into: Record<string | number, unknown>,
  [first, ...rest]: readonly (string | number)[],
  value: unknown,
): void {
  if (rest.length === 0) {
    into[first!] = value;
    return;
  }
  into[first!] ??= typeof rest[0] === 'number' ? [] : {};
  put(into[first!] as Record<string | number, unknown>, rest, value);
}

function quoted(cell: Cell): string {
  if (cell === null) return '';
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
