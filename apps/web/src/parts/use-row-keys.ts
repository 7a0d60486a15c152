import { useEffect, type RefObject } from 'react';

const TYPED_IN = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable], dialog';

/** Whether a key is part of what is being written, and no order. */
export const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest(TYPED_IN) !== null;

/**
 * `j` and `k` walk the rows, `x` chooses one, `/` goes to the search. `Enter` follows the link that has the focus, as it
 * always does.
 */
export function useRowKeys(body: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === '/') {
        event.preventDefault();
        document.querySelector<HTMLInputElement>('[data-search]')?.focus();
      }
      const row = document.activeElement?.closest('tr');
      if (event.key === 'x') row?.querySelector<HTMLElement>('[data-select]')?.click();
      if (event.key !== 'j' && event.key !== 'k') return;
      const links = [...(body.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
      const at = links.findIndex((link) => link.closest('tr') === row);
      const next = links[at === -1 ? 0 : at + (event.key === 'j' ? 1 : -1)];
      next?.focus();
      next?.scrollIntoView({ block: 'nearest' });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [body]);
}
