import type { Locator, Page } from 'playwright-core';
import { emailOf, DEMO_PASSWORD } from '#core/demo';
import { picture } from './browser.js';

type Role = Parameters<Page['getByRole']>[0];
/** What something is, or that it is known by its label only: a day and a file have no role of their own. */
type Kind = Role | 'day' | 'file';
type Name = string | RegExp;

/** More than there is to tab through on any page. */
const FAR = 600;

/**
 * Somebody without a mouse. All that is done here is to press keys: what Tab does not lead to is not there, and what shows
 * no focus where one has come to is not found again.
 */
export class Keyboard {
  constructor(readonly page: Page) {}

  /** As if the address was typed. */
  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.page.locator('main h1').first().waitFor();
  }

  async signIn(account: string): Promise<void> {
    await this.open('/');
    await this.press('link', 'Logga in');
    await this.write('E-postadress', emailOf(account));
    await this.write('Lösenord', DEMO_PASSWORD);
    await this.key('Enter');
    await this.press('button', 'Jag förstår');
  }

  key(name: string): Promise<void> {
    return this.page.keyboard.press(name);
  }

  /** Something of the page, or of the dialog that lies upon it: what is behind one cannot be reached. */
  async find(kind: Kind, name: Name, within?: Locator): Promise<Locator> {
    const dialog = this.page.locator('dialog[open]');
    const scope = within ?? ((await dialog.count()) > 0 ? dialog.last() : this.page.locator('body'));
    const exact = typeof name === 'string';
    return kind === 'day' || kind === 'file'
      ? scope.getByLabel(name, { exact })
      : scope.getByRole(kind, { name, exact });
  }

  part(role: Role, name: Name): Locator {
    return this.page.getByRole(role, { name, exact: typeof name === 'string' });
  }

  /** Tabs there, forwards or backwards, whichever is shorter. */
  async to(kind: Kind, name: Name, within?: Locator): Promise<Locator> {
    const target = await this.find(kind, name, within);
    await this.walk(target, `${kind} “${name}”`);
    const wrong = await target.evaluate(whatIsWrongWithTheFocus);
    if (wrong) throw new Error(`${kind} “${name}” has the focus, and ${wrong}`);
    return target;
  }

  /** Where it never comes, a picture shows what came instead. */
  private async wait(target: Locator): Promise<void> {
    try {
      await target.waitFor();
    } catch (error) {
      await picture(this.page, 'journey-lost');
      throw error;
    }
  }

  private async walk(target: Locator, called: string): Promise<void> {
    await this.wait(target);
    let turns = 0;
    let before = 0;
    for (let steps = 0; steps < FAR && turns < 3;) {
      const away = await target.evaluate(stopsFromTheFocus);
      if (away === 0) return;
      if (away * before < 0) turns += 1;
      before = away;
      // Counted in the page and pressed in a row: a question after each press would take longer than the journey.
      const presses = turns > 0 ? 1 : Math.abs(away);
      steps += presses;
      await Promise.all(Array.from({ length: presses }, () => this.key(away > 0 ? 'Tab' : 'Shift+Tab')));
    }
    const focus = await this.page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
    throw new Error(`Tab does not lead to ${called}. The focus is at ${focus}`);
  }

  async press(role: Role, name: Name, within?: Locator): Promise<void> {
    await this.to(role, name, within);
    await this.key('Enter');
  }

  async write(name: Name, words: string, within?: Locator): Promise<void> {
    await this.to('textbox', name, within);
    await this.key('Control+a');
    await this.page.keyboard.type(words);
  }

  /** `YYYY-MM-DD`, in the order that the field asks for it. */
  async writeDay(name: Name, day: string): Promise<void> {
    const field = await this.to('day', name);
    const [year, month, date] = day.split('-') as [string, string, string];
    await this.page.keyboard.type(`${month}${date}${year}`);
    const written = await field.inputValue();
    if (written !== day) throw new Error(`${day} became ${written}`);
  }

  /** An option by its words, with the arrows. */
  async choose(name: Name, option: string, within?: Locator): Promise<void> {
    const list = await this.to('combobox', name, within);
    for (
      let left = await list.evaluate(stepsTo, option);
      left !== 0;
      left = await list.evaluate(stepsTo, option)
    )
      await this.key(left > 0 ? 'ArrowDown' : 'ArrowUp');
  }

  async check(name: Name, within?: Locator): Promise<void> {
    const box = await this.to('checkbox', name, within);
    await this.key('Space');
    if (!(await box.isChecked())) throw new Error(`“${name}” is not ticked`);
  }

  /** One of several: Tab leads to the group, the arrows to the answer. */
  async pick(name: Name, within?: Locator): Promise<void> {
    const target = await this.find('radio', name, within);
    await this.wait(target);
    const group = this.page.locator(`input[type=radio][name="${await target.getAttribute('name')}"]`);
    const first = group.and(this.page.locator(':checked')).or(group.first()).first();
    await this.walk(first, `radio “${name}”`);
    const size = await group.count();
    for (let steps = 0; steps < size && (await target.evaluate(stopsFromTheFocus)) !== 0; steps += 1)
      await this.key('ArrowDown');
    if (!(await target.isChecked())) await this.key('Space');
    if (!(await target.isChecked())) throw new Error(`“${name}” is not chosen`);
  }

  /** The dialog for files is the system's: what is tried is that a key opens it. */
  async attach(name: Name, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    // Handled where it is awaited: the walk there may fail first.
    chooser.catch(() => undefined);
    // The browser is told on the way that somebody waits; told beside the key, it may open a dialog that nobody sees.
    await this.to('file', name);
    await this.key('Enter');
    await (await chooser).setFiles(file);
  }

  /** Waits for words to stand on the page. */
  async reads(words: Name): Promise<void> {
    await this.wait(this.page.getByText(words).first());
  }
}

/** About how many presses of Tab the target is away: 0 where it has the focus, and less where it is passed already. */
function stopsFromTheFocus(target: Element): number {
  const now = document.activeElement ?? document.body;
  if (now === target) return 0;
  const isPassed =
    now !== document.body &&
    (now.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING) !== 0 &&
    !target.contains(now);
  const [from, to] = isPassed ? [target, now] : [now, target];
  const isBetween = (element: Element) =>
    element !== from &&
    element !== to &&
    (from.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
    (to.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  const groups = new Set<string>();
  const isStop = (element: HTMLElement) => {
    if (element.tabIndex < 0 || element.matches(':disabled') || !element.checkVisibility()) return false;
    // Of those to choose one among, one can be tabbed to.
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
    return !groups.has(element.name) && groups.add(element.name) !== undefined;
  };
  const scope = document.querySelector('dialog[open]:modal') ?? document;
  const stops = [
    ...scope.querySelectorAll<HTMLElement>('a, button, input, select, textarea, summary, [tabindex]'),
  ]
    .filter(isBetween)
    .filter(isStop);
  return (stops.length + 1) * (isPassed ? -1 : 1);
}

/** Nothing, where whoever looks at the page sees where they are. */
function whatIsWrongWithTheFocus(target: Element): string | null {
  const isMarked = (element: Element | null, above = 0): boolean => {
    if (element === null || above > 3) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const hasOutline = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
    return hasOutline || isMarked(element.parentElement, above + 1);
  };
  // A box to tick is marked together with its label.
  if (!isMarked(target)) return 'nothing shows it';
  const box = target.getClientRects()[0];
  if (!box) return 'it is not on the page';
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return 'it is out of sight';
  const top = document.elementFromPoint(x, y);
  const isSeen =
    top !== null && (target.contains(top) || top.contains(target) || top.closest('label') !== null);
  return isSeen ? null : `${top?.outerHTML.slice(0, 100)} covers it`;
}

function stepsTo(list: Element, words: string): number {
  const { options, selectedIndex } = list as HTMLSelectElement;
  const wanted = [...options].findIndex((option) => option.text === words);
  if (wanted === -1)
    throw new Error(`There is no “${words}” among ${[...options].map(({ text }) => text).join(', ')}`);
  return wanted - selectedIndex;
}
