import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DEMO_PASSWORD, emailOf } from '#core/demo';
import { Cases, Medel, until, type Any } from '#testing';
import { hasBrowser, openBrowser, openWindow, picture, type Window } from './browser.js';

const inABrowser = hasBrowser ? describe : describe.skip;
const YEAR = new Date().getFullYear();

/** What a page promises of what is typed in it: that it is not lost, whatever happens to tab, network or session. */
inABrowser('what is typed', () => {
  let browser: Browser;
  let medel: Medel;
  let cases: Cases;
  let window: Window;
  let page: Page;
  let id: string;

  beforeAll(async () => {
    [browser, medel] = await Promise.all([openBrowser(), Medel.start()]);
    cases = await Cases.open(medel, { years: [YEAR] });
    window = await openWindow(browser, medel.address, 'sokande.1275');
    ({ page } = window);
  }, 240_000);
  beforeEach(async () => {
    id = await cases.draft();
    await openDraft(page);
  });
  afterAll(async () => {
    await browser?.close();
    await medel?.stop();
  });

  const openDraft = async (tab: Page) => {
    await tab.goto(`/ansokningar/${id}`);
    await tab.getByText(/^Sparat/).waitFor();
  };
  const kept = async (): Promise<Any> => (await cases.signatory.get(`/applications/${id}`)).body;
  const isKept = (field: string, text: string) => until(async () => (await kept())[field] === text);
  const write = (tab: Page, label: string, text: string) => tab.getByLabel(label, { exact: true }).fill(text);
  /** Of the window, which signed in last; the API's own client keeps its. */
  const endSession = (account: string) =>
    medel.owner.query(
      `DELETE FROM sessions WHERE token_hash = (SELECT token_hash FROM sessions s JOIN users u ON u.id = s.user_id
        WHERE u.email = $1 ORDER BY s.created_at DESC LIMIT 1)`,
      [emailOf(account)],
    );
  const signInAgain = async (tab: Page, account: string) => {
    const dialog = tab.getByRole('dialog').filter({ hasText: 'Du har blivit utloggad' });
    await dialog.waitFor();
    await dialog.getByLabel('E-postadress').fill(emailOf(account));
    await dialog.getByLabel('Lösenord').fill(DEMO_PASSWORD);
    await dialog.getByRole('button', { name: 'Logga in' }).click();
    await dialog.waitFor({ state: 'hidden' });
  };

  it.each([
    ['Behåll min', 'Demo: från den andra fliken'],
    ['Ta den andras', 'Demo: från den ena fliken'],
  ])('in two tabs at one place is shown twice and chosen between: %s', async (choice, left) => {
    const other = await page.context().newPage();
    await openDraft(other);
    // What the second tab writes is held up until the first has saved.
    const isEdit = (address: URL) => address.pathname.endsWith(id);
    await other.route(isEdit, (route) =>
      route.request().method() === 'PATCH' ? route.abort() : route.fallback(),
    );
    await write(other, 'Rubrik', 'Demo: från den andra fliken');
    await write(other, 'Sammanfattning', 'Demo: bara den andra fliken skriver här.');
    await other.getByText('Inte sparat: vi når inte servern').waitFor();
    await write(page, 'Rubrik', 'Demo: från den ena fliken');
    await isKept('title', 'Demo: från den ena fliken');
    await other.unroute(isEdit);

    const conflict = other.getByRole('region', { name: 'Rubrik' });
    await conflict.waitFor();
    expect(await conflict.getByText('Demo: från den andra fliken').isVisible()).toBe(true);
    expect(await conflict.getByText('Demo: från den ena fliken').isVisible()).toBe(true);
    expect((await kept()).title).toBe('Demo: från den ena fliken');
    await picture(other, `draft-conflict-${choice === 'Behåll min' ? 'mine' : 'theirs'}`);
    // What only one has written needs no choice.
    await isKept('summary', 'Demo: bara den andra fliken skriver här.');

    await conflict.getByRole('button', { name: choice }).click();
    await conflict.waitFor({ state: 'detached' });
    await isKept('title', left);
    expect(await other.getByLabel('Rubrik', { exact: true }).inputValue()).toBe(left);
    await other.close();
    // The first tab learns of it when somebody looks at it again, without being asked.
    await page.bringToFront();
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await until(async () => (await page.getByLabel('Rubrik', { exact: true }).inputValue()) === left);
  });

  it('without a network is told of, kept, and saved when the network is back', async () => {
    await page.context().setOffline(true);
    await write(page, 'Rubrik', 'Demo: skrivet utan nät');
    await page.getByText('Inte sparat: vi når inte servern').waitFor();
    await page.getByRole('button', { name: 'Nästa: Aktiviteter' }).click();
    await write(page, 'Aktivitetens rubrik', 'Demo: också utan nät');
    await picture(page, 'draft-offline');
    // Leaving is asked about, within the pages and out of them.
    await page.getByRole('link', { name: 'Redovisningar' }).click();
    await page.getByRole('button', { name: 'Stanna kvar' }).click();
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const question = await asked;
    expect(question.type()).toBe('beforeunload');
    await question.dismiss();
    expect((await kept()).title).not.toBe('Demo: skrivet utan nät');

    await page.context().setOffline(false);
    await page.getByText(/^Sparat/).waitFor();
    expect(await kept()).toMatchObject({
      title: 'Demo: skrivet utan nät',
      activities: [{ title: 'Demo: också utan nät' }],
    });
    expect(await page.getByLabel('Aktivitetens rubrik').inputValue()).toBe('Demo: också utan nät');
  });

  it('when the session ends stays where it is, and is saved after signing in on top of it', async () => {
    await endSession('sokande.1275');
    await write(page, 'Rubrik', 'Demo: skrivet efter utloggning');
    await page.getByText('Inte sparat: logga in igen').waitFor();
    await picture(page, 'draft-session-ended');
    await signInAgain(page, 'sokande.1275');
    expect(await page.getByLabel('Rubrik', { exact: true }).inputValue()).toBe(
      'Demo: skrivet efter utloggning',
    );
    await isKept('title', 'Demo: skrivet efter utloggning');
  });

  it('in a form that is sent as a whole stays there too when the session ends', async () => {
    const caseId = await cases.underAssessment({ title: 'Demo: att komplettera' });
    const officer = await openWindow(browser, medel.address, 'handlaggare');
    await officer.page.goto(`/arenden/${caseId}`);
    await officer.page.getByRole('button', { name: 'Lämna uppgiften' }).click();
    await officer.page.getByRole('button', { name: 'Begär komplettering' }).click();
    const form = officer.page.getByRole('dialog', { name: 'Begär komplettering' });
    await form.getByLabel('Att komplettera, punkt 1').fill('Demo: skrivet före utloggning');
    await form.getByLabel('Senast').fill(`${YEAR + 1}-03-01`);
    await endSession('handlaggare');
    await form.getByRole('button', { name: 'Begär komplettering' }).click();
    await signInAgain(officer.page, 'handlaggare');
    expect(await form.getByLabel('Att komplettera, punkt 1').inputValue()).toBe(
      'Demo: skrivet före utloggning',
    );
    await form.getByRole('button', { name: 'Begär komplettering' }).click();
    await form.waitFor({ state: 'hidden' });
    expect((await cases.signatory.get(`/applications/${caseId}`)).body).toMatchObject({
      status: 'completionRequested',
      completion: { items: [{ text: 'Demo: skrivet före utloggning' }] },
    });
    await officer.close();
  });

  it('is kept but for the last two seconds when the tab is gone in the middle of a sentence', async () => {
    const tab = await page.context().newPage();
    await openDraft(tab);
    const field = tab.getByLabel('Sammanfattning');
    await field.fill('');
    const typed: { at: number; text: string }[] = [];
    const words = 'Demo: en lång mening som skrivs utan att någonsin stanna upp. '.repeat(2);
    for (const [place, letter] of [...words].entries()) {
      await tab.keyboard.type(letter, { delay: 40 });
      typed.push({ at: performance.now(), text: words.slice(0, place + 1) });
    }
    const gone = performance.now();
    // As when a browser falls over: nothing of the page runs any more.
    const devtools = await tab.context().newCDPSession(tab);
    void devtools.send('Page.crash').catch(() => undefined);
    await tab.waitForEvent('crash');
    const { text: twoSecondsBefore } = typed.findLast(({ at }) => at < gone - 2_000)!;
    const saved = await until(async () => {
      const { summary } = await kept();
      return summary.startsWith(twoSecondsBefore) && (summary as string);
    });
    expect(words.startsWith(saved)).toBe(true);
    await tab.close();
  });
});
