import { chromium, type Browser, type Page } from 'playwright-core';
import { must, type Headers } from './ask.js';
import { compare, median, tell, type Figure } from './bench.js';
import { FILTER, INTERACT, VITALS, WATCH } from './web-scripts.js';
import type { World } from './world.js';

/** What the browser itself reports of one visit, cold: milliseconds, and for `cls` the shift score. */
interface Vitals {
  lcp: number;
  cls: number;
  inp: number;
}

/** The least page that this server gives: one line of text, no script. */
const EMPTY = '/health/live';
/** What is counted as good where people are asked: https://web.dev/articles/cls. */
const GOOD_CLS = 0.1;
const PAINTS_WITHIN = 100;
const ROWS = 500;

interface Visited {
  name: string;
  path: string;
  /** `null`: nobody has signed in. */
  account: string | null;
}

/**
 * Pages in Debian's Chromium, each visited with an empty cache in turn with an empty page of the same server, by the
 * browser's own measures: when the largest thing was painted, how much moved, and how long a key or a click took to show.
 * And a filter on a list of five hundred rows, from the choice to the paint of what it left.
 */
export async function benchWeb(world: World, rounds: number): Promise<boolean[]> {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
    ],
  });
  try {
    const met: boolean[] = [];
    for (const visited of await pagesOf(world))
      met.push(...(await benchPage(browser, world, visited, rounds)));
    met.push(await benchFilter(browser, world, rounds));
    return met;
  } finally {
    await browser.close();
  }
}

async function pagesOf(world: World): Promise<Visited[]> {
  const first = async (path: string, headers: Headers) =>
    (await must(world, 'GET', `${path}&limit=1`, headers)).items[0].id as string;
  const officer = await world.signIn('handlaggare');
  const applicant = await world.signIn('sokande.1280');
  const assessed = await first('applications?status=underAssessment', officer);
  const draft = await first('applications?status=draft', applicant);
  return [
    { name: 'worklist', path: '/arbete', account: 'handlaggare' },
    { name: 'case', path: `/arenden/${assessed}`, account: 'handlaggare' },
    { name: 'application form', path: `/ansokningar/${draft}`, account: 'sokande.1280' },
    { name: 'open grants', path: '/oppna-bidrag', account: null },
  ];
}

async function benchPage(
  browser: Browser,
  world: World,
  { name, path, account }: Visited,
  rounds: number,
): Promise<boolean[]> {
  const ours: Vitals[] = [];
  const base: Vitals[] = [];
  await compare(
    rounds,
    async () => ours.push(await visit(browser, world, path, account)),
    async () => base.push(await visit(browser, world, EMPTY, null)),
  );
  const against = (of: (vitals: Vitals) => number): Figure[] =>
    ours.map((vitals, round) => ({ ours: of(vitals), base: of(base[round]!) }));
  const shifts = ours.map(({ cls }) => ({ ours: cls, base: GOOD_CLS }));
  return [
    tell(
      { name: `${name} LCP`, op: '<=', value: 12 },
      against(({ lcp }) => lcp),
    ),
    tell({ name: `${name} CLS`, op: '<=', value: 1 }, shifts),
    tell(
      { name: `${name} INP`, op: '<=', value: 12 },
      against(({ inp }) => inp),
    ),
  ];
}

/** One visit in a window of its own, whose cache is empty. */
async function visit(browser: Browser, world: World, path: string, account: string | null): Promise<Vitals> {
  return inWindow(browser, world, account, async (page) => {
    await page.addInitScript(WATCH);
    await page.goto(path);
    if (path !== EMPTY) await settled(page);
    await page.waitForTimeout(300);
    for (const step of await page.evaluate<string[]>(INTERACT)) await page.locator(step).first().click();
    await page.keyboard.press('Tab');
    await page.waitForTimeout(200);
    return page.evaluate<Vitals>(VITALS);
  });
}

async function benchFilter(browser: Browser, world: World, rounds: number): Promise<boolean> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    times.push(
      await inWindow(browser, world, 'handlaggare', async (page) => {
        const rows = countingRows(page);
        await page.goto('/arbete');
        await settled(page);
        await readMore(page, rows);
        // Each choice asks the server anew: none has been made in this window.
        return median(await page.evaluate<number[]>(FILTER));
      }),
    );
  const figures = times.map((ours) => ({ ours, base: PAINTS_WITHIN }));
  return tell({ name: `filter on ${ROWS} rows`, op: '<=', value: 1 }, figures);
}

/** How many rows the list has been answered with: in the page there are no more of them than are seen. */
function countingRows(page: Page): () => number {
  let rows = 0;
  page.on('response', (response) => {
    if (!response.url().includes('/api/v1/applications?')) return;
    // What is answered when the window is closed is not read any more.
    response.json().then(
      ({ items }: { items: unknown[] }) => (rows += items.length),
      () => undefined,
    );
  });
  return () => rows;
}

/** Asks for more until so many rows are read, or all that there are. */
async function readMore(page: Page, rows: () => number): Promise<void> {
  const more = page.locator('.worklist > button');
  while (rows() < ROWS && (await more.count()) > 0) {
    const before = rows();
    // It may have gone with the last of the rows.
    await more.click({ timeout: 1_000 }).catch(() => undefined);
    for (let tries = 0; rows() === before && tries < 100; tries += 1) await page.waitForTimeout(20);
    if (rows() === before) break;
  }
  await page.evaluate('scrollTo(0, 0)');
  await page.waitForTimeout(200);
}

const settled = (page: Page) =>
  page.waitForFunction(
    `document.querySelector('main h1') !== null && document.querySelector('main .waiting') === null
      && document.querySelector('main').ariaBusy !== 'true'`,
  );

const cookies = new Map<string, string>();

async function inWindow<Result>(
  browser: Browser,
  world: World,
  account: string | null,
  work: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({
    baseURL: world.address,
    // What asks is run in the page, which lets no text be a script. It changes nothing of what is measured.
    bypassCSP: true,
    locale: 'sv-SE',
    viewport: { width: 1280, height: 900 },
  });
  try {
    if (account !== null) {
      const [name, value] = (await sessionOf(world, account)).split('=') as [string, string];
      await context.addCookies([{ name, value, url: world.address }]);
    }
    const page = await context.newPage();
    return await work(page);
  } finally {
    await context.close();
  }
}

/** Signing in is slow on purpose: once is enough. */
async function sessionOf(world: World, account: string): Promise<string> {
  const cookie = cookies.get(account) ?? (await world.signIn(account)).cookie!;
  cookies.set(account, cookie);
  return cookie;
}
