/** What a person prefers on this machine, and what it has written that no draft of the server holds. A browser may refuse. */
export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(`medel.${name}`);
  } catch {
    return null;
  }
}

/** Whether it is kept; if not, it holds for this visit only. */
export function remember(name: string, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(`medel.${name}`);
    else localStorage.setItem(`medel.${name}`, value);
    return true;
  } catch {
    return false;
  }
}

/** Whether anything of that beginning is remembered here. */
export function isAnyRemembered(beginning: string): boolean {
  try {
    return Object.keys(localStorage).some((name) => name.startsWith(`medel.${beginning}`));
  } catch {
    return false;
  }
}

/** What is written of cases is nobody else's to read: it is gone with who signs out. */
export function forgetWritten(): void {
  try {
    for (const name of Object.keys(localStorage))
      if (name.startsWith('medel.written.')) localStorage.removeItem(name);
  } catch {
    // Then nothing was kept.
  }
}
