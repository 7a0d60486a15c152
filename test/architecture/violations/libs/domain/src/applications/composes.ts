// breaks: medel/nfc-only-in-nfc
export const compose = (text: string): string => text.normalize('NFC');
