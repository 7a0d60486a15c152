import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { DemoSeed } from '#core/demo';
import { isFull, Medel, type Client } from '#testing';
import { withSeeds } from '../../tools/seed/context.js';
import {
  barriers,
  cutOffAt,
  hasBrowser,
  openBrowser,
  openWindow,
  picture,
  shiftsOf,
  visit,
  type Window,
} from './browser.js';
import { exampleOf } from './examples.js';
import { PEOPLE, VISITS, type Person } from './people.js';

const inABrowser = hasBrowser ? describe : describe.skip;

/** Every page as each person who may open it sees it: nothing goes wrong, and nobody is shut out. */
inABrowser('every page', () => {
  let browser: Browser;
  const worlds: Partial<Record<'demo' | 'empty', Medel>> = {};
  const windows = new Map<string, Window>();
  const clients = new Map<string, Client>();

  beforeAll(async () => {
    browser = await openBrowser();
    worlds.demo = await Medel.start({ worker: true });
    if (isFull) worlds.empty = await Medel.start();
    const { databaseUrl, queueDatabaseUrl } = worlds.demo.config;
    const urls = { appUrl: databaseUrl, queueUrl: queueDatabaseUrl, ownerUrl: '' };
    await withSeeds(urls, (seeds) => seeds.get(DemoSeed).run());
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await Promise.all(Object.values(worlds).map((world) => world.stop()));
  });

  /** One window for each person in each world, for signing in is slow on purpose. */
  const windowOf = async (world: 'demo' | 'empty', person: Person): Promise<Window> => {
    const name = `${world} ${person.name}`;
    const open = windows.get(name) ?? (await openWindow(browser, worlds[world]!.address, person.account));
    windows.set(name, open);
    open.troubles.length = 0;
    return open;
  };
  const clientOf = async (person: Person): Promise<Client> => {
    const { demo } = worlds;
    const client =
      clients.get(person.name) ?? (person.account === null ? demo!.anyone() : await demo!.as(person.account));
    clients.set(person.name, client);
    return client;
  };

  const each = VISITS.map((one) => [`${one.page.path} as ${one.person.name}`, one] as const);

  it.each(each)('%s', async (_, { page: { path }, person, isFirst, isLast }) => {
    const address = await exampleOf(path, await clientOf(person));
    const { page, troubles } = await windowOf('demo', person);
    await visit(page, address ?? path.replace(/:\w+/, '00000000-0000-7000-8000-000000000000'));
    expect(await page.locator('h1').count()).toBe(1);
    if (address !== null) expect(troubles).toEqual([]);
    // Whoever is between sees the same page with less on it, and a recipient may have none of what an address is about: axe
    // looks at the first and at the one who sees all, and at those between when there is time.
    const isLooked = isFirst || (isLast && path.includes(':')) || isFull;
    if (isLooked) expect(await barriers(page)).toEqual([]);
    if (!isFirst) return;
    await picture(page, `${nameOf(path)}-1280`);
    await page.emulateMedia({ colorScheme: 'dark' });
    const inTheDark = await barriers(page, ['color-contrast']);
    await page.emulateMedia({ colorScheme: null });
    // As wide as 1280 pixels are at 200 %, and as a phone is.
    const zoomed = await cutOffAt(page, 640);
    const onAPhone = await cutOffAt(page, 390);
    await picture(page, `${nameOf(path)}-390`);
    await page.setViewportSize({ width: 1280, height: 900 });
    expect({ inTheDark, zoomed, onAPhone }).toEqual({ inTheDark: [], zoomed: [], onAPhone: [] });
  });

  const first = VISITS.filter(({ isFirst }) => isFirst);
  /** What takes its time: asked for by `MEDEL_FULL=1`. */
  const inFull = isFull ? it : it.skip;
  const lists = first.filter(({ page }) => !page.path.includes(':'));

  inFull.each(lists.map((one) => [one.page.path, one] as const))(
    '%s where there is nothing yet',
    async (path, { person }) => {
      const { page, troubles } = await windowOf('empty', person);
      await visit(page, path);
      expect(await barriers(page)).toEqual([]);
      expect(troubles).toEqual([]);
      await picture(page, `${nameOf(path)}-empty`);
    },
  );

  inFull.each(first.map((one) => [one.page.path, one] as const))(
    '%s where the server fails',
    async (path, { person }) => {
      const address = await exampleOf(path, await clientOf(person));
      const { page } = await windowOf('demo', person);
      await page.route(/\/api\/v1\/(?!session|public\/instance)/, (route) =>
        route.fulfill({
          status: 500,
          contentType: 'application/problem+json',
          body: JSON.stringify({
            type: 'about:blank',
            title: 'Fel',
            status: 500,
            code: 'internal',
            detail: 'Fel',
            requestId: 'x',
          }),
        }),
      );
      await visit(page, address ?? path);
      await page.unroute(/\/api\/v1\/(?!session|public\/instance)/);
      expect(await barriers(page)).toEqual([]);
      await picture(page, `${nameOf(path)}-error`);
    },
  );

  /** What is opened most, each by somebody who is here for the first time and has the guide too. */
  const OPENED: [path: string, name: string][] = [
    ['/', 'nobody'],
    ['/oppna-bidrag', 'nobody'],
    ['/ansokningar', 'applicant'],
    ['/ansokningar/:id', 'applicant'],
    ['/arbete', 'caseOfficer'],
    ['/arenden/:id', 'caseOfficer'],
  ];

  it.each(OPENED)('%s comes whole: nothing moves once it is seen', async (path, name) => {
    const person = PEOPLE.find((each) => each.name === name)!;
    const address = (await exampleOf(path, await clientOf(person)))!;
    const window = await openWindow(browser, worlds.demo!.address, person.account, { isFirstVisit: true });
    for (const width of [1280, 390]) {
      await window.page.setViewportSize({ width, height: 900 });
      await visit(window.page, address);
      const { score, moved } = await shiftsOf(window.page);
      expect({ width, moved, isGood: score < 0.1 }).toEqual({ width, moved, isGood: true });
    }
    await window.close();
  });

  it('keeps to those who may: a stranger is asked to sign in, a colleague of another role is told', async () => {
    const stranger = await windowOf('demo', PEOPLE[0]!);
    await visit(stranger.page, '/arbete');
    expect(new URL(stranger.page.url()).pathname).toBe('/logga-in');
    const recipient = await windowOf('demo', PEOPLE[1]!);
    await visit(recipient.page, '/arbete');
    expect(await recipient.page.locator('h1').textContent()).toMatch(/Din roll/);
  });
});

const nameOf = (path: string) => path.replace(/[^a-z]+/gi, '-').replace(/^-|-$/g, '') || 'start';
