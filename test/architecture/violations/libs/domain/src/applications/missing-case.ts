// breaks: typescript/switch-exhaustiveness-check
export function isOpen(status: 'draft' | 'decided'): boolean | undefined {
  switch (status) {
    case 'draft':
      return true;
  }
}
