import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Cases, Medel, until, type Any, type Client } from '#testing';
import { hasBrowser, openBrowser, openWindow, picture, type Window } from './browser.js';
import { amend, settled } from '../api/amended.js';
import { Keyboard } from './keyboard.js';

const inABrowser = hasBrowser ? describe : describe.skip;

/** A person would take longer. */
jest.setTimeout(300_000);

const YEAR = new Date().getFullYear();
const YEARS = [YEAR, YEAR + 1];
const TITLE = 'Demo: öppna mötesplatser';
const each = (row: object) => YEARS.map((year) => ({ ...row, year }));
const CONTENT = {
  title: TITLE,
  costs: [...each({ kind: 'personnel', amount: 800_000 }), ...each({ kind: 'premises', amount: 200_000 })],
  requested: each({ amount: 900_000 }),
  coFinancing: each({ source: 'own', funder: '', amount: 100_000 }),
};

/** One grant through its whole life. Each of those who have a part in it does it by keyboard alone; the API says what came of it. */
inABrowser('a grant by keyboard alone', () => {
  let browser: Browser;
  let medel: Medel;
  let cases: Cases;
  let auditor: Client;
  const windows = new Map<string, { window: Window; keyboard: Keyboard }>();
  /** The case as far as the journeys have brought it. */
  const grant: { id?: string; decisionId?: string; isDecided?: true } = {};

  beforeAll(async () => {
    [browser, medel] = await Promise.all([openBrowser(), Medel.start({ worker: true })]);
    cases = await Cases.open(medel, { years: YEARS });
    auditor = await medel.as('revisor');
    // So that there is a list to walk through.
    await cases.submitted({ title: 'Demo: läxhjälp' });
    await cases.submitted({ title: 'Demo: fritidsgård' });
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await medel?.expectCoherent();
    await medel?.stop();
  });

  /** Signs in by keyboard the first time somebody has something to do; the window stays open. */
  const at = async (account: string): Promise<Keyboard> => {
    const open = windows.get(account);
    if (open) return open.keyboard;
    const window = await openWindow(browser, medel.address, null, { isFirstVisit: true });
    const keyboard = new Keyboard(window.page);
    windows.set(account, { window, keyboard });
    await keyboard.signIn(account);
    return keyboard;
  };
  const application = async (): Promise<Any> => (await cases.signatory.get(`/applications/${grant.id}`)).body;
  const decision = async (): Promise<Any> => (await cases.decider.get(`/decisions/${grant.decisionId}`)).body;
  // Each journey goes on where the one before it ended; where that did not come so far, the API brings a case there.
  const handIn = async () => (grant.id ??= await cases.submitted(CONTENT));
  const propose = async () => {
    if (grant.decisionId !== undefined) return;
    grant.decisionId = await cases.proposed(CONTENT);
    grant.id = (await decision()).applicationId;
  };
  const approve = async () => {
    await propose();
    if (!grant.isDecided) await cases.decider.post(`/decisions/${grant.decisionId}/approve`);
    grant.isDecided = true;
  };

  it('apply: the whole form, and a signature by somebody else', async () => {
    const applicant = await at('sokande.1275');
    await applicant.press('button', 'Börja en ansökan: Demo: prov');
    await applicant.pick('Ett tomt formulär');
    await applicant.press('button', 'Börja en ansökan');
    await applicant.reads('Ansökan utan rubrik');
    const id = idIn(applicant);

    await applicant.write('Rubrik', TITLE);
    await applicant.write('Sammanfattning', 'Demo: vi öppnar lokaler på kvällar och helger.');
    await applicant.write('Namn', 'Demo Kontakt');
    await applicant.write('E-postadress', 'kontakt@medel.example');
    await applicant.press('button', 'Nästa: Aktiviteter');

    await applicant.press('button', 'Lägg till aktivitet');
    await applicant.write('Aktivitetens rubrik', 'Demo: kvällsöppet');
    await applicant.write(/^Beskrivning/, 'Demo: två lokaler hålls öppna.');
    await applicant.choose('Prioriterat område', 'Demokrati');
    await applicant.choose('Inriktning (frivilligt)', 'Minska segregation');
    await applicant.writeDay('Första dag', `${YEAR}-12-01`);
    await applicant.writeDay('Sista dag', `${YEAR + 1}-12-31`);
    await applicant.check('Unga');
    await applicant.check('Boende i området');
    await applicant.write('Sök område', 'Perstorp');
    await applicant.check(/^Perstorp sydvästra/);
    await applicant.press('button', 'Lägg till mål');
    await applicant.write('Indikator', 'Besök per vecka');
    await applicant.write('Utgångsläge (frivilligt)', '100');
    await applicant.write('Målvärde', '250');
    await applicant.press('button', 'Nästa: Kostnader');

    await applicant.press('button', 'Lägg till kostnad');
    await applicant.write('Vad, 1', 'Demo: två tjänster');
    for (const year of YEARS) await applicant.write(new RegExp(`^Personal, ${year}`), '800 000');
    await applicant.press('button', 'Lägg till kostnad');
    await applicant.choose('Kostnadsslag, 2', 'Lokaler');
    for (const year of YEARS) await applicant.write(new RegExp(`^Lokaler, ${year}`), '200 000');
    await applicant.press('button', 'Nästa: Finansiering');

    for (const year of YEARS) await applicant.write(new RegExp(`^Sökt bidrag ${year}`), '900 000');
    await applicant.press('button', 'Lägg till medfinansiering');
    for (const year of YEARS) await applicant.write(new RegExp(`^Egna medel, ${year}`), '100 000');
    await applicant.press('button', 'Nästa: Samarbetsparter');
    await applicant.press('button', 'Lägg till samarbetspart');
    await applicant.write('Namn', 'Demo förening');
    await applicant.press('button', 'Nästa: Uppföljning');
    await applicant.write('Hur följs åtgärder och mål upp?', 'Demo: besöken räknas varje vecka.');
    await applicant.pick('Nej, det här gör vi utöver vad lagen kräver');
    await applicant.press('button', 'Nästa: Granska och lämna in');

    await applicant.reads(/^Inget hindrar att ansökan lämnas in/);
    const buffer = Buffer.from('%PDF-1.7\n% Demo\n%%EOF\n');
    await applicant.attach('Lägg till bilagor', { name: 'avtal.pdf', mimeType: 'application/pdf', buffer });
    await applicant.reads('avtal.pdf är tillagd');
    // The applicant may not sign: who may is told.
    await applicant.reads('Det kan göras av: Demo Firmatecknare Perstorp.');
    expect(await applicant.part('button', 'Lämna in').count()).toBe(0);
    await picture(applicant.page, 'journey-apply');

    const signatory = await at('firmatecknare.1275');
    await signatory.press('link', TITLE, signatory.part('region', 'Det här är närmast'));
    await signatory.press('link', /Granska och lämna in/);
    await signatory.press('button', 'Lämna in');
    await signatory.press('button', 'Skriv under och lämna in');
    await signatory.reads('Ansökan är inlämnad');
    const receipt = signatory.page.locator('.receipt');
    expect(await receipt.evaluate((element) => element === document.activeElement)).toBe(true);
    await picture(signatory.page, 'journey-receipt');

    grant.id = id;
    const signed = await application();
    expect(signed).toMatchObject({
      status: 'submitted',
      title: TITLE,
      contact: { name: 'Demo Kontakt', email: 'kontakt@medel.example' },
      activities: [
        {
          title: 'Demo: kvällsöppet',
          priorityArea: 'democracy',
          orientation: 'reduce',
          targetGroups: ['youth', 'residents'],
          areaCodes: [expect.stringMatching(/^1275R/)],
          startsOn: `${YEAR}-12-01`,
          endsOn: `${YEAR + 1}-12-31`,
          goals: [{ indicator: 'Besök per vecka', baseline: 100, target: 250, year: YEAR + 1 }],
        },
      ],
      costs: [
        ...each({ kind: 'personnel', amount: 800_000, note: 'Demo: två tjänster' }),
        ...each({ kind: 'premises', amount: 200_000, note: '' }),
      ],
      requested: each({ amount: 900_000 }),
      coFinancing: each({ source: 'own', amount: 100_000 }),
      partners: [{ name: 'Demo förening' }],
      followUp: { plan: 'Demo: besöken räknas varje vecka.' },
      statutoryDuty: false,
      attachments: [{ fileName: 'avtal.pdf', size: buffer.length }],
      submissions: [{ number: 1 }],
    });
    expect(await receipt.textContent()).toContain(signed.registryNumber);
    expect(await receipt.textContent()).toContain(signed.submissions[0].contentSha256);
  });

  it('check, complete and propose: from the worklist to a proposal with a sum for each year', async () => {
    const id = await handIn();
    const officer = await at('handlaggare');
    await walkTo(officer, (await application()).registryNumber);
    await officer.key('Enter');
    await officer.press('button', 'Lämna uppgiften');
    await officer.press('button', 'Börja bedöma');
    await officer.reads('Klart: Börja bedöma');
    await officer.press('button', 'Begär komplettering');
    await officer.write('Att komplettera, punkt 1', 'Demo: hur ofta följs målen upp?');
    await officer.writeDay('Senast', `${YEAR + 1}-01-31`);
    await officer.press('button', 'Begär komplettering');
    await officer.reads('Klart: Begär komplettering');
    expect(await application()).toMatchObject({
      status: 'completionRequested',
      assignedTo: expect.any(String),
    });

    const applicant = await at('sokande.1275');
    await applicant.open('/ansokningar');
    await applicant.press('link', TITLE, applicant.part('region', 'Det här är närmast'));
    await applicant.reads('Demo: hur ofta följs målen upp?');
    await applicant.press('link', /Uppföljning/);
    await applicant.write('Hur följs åtgärder och mål upp?', 'Demo: besöken räknas varje dag.');
    await applicant.press('button', 'Nästa: Granska och lämna in');
    await until(async () => (await application()).followUp.plan === 'Demo: besöken räknas varje dag.');

    const signatory = await at('firmatecknare.1275');
    await signatory.open(`/ansokningar/${id}?steg=granska`);
    await signatory.press('button', 'Lämna komplettering');
    await signatory.press('button', 'Skriv under och lämna in');
    await signatory.reads('Ansökan är inlämnad');

    await officer.open(`/arenden/${id}`);
    await officer.press('button', 'Bedöm');
    for (const criterion of [
      'Långsiktighet',
      'Samverkan mellan sektorer',
      'Mål som går att mäta',
      'Uppföljning',
    ]) {
      const group = officer.part('group', new RegExp(`^${criterion}`));
      await officer.pick('3', group);
      await officer.write('Motivering (frivilligt)', `Demo: ${criterion.toLowerCase()}`, group);
    }
    await officer.press('button', 'Spara bedömningen');
    await officer.reads('Klart: Bedöm');
    await officer.press('link', 'Föreslå beslut');

    for (const year of YEARS) await officer.write(new RegExp(`^Belopp ${year}`), '800 000');
    await officer.choose('Välj en byggsten', 'Villkoren är uppfyllda');
    await officer.press('button', 'Infoga i skälen');
    await officer.to('textbox', 'Skäl');
    await officer.key('Control+End');
    await officer.page.keyboard.type(' Demo: arbetet är långsiktigt.');
    await officer.choose(
      'Välj ett vanligt villkor',
      'Kostnaderna för åtgärderna ska gå att följa i bokföringen.',
    );
    await officer.press('button', 'Lägg till villkoret');
    await picture(officer.page, 'journey-propose');
    await officer.press('button', 'Lämna förslaget');
    await officer.reads('Förslaget är lämnat till beslutsfattaren');

    const proposed = await application();
    expect(proposed).toMatchObject({ status: 'proposed', submissions: [{ number: 1 }, { number: 2 }] });
    expect(proposed.followUp.plan).toBe('Demo: besöken räknas varje dag.');
    const { body: seen } = await cases.officer.get(`/applications/${id}`);
    grant.decisionId = seen.decisions.at(-1).id;
    const made = await decision();
    expect(made).toMatchObject({
      status: 'proposed',
      outcome: 'approve',
      years: YEARS.map((year) => ({ year, amount: 800_000 })),
      conditions: ['Kostnaderna för åtgärderna ska gå att följa i bokföringen.'],
    });
    expect(made.reasons).toMatch(/uppfyller de villkor.* Demo: arbetet är långsiktigt\.$/s);
    const { body: judged } = await cases.officer.get(`/applications/${id}`);
    expect(judged.assessments[0].criteria.map(({ score }: Any) => score)).toEqual([3, 3, 3, 3]);
  });

  it('decide: a declaration of interest, and approval', async () => {
    await propose();
    await decide(await at('beslut'), IN_SWEDISH, { title: TITLE, application: await application() });
    grant.isDecided = true;
    expect(await decision()).toMatchObject({
      status: 'approved',
      years: [
        { year: YEAR, status: 'firm' },
        { year: YEAR + 1, status: 'conditional' },
      ],
    });
    expect(await application()).toMatchObject({ status: 'decided' });
  });

  it('decide, in English', async () => {
    const other = await cases.proposed({ title: 'Demo: another' });
    const { body } = await cases.decider.get(`/decisions/${other}`);
    const keyboard = await at('beslut');
    await keyboard.open('/beslut');
    await keyboard.press('button', 'English');
    await keyboard.reads('Decisions');
    await decide(keyboard, IN_ENGLISH, { title: 'Demo: another', application: body });
    await picture(keyboard.page, 'journey-decide-english');
    expect((await cases.decider.get(`/decisions/${other}`)).body).toMatchObject({ status: 'approved' });
  });

  it('pay: an account that is approved, an attest, and the file for the bank', async () => {
    await approve();
    const [{ amount }] = (await decision()).years;
    const signatory = await at('firmatecknare.1275');
    await signatory.open('/betalkonton');
    await signatory.press('button', 'Föreslå konto');
    await signatory.choose('Slag av konto', 'Bankgiro');
    await signatory.write('Nummer', '5050-1055');
    await signatory.write('Varför kontot ska användas', 'Demo: kommunens konto');
    await signatory.press('button', 'Föreslå konto');
    await signatory.reads('Klart: Föreslå konto');

    const finance = await at('ekonomi');
    await finance.press('link', 'Betalkonton', finance.part('navigation', 'Meny'));
    await finance.press('button', 'Godkänn kontot');
    await finance.press('button', 'Godkänn kontot');
    await finance.reads('Klart: Godkänn kontot');
    await finance.press('link', 'Utbetalningar', finance.part('navigation', 'Meny'));

    const { registryNumber, organisation } = await application();
    await finance.check(`Välj ${registryNumber}, ${organisation.name}`);
    await finance.press('button', 'Attestera valda');
    await finance.press('button', 'Attestera valda');
    await finance.reads('Attesterade: 1. Nekade: 0.');
    await finance.to('tab', /^Att attestera/);
    while (!(await isFocused(finance, /^Attesterad/))) await finance.key('ArrowRight');
    await finance.key('Enter');
    await finance.check(`Välj ${registryNumber}, ${organisation.name}`);
    await finance.press('button', 'Beställ betalfil');
    await finance.press('button', 'Beställ betalfil');
    await finance.reads('Rader i filen');
    await finance.to('link', 'Hämta filen (XML)');
    await picture(finance.page, 'journey-pay');
    const xml = (await fetched(finance)).toString('utf8');

    expect(xml).toContain(`<InstdAmt Ccy="SEK">${amount}.00</InstdAmt>`);
    const fileId = idIn(finance);
    const { body: file } = await cases.finance.get(`/payment-files/${fileId}`);
    expect(file).toMatchObject({ status: 'ready', controlSum: amount, sha256: sha256(xml) });
    const { body: payments } = await cases.finance.get(
      `/payments?decisionId=${grant.decisionId}&status=sent`,
    );
    expect(payments.items).toMatchObject([{ year: YEAR, amount, paymentFileId: fileId }]);
  });

  it('report and settle: filled in, signed, approved, and settled', async () => {
    await approve();
    const [{ amount: granted }] = (await decision()).years;
    const applicant = await at('sokande.1275');
    await applicant.open('/redovisningar');
    const calendar = applicant.part('row', new RegExp(TITLE)).filter({ hasText: `Delredovisning ${YEAR}` });
    await applicant.press('link', `Delredovisning ${YEAR}`, calendar);
    const costs = applicant.part('region', 'Kostnader');
    await applicant.write(/^Utfall, rad 1/, '700 000', costs);
    await applicant.write(/^Utfall, rad 2/, '150 000', costs);
    await applicant.write(/^Utfall, rad 1/, '85 000', applicant.part('region', 'Medfinansiering'));
    await applicant.choose('Hur långt är ni?', 'Pågår');
    await applicant.write('Resultat', 'Demo: lokalerna är öppna tre kvällar i veckan.');
    await applicant.write('Antal personer som har nåtts (frivilligt)', '120');
    await applicant.write(/^Utfall, rad 1/, '180', applicant.part('region', 'Mål'));
    await applicant.write('Avvikelser från planen', 'Demo: inga.');
    await applicant.key('Tab');
    const reportId = idIn(applicant);
    const report = async (): Promise<Any> => (await cases.signatory.get(`/reports/${reportId}`)).body;
    await until(async () => (await report()).deviations === 'Demo: inga.');
    await picture(applicant.page, 'journey-report');

    const signatory = await at('firmatecknare.1275');
    await signatory.open(`/redovisningar/${reportId}`);
    await signatory.press('button', 'Lämna in');
    await signatory.press('button', 'Lämna in');
    await signatory.reads(/^Inlämnad .* Sidan är ditt kvitto/);
    expect(await report()).toMatchObject({
      status: 'submitted',
      costs: [{ amount: 700_000 }, { amount: 150_000 }],
      coFinancing: [{ amount: 85_000 }],
      activities: [{ status: 'ongoing', reach: 120 }],
      goals: [{ indicator: 'Besök per vecka', outcome: 180 }],
    });

    const officer = await at('handlaggare');
    await officer.open('/redovisningar');
    await officer.press('link', `Delredovisning ${YEAR}`, officer.part('row', new RegExp(TITLE)));
    await officer.press('button', 'Godkänn');
    await officer.press('button', 'Godkänn');
    await officer.reads(/^Reglerat /);
    await picture(officer.page, 'journey-settle');
    // 90 % of 850 000 kr of costs, and nothing is paid until the bank has said so.
    expect(await report()).toMatchObject({
      status: 'approved',
      settlements: [{ year: YEAR, granted, paid: 0, entitled: 765_000, repay: 0, remaining: 765_000 }],
    });
  });

  it('settle anew: the report that settled a year first leads to the one that holds', async () => {
    const id = await cases.approved({ title: 'Demo: kortare insats' });
    const [interim] = (await cases.officer.get<Any>(`/decisions/${id}`)).body.reports;
    await settled(cases, interim.id, 1_000_000, [YEAR]);
    const { reports } = await amend(cases, id, { years: [{ year: YEAR + 1, amount: 0 }] });
    const final = reports.find(({ kind }: Any) => kind === 'final');
    await settled(cases, final.id, 900_000, [YEAR]);
    const officer = await at('handlaggare');
    await officer.open(`/redovisningar/${interim.id}`);
    await officer.reads(new RegExp(`^Regleringen av ${YEAR} ersattes `));
    await picture(officer.page, 'journey-settled-anew');
    await officer.press('link', 'Visa den som gäller');
    await officer.reads(new RegExp(`Slutredovisning ${YEAR}`));
    expect(idIn(officer)).toBe(final.id);
  });

  it('audit: an export is ordered, waited for, fetched and checked, and the chain is verified', async () => {
    await approve();
    const keyboard = await at('revisor');
    await keyboard.press('button', 'Beställ uttag');
    const order = keyboard.part('region', 'Beställ uttag');
    await keyboard.choose('Vad uttaget ska visa', 'Beslut', order);
    await keyboard.reads('År som bidrag har beviljats för (beloppen gäller alla år i ärendet)');
    await keyboard.choose('Vad uttaget ska visa', 'Bidrag per år', order);
    await keyboard.choose('Filformat', 'CSV', order);
    await keyboard.press('button', 'Beställ uttag', order);
    await keyboard.reads('Filens kontrollsumma (SHA-256)');
    await keyboard.to('link', 'Hämta filen');
    await picture(keyboard.page, 'journey-export');
    const csv = (await fetched(keyboard)).toString('utf8');
    const exportId = idIn(keyboard);
    const { body: made } = await auditor.get(`/exports/${exportId}`);
    expect(made).toMatchObject({
      status: 'ready',
      kind: 'grants-by-year',
      format: 'csv',
      sha256: sha256(csv),
    });
    await keyboard.reads(made.sha256);
    expect(csv).toContain((await application()).registryNumber);

    await keyboard.press('link', 'Granskning', keyboard.part('navigation', 'Meny'));
    await keyboard.press('button', 'Kontrollera nu');
    await keyboard.reads('Kedjan är hel');
    const { body: chain } = await auditor.get('/audit/verification');
    expect(chain).toMatchObject({ ok: true, firstBroken: null });
  });

  it('nothing went wrong on the way, in anybody’s window', () => {
    // What is saved while it is typed may be half an address or half a day: it is refused, and saved once it is whole.
    const isHalfTyped = (trouble: string) => /status of 400 .*\/applications\/[^/]+$/.test(trouble);
    for (const { window } of windows.values())
      expect(window.troubles.filter((trouble) => !isHalfTyped(trouble))).toEqual([]);
    expect(windows.size).toBe(6);
  });
});

interface Words {
  theCase: string;
  declare: string;
  toProposal: string;
  approve: string;
  done: string;
}
const IN_SWEDISH: Words = {
  theCase: 'Ärendet',
  declare: 'Lämna uppgiften',
  toProposal: 'Till förslaget',
  approve: 'Besluta enligt förslaget',
  done: 'Klart: Besluta enligt förslaget',
};
const IN_ENGLISH: Words = {
  theCase: 'The case',
  declare: 'Declare',
  toProposal: 'To the proposal',
  approve: 'Decide as proposed',
  done: 'Done: Decide as proposed',
};

/** From the queue to the case, to say whether there is an interest in it, back to the proposal, and decided. */
async function decide(
  keyboard: Keyboard,
  words: Words,
  { title, application }: { title: string; application: Any },
): Promise<void> {
  await keyboard.press('link', title);
  await keyboard.press('link', application.registryNumber);
  await keyboard.press('button', words.declare);
  await keyboard.press('link', words.toProposal);
  await keyboard.press('button', words.approve);
  await keyboard.press('button', words.approve);
  await keyboard.reads(words.done);
}

/** By `j` down the list, one too far, and back by `k`. */
async function walkTo(keyboard: Keyboard, registryNumber: string): Promise<void> {
  await keyboard.page.getByRole('link', { name: registryNumber }).waitFor();
  const rows = await keyboard.page.locator('[data-row]').count();
  for (let row = 0; row < rows; row += 1) await keyboard.key('j');
  for (let row = 0; row < rows && !(await isFocused(keyboard, registryNumber)); row += 1)
    await keyboard.key('k');
  expect(await isFocused(keyboard, registryNumber)).toBe(true);
}

const isFocused = async (keyboard: Keyboard, words: string | RegExp): Promise<boolean> => {
  const focused = await keyboard.page.evaluate(() => document.activeElement?.textContent ?? '');
  return typeof words === 'string' ? focused.includes(words) : words.test(focused);
};

/** What `Enter` on the link that has the focus downloads. */
async function fetched(keyboard: Keyboard): Promise<Buffer> {
  const [download] = await Promise.all([keyboard.page.waitForEvent('download'), keyboard.key('Enter')]);
  return readFile(await download.path());
}

const idIn = (keyboard: Keyboard): string => new URL(keyboard.page.url()).pathname.split('/').at(-1)!;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
