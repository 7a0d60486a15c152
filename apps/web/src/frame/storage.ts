/** What a person prefers on this machine. Nothing of a case is ever kept here. A browser may refuse to keep anything. */
export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(`medel.${name}`);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`medel.${name}`);
    else localStorage.setItem(`medel.${name}`, value);
  } catch {
    // Then it holds for this visit only.
  }
}
