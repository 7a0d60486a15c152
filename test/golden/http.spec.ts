import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { demandsFreshProof } from '#domain/access/second-factor';
import { Medel } from '#testing';
import { readAccessTable } from '../../apps/api/src/http/access-table.js';
import { API_PREFIX } from '../../apps/api/src/http/server.js';
import { asJson, expectGolden } from './golden.js';

describe('the published contract', () => {
  let medel: Medel;
  beforeAll(async () => {
    medel = await Medel.start();
  });
  afterAll(() => medel.stop());

  it('has the routes that were reviewed, each with who may call it', () => {
    const routes = readAccessTable(medel.api, API_PREFIX).map(({ method, path, access }) => {
      const fresh = 'permission' in access && demandsFreshProof(access.permission) ? ', with a fresh second factor' : '';
      const who = 'permission' in access ? access.permission + fresh : `public: ${access.publicBecause}`;
      return `${method.padEnd(6)} ${path}  ${who}`;
    });
    expectGolden('test/golden/routes.txt', `${routes.join('\n')}\n`);
  });

  it('is valid OpenAPI 3.1, as reviewed, with exactly the routes there are', async () => {
    const { body } = await medel.anyone().get('//api/openapi.json');
    const validation = await new Validator().validate(body);
    expect(validation).toMatchObject({ valid: true });
    expect(body.openapi).toMatch(/^3\.1\./);
    const published = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const routes = readAccessTable(medel.api, API_PREFIX).map(
      ({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`,
    );
    expect(published.sort()).toEqual(routes.sort());
    expectGolden('test/golden/openapi.json', asJson(body));
  });

  it('is readable as a page', async () => {
    const page = await medel.anyone().get<string>('//api/docs');
    expect(page.status).toBe(200);
    expect(page.body).toContain('Medel: API');
    const policy = page.headers.get('content-security-policy');
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self' 'unsafe-inline';");
    const elsewhere = await medel.anyone().get('//health/live');
    expect(elsewhere.headers.get('content-security-policy')).toContain("style-src 'self';");
  });
});
