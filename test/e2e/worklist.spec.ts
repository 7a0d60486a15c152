import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { Medel } from '#testing';
import { withSeeds } from '../../tools/seed/context.js';
import { addSyntheticCases } from '../../tools/seed/scale.js';
import { barriers, hasBrowser, openBrowser, openWindow, picture, visit, type Window } from './browser.js';

const inABrowser = hasBrowser ? describe : describe.skip;

jest.setTimeout(300_000);

const CASES = 500;
/** What is in sight with its surroundings, in whatever window; far fewer than all. */
const MOST_ROWS = 80;

inABrowser('the worklist with 500 cases', () => {
  let browser: Browser;
  let medel: Medel;
  let window: Window;
  let page: Page;

  beforeAll(async () => {
    [browser, medel] = await Promise.all([openBrowser(), Medel.start()]);
    const { databaseUrl: appUrl, queueDatabaseUrl: queueUrl } = medel.config;
    const urls = { appUrl, queueUrl, ownerUrl: medel.ownerUrl };
    await withSeeds(urls, (seeds) => addSyntheticCases(seeds, urls.ownerUrl, CASES, () => undefined, false));
    window = await openWindow(browser, medel.address, 'handlaggare');
    ({ page } = window);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await medel?.stop();
  });

  /** Where the focus is, counted as the table counts its rows, and how many rows there are in the page. */
  const rows = () =>
    page.evaluate(() => ({
      at: Number(document.activeElement?.closest('tr')?.ariaRowIndex ?? 0) - 1,
      there: document.querySelectorAll('[data-row]').length,
    }));

  const press = (key: string, times: number) =>
    Promise.all(Array.from({ length: times }, () => page.keyboard.press(key)));

  it('holds only what is in sight, and is walked to its end and back by j and k', async () => {
    await visit(page, '/arbete');
    expect(await page.getByText(`Antal: ${CASES}`).count()).toBe(1);
    expect(await barriers(page)).toEqual([]);
    let now = await rows();
    let most = now.there;
    for (let turns = 0; now.at < CASES && turns < CASES; turns += 1) {
      await press('j', 20);
      const next = await rows();
      // However fast they come, the focus is never lost on the way, whatever is put in and taken away.
      expect(next.at).toBeGreaterThan(0);
      expect(next.at).toBeGreaterThanOrEqual(now.at);
      now = next;
      most = Math.max(most, now.there);
    }
    expect(now.at).toBe(CASES);
    expect(most).toBeLessThan(MOST_ROWS);
    expect(await barriers(page)).toEqual([]);
    const isInSight = await page.evaluate(() => {
      const { top, bottom } = document.activeElement!.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
    expect(isInSight).toBe(true);
    await picture(page, 'worklist-500', { isWhole: false });
    await press('k', 10);
    expect((await rows()).at).toBe(CASES - 10);
    expect(window.troubles).toEqual([]);
  });

  it('opens by Enter what the focus is on', async () => {
    await visit(page, '/arbete');
    // The keys are listened to a moment after the page is seen.
    while ((await rows()).at < 2) await press('j', 1);
    const number = await page.evaluate(() => document.activeElement!.textContent);
    await page.keyboard.press('Enter');
    await page.getByText(`${number} · `).waitFor();
  });

  it('moves nothing for whoever asks for less motion', async () => {
    const motions = async (reducedMotion: 'reduce' | 'no-preference') => {
      await page.emulateMedia({ reducedMotion });
      await visit(page, '/arbete');
      await page.keyboard.press('?');
      const dialog = page.getByRole('dialog', { name: 'Tangenter' });
      await dialog.waitFor();
      return dialog.evaluate((element) => [
        getComputedStyle(element).animationName,
        getComputedStyle(element, '::backdrop').animationName,
      ]);
    };
    expect(await motions('no-preference')).not.toContain('none');
    expect(await motions('reduce')).toEqual(['none', 'none']);
  });
});
