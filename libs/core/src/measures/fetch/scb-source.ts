import { RemoteFault, type FetchedFile, type RemoteClient } from '#platform/remote';
import { describe, intoFile } from './answers.js';
import { divideSelection, type DescribedDimension, type Selection } from './table-selection.js';

export interface ScbQuestion {
  /** PxWebApi v2: the id, as `TAB6471`. v1: the path below the base address, as `BE/BE0101/BE0101A/BefolkManad`. */
  table: string;
  selection: Selection;
  signal?: AbortSignal;
}

const JSON_TYPES = ['application/json', 'application/vnd.api+json', 'text/json'];
/** Of an answer, where the source does not say. Both versions allow more. */
const CELLS = 100_000;

type Fields = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const pathOf = (table: string) => table.split('/').map(encodeURIComponent).join('/');

/** Fetches of a table of PxWebApi v2 into a file, which `readMeasureFile` reads as `jsonStat2`. */
export async function fetchScb(
  client: RemoteClient,
  { table, selection, signal }: ScbQuestion,
  path: string,
): Promise<FetchedFile & { parts: number }> {
  const ask = (url: string) => describe(client, { url, contentTypes: JSON_TYPES, signal });
  const config = await ask('config');
  const dimensions = dimensionsOf(await ask(`tables/${pathOf(table)}/metadata?lang=sv`));
  const parts = divideSelection(dimensions, selection, cellsOf(config, 'maxDataCells'));
  const url = `tables/${pathOf(table)}/data?lang=sv&outputFormat=json-stat2`;
  const fetched = await intoFile(path, async (file) => {
    for (const part of parts) {
      const body = {
        selection: part.map(({ code, categories }) => ({ variableCode: code, valueCodes: categories })),
      };
      await client.fetch({ url, body, contentTypes: JSON_TYPES, signal }, file);
      file.keep();
    }
  });
  return { ...fetched, parts: parts.length };
}

/** Fetches of a table of PxWebApi v1 into a file, which `readMeasureFile` reads as `pxwebJson`. */
export async function fetchScbV1(
  client: RemoteClient,
  { table, selection, signal }: ScbQuestion,
  path: string,
): Promise<FetchedFile & { parts: number }> {
  const url = pathOf(table);
  const described = await describe(client, { url, contentTypes: JSON_TYPES, signal });
  const parts = divideSelection(variablesOf(described), selection, CELLS);
  const fetched = await intoFile(path, async (file) => {
    for (const part of parts) {
      const query = part.map(({ code, categories }) => ({
        code,
        selection: { filter: 'item', values: categories },
      }));
      const body = { query, response: { format: 'json' } };
      await client.fetch({ url, body, contentTypes: JSON_TYPES, signal }, file);
      file.keep();
    }
  });
  return { ...fetched, parts: parts.length };
}

function cellsOf(config: unknown, name: string): number {
  const cells = isObject(config) ? config[name] : undefined;
  return typeof cells === 'number' && Number.isInteger(cells) && cells > 0 ? cells : CELLS;
}

/** Of the description in JSON-stat: the categories in their order. */
function dimensionsOf(described: unknown): DescribedDimension[] {
  const { id, dimension } = isObject(described) ? described : {};
  if (!Array.isArray(id) || !isObject(dimension)) throw new RemoteFault('notReadable');
  return id.map((name) => {
    const code = String(name);
    const found = Object.hasOwn(dimension, code) ? dimension[code] : undefined;
    const { category, extension } = isObject(found) ? found : {};
    const index = isObject(category) ? category['index'] : undefined;
    const categories = Array.isArray(index)
      ? index.map(String)
      : isObject(index)
        ? inOrder(index)
        : undefined;
    if (!categories) throw new RemoteFault('notReadable');
    return { code, categories, canBeLeftOut: isObject(extension) && extension['elimination'] === true };
  });
}

const inOrder = (index: Fields): string[] =>
  Object.entries(index)
    .sort(([, a], [, b]) => Number(a) - Number(b))
    .map(([code]) => code);

function variablesOf(described: unknown): DescribedDimension[] {
  const variables = isObject(described) ? described['variables'] : undefined;
  if (!Array.isArray(variables)) throw new RemoteFault('notReadable');
  return variables.map((variable: unknown) => {
    if (!isObject(variable) || !Array.isArray(variable['values'])) throw new RemoteFault('notReadable');
    return {
      code: String(variable['code']),
      categories: variable['values'].map(String),
      canBeLeftOut: variable['elimination'] === true,
    };
  });
}
