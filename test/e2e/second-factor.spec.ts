import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DEMO_PASSWORD, emailOf } from '#core/demo';
import { freePort } from '#platform/embedded';
import { Medel } from '#testing';
import { App, forgetSteps } from '../api/factors.js';
import { barriers, hasBrowser, openBrowser, openWindow, picture, visit, type Window } from './browser.js';

const inABrowser = hasBrowser ? describe : describe.skip;

/** With the authenticator that Chromium brings for tests: it makes and uses passkeys as a security key would. */
inABrowser('a second factor in the browser', () => {
  let browser: Browser;
  let medel: Medel;
  let app: App;
  let admin: Window;

  beforeAll(async () => {
    browser = await openBrowser();
    const port = (await freePort(0))!;
    // Passkeys are of a name, and no browser makes one for a number.
    const publicOrigin = `http://localhost:${port}`;
    medel = await Medel.start({ port, publicOrigin, secondFactor: { mode: 'demanded' } });
    admin = await openWindow(browser, publicOrigin, null);
    const devices = await admin.page.context().newCDPSession(admin.page);
    await devices.send('WebAuthn.enable');
    await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: { protocol: 'ctap2', transport: 'usb', hasUserVerification: true, isUserVerified: true },
    });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await medel?.stop();
  });

  const signIn = async (page: Page) => {
    await visit(page, '/logga-in');
    await page.getByLabel('E-postadress').fill(emailOf('admin'));
    await page.getByLabel('Lösenord').fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: 'Logga in' }).last().click();
  };
  const signOut = async (page: Page) => {
    await page.getByRole('button', { name: 'Demo', exact: false }).first().click();
    await page.getByRole('button', { name: 'Logga ut' }).click();
    await page.getByRole('link', { name: 'Logga in' }).waitFor();
  };
  const sees = async ({ page, troubles }: Window, name: string) => {
    expect(await barriers(page)).toEqual([]);
    await picture(page, `second-factor-${name}`);
    await page.setViewportSize({ width: 390, height: 844 });
    await picture(page, `second-factor-${name}-390`);
    await page.setViewportSize({ width: 1280, height: 900 });
    // The browser itself writes a line for every answer of 400 and more.
    expect(troubles.filter((line) => !line.includes('the server responded with a status of'))).toEqual([]);
  };
  const age = async () => {
    await medel.owner.query(`UPDATE sessions SET second_factor_at = now() - interval '11 minutes'`);
    await medel.restartApi();
  };

  it('is added before anything else where it is demanded', async () => {
    const { page } = admin;
    await signIn(page);
    await page.getByText('Lägg till ett andra steg innan du går vidare').waitFor();
    await visit(page, '/admin/anvandare');
    expect(new URL(page.url()).pathname).toBe('/tva-steg');
    await sees(admin, 'demanded');
    await page.getByRole('button', { name: 'Lägg till en app' }).click();
    const secret = (await page.locator('.secret').textContent())!.replaceAll(' ', '');
    app = new App(secret);
    await sees(admin, 'app');
    await page.getByLabel('Kod från appen').fill('000000');
    await page.getByLabel('Namn').fill('Demo: telefon');
    await page.getByRole('button', { name: 'Lägg till', exact: true }).click();
    await page.getByText('Koden stämmer inte').first().waitFor();
    await page.getByLabel('Kod från appen').fill(app.code());
    await page.getByRole('button', { name: 'Lägg till', exact: true }).click();
    await page.getByText('Spara reservkoderna nu').waitFor();
    expect(await page.locator('.recovery-codes li').count()).toBe(10);
    await sees(admin, 'codes');
    await page.getByRole('button', { name: 'Jag har sparat dem' }).click();
    await page.getByRole('link', { name: 'Gå vidare' }).click();
    await page.waitForURL('**/admin/anvandare');
  });

  it('is asked for after the password, and a passkey does too', async () => {
    const { page } = admin;
    await signOut(page);
    await signIn(page);
    await page.getByText('Ange en kod eller använd din nyckel').waitFor();
    await sees(admin, 'proof');
    await forgetSteps(medel);
    await page.getByLabel('Kod').fill(app.code());
    await page.getByRole('button', { name: 'Gå vidare' }).click();
    await page.waitForURL('**/admin');
    await visit(page, '/tva-steg');
    await page.getByRole('button', { name: 'Lägg till en nyckel' }).click();
    await page.getByLabel('Namn').fill('Demo: säkerhetsnyckel');
    await page.getByRole('button', { name: 'Lägg till', exact: true }).click();
    await page.getByRole('rowheader', { name: 'Demo: säkerhetsnyckel' }).waitFor();
    await sees(admin, 'yours');
    await signOut(page);
    await signIn(page);
    await page.getByRole('button', { name: 'Använd nyckel' }).click();
    await page.waitForURL('**/admin');
  });

  it('is asked for again in mid-work: what was typed is sent once it is proven, and once only', async () => {
    const { page } = admin;
    const lost = await medel.as('revisor');
    const made = (await lost.post('/second-factor/totp')).body.secret;
    const body = { name: 'Demo', code: new App(made).code() };
    expect((await lost.post('/second-factor/totp/confirm', { body })).status).toBe(200);
    const { id } = (await lost.get('/session')).body.user;
    await visit(page, `/admin/anvandare/${id}`);
    await age();
    await page.getByRole('button', { name: 'Återställ andra steget' }).click();
    await page.getByLabel('Skäl').fill('Demo: telefonen är borta.');
    await page.getByRole('button', { name: 'Återställ andra steget' }).last().click();
    const dialog = page.getByRole('dialog', { name: 'Visa att det är du' });
    await dialog.waitFor();
    await sees(admin, 'again');
    // Whoever does not want to proves nothing: the form stands as it was.
    await dialog.getByRole('button', { name: 'Avbryt' }).click();
    await page.getByText('Visa en gång till att det är du').waitFor();
    expect(await page.getByLabel('Skäl').inputValue()).toBe('Demo: telefonen är borta.');
    await page.getByRole('button', { name: 'Återställ andra steget' }).last().click();
    await dialog.getByRole('button', { name: 'Använd nyckel' }).click();
    await page.getByText('Personen har inget andra steg.').waitFor();
    const { rows } = await medel.owner.query(
      `SELECT data->>'reason' AS reason FROM audit_events WHERE action = 'reset-second-factor'`,
    );
    expect(rows).toEqual([{ reason: 'Demo: telefonen är borta.' }]);
  });
});
