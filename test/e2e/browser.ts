import { existsSync, mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';
import { emailOf, DEMO_PASSWORD } from '#core/demo';

/** Debian's; another one by its path. */
export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Whether pages can be tried here at all; where not, the suites say that they are skipped. */
export const hasBrowser = existsSync(CHROMIUM);

const PICTURES = 'test-results/pages';
/** More than a page takes on a machine that does other things too. */
const PATIENCE_MS = 20_000;

/** A window, and everything that went wrong in it: errors of scripts, of the console, and of the content security policy. */
export interface Window {
  page: Page;
  troubles: string[];
  close: () => Promise<void>;
}

export function openBrowser(): Promise<Browser> {
  mkdirSync(PICTURES, { recursive: true });
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
    ],
  });
}

/**
 * `account` as in `handlaggare`; `null` for somebody who has not signed in. The guide for first visits is put away, unless
 * this is one.
 */
export async function openWindow(
  browser: Browser,
  address: string,
  account: string | null,
  { width = 1280, height = 900, isFirstVisit = false } = {},
): Promise<Window> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'sv-SE',
    baseURL: address,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => void troubles.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      troubles.push(`console: ${message.text()} ${message.location().url}`);
  });
  await context.addInitScript(
    (roles) => {
      for (const role of roles) localStorage.setItem(`medel.guide.${role}`, 'read');
    },
    isFirstVisit ? [] : ROLES,
  );
  if (account !== null) {
    const data = { email: emailOf(account), password: DEMO_PASSWORD };
    const answer = await context.request.post('/api/v1/session', { data });
    if (!answer.ok()) throw new Error(`${account} could not sign in: ${await answer.text()}`);
  }
  return { page, troubles, close: () => context.close() };
}

const ROLES = [
  'applicant',
  'signatory',
  'caseOfficer',
  'decisionMaker',
  'financeOfficer',
  'auditor',
  'administrator',
];

/** Goes there and waits until the page has what it asked for. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.waitForFunction(() => {
    const main = document.querySelector('main');
    const isThere = main !== null && main.querySelector('h1') !== null && main.ariaBusy !== 'true';
    return isThere === true && main?.querySelector('.waiting') === null;
  });
  // What is done once a page is painted, such as listening to keys, is done two frames later.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
  );
}

/**
 * How much has moved by itself since the page was opened, as browsers count it (Cumulative Layout Shift), and what moved: 0.1 is
 * what still counts as good.
 */
export const shiftsOf = (page: Page): Promise<{ score: number; moved: string[] }> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const seen = { score: 0, moved: [] as string[] };
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as LayoutShift[]) {
            if (entry.hadRecentInput) continue;
            seen.score += entry.value;
            for (const { node } of entry.sources)
              seen.moved.push(node instanceof Element ? `${node.tagName}.${node.className}` : 'text');
          }
        }).observe({ type: 'layout-shift', buffered: true });
        // What was seen before is told in a task of its own.
        setTimeout(() => resolve(seen), 100);
      }),
  );

/** What TypeScript knows nothing of: https://wicg.github.io/layout-instability. */
interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
  sources: { node: Node | null }[];
}

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds against WCAG 2.2 A and AA, or by the rules that are named, one line each with the elements it is about. */
export async function barriers(page: Page, rules?: string[]): Promise<string[]> {
  // Without frames there is nothing to gather from a page of its own, which is what takes time otherwise.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(STANDARDS)).analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.target.join(' '))
        .slice(0, 5)
        .join(' | ')}`,
  );
}

/** The window as narrow as that; what of the page and its controls is then beyond the edge, and cannot be scrolled to. */
export async function cutOffAt(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 844 });
  return page.evaluate(() => {
    const isCut = (element: Element): boolean => {
      const { left, right, width: own } = element.getBoundingClientRect();
      if (own <= 1) return false;
      for (let around = element.parentElement; around; around = around.parentElement) {
        const { overflowX } = getComputedStyle(around);
        if (overflowX === 'auto' || overflowX === 'scroll') return false;
        const edges = around.getBoundingClientRect();
        // What is there for the ear only is smaller than what is in it.
        if (edges.width <= 1) return false;
        const isHiding = overflowX === 'hidden' || overflowX === 'clip';
        if (isHiding && (right > edges.right + 1 || left < edges.left - 1)) return true;
      }
      return left < -1 || right > innerWidth + 1;
    };
    const controls = document.querySelectorAll(
      'a, button, input, select, textarea, summary, [tabindex], h1, h2',
    );
    const cut = [...controls].filter((element) => element.checkVisibility() && isCut(element));
    const beyond = document.documentElement.scrollWidth - innerWidth;
    return [
      ...(beyond > 0 ? [`the page is ${beyond} pixels wider than the window`] : []),
      ...cut.map((element) => `cut off at ${innerWidth}: ${element.outerHTML.slice(0, 120)}`),
    ];
  });
}

/** For a person to look at; not the whole page where it holds only what is in sight. */
export const picture = (page: Page, name: string, { isWhole = true } = {}) =>
  page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: isWhole });
