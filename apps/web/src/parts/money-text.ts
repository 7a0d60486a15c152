const GROUPS = /\B(?=(\d{3})+(?!\d))/g;

/** Whole kronor as they are typed, `1 200 000`; what is no number is left as it was written. */
export function typedMoney(amount: number | string | null | undefined): string {
  if (amount === null || amount === undefined) return '';
  return typeof amount === 'number' ? String(amount).replace(GROUPS, ' ') : amount;
}

/**
 * What was typed as whole kronor: spaces, `kr` and a trailing `:-` are taken away. `null` where nothing was typed; the text
 * itself where it is no whole number, so that the server, not the page, says what is wrong with it, and nothing is lost.
 */
export function readMoney(typed: string): number | string | null {
  const bare = typed.replace(/[\s\u00a0\u202f]/g, '').replace(/(kr|:-)$/i, '');
  if (bare === '') return null;
  return /^\d{1,15}$/.test(bare) ? Number(bare) : typed;
}
