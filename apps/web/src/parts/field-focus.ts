export function focusField(id: string): void {
  const found = document.getElementById(id);
  found?.focus();
  found?.scrollIntoView({ block: 'center' });
}

/** What a field, or a group of them, is called on the page; nothing where it is not there, or has no name. */
export function labelOf(element: HTMLElement | null): string {
  if (!element) return '';
  const { labels } = element as HTMLInputElement;
  const label = labels?.[0] ?? element.querySelector('legend');
  // Its first words alone: that it need not be filled in does not belong to its name.
  return (label?.firstChild?.textContent ?? element.ariaLabel ?? '').trim();
}

/** The number of the row that a place is in, from 1: 2 of `instalments[1].share`. */
export function rowOf(path: string): number | undefined {
  const [, place] = /\[(\d+)\](?!.*\[)/.exec(path) ?? [];
  return place === undefined ? undefined : Number(place) + 1;
}
