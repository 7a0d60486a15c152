import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, it } from '@jest/globals';
import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript';

/** As `npm run client` writes it. */
const written = async () =>
  COMMENT_HEADER + astToString(await openapiTS(pathToFileURL('test/golden/openapi.json')));

it('the client of the pages is generated from the contract as it is: `npm run generate` renews it', async () => {
  const kept = readFileSync('libs/api-client/src/schema.d.ts', 'utf8');
  expect(kept === (await written())).toBe(true);
});
