import { remember, remembered } from './storage.js';

export const COLOUR_SCHEMES = ['auto', 'light', 'dark'] as const;
export type ColourScheme = (typeof COLOUR_SCHEMES)[number];

export function chosenColourScheme(): ColourScheme {
  const chosen = remembered('colourScheme');
  return COLOUR_SCHEMES.find((scheme) => scheme === chosen) ?? 'auto';
}

export function applyColourScheme(scheme: ColourScheme = chosenColourScheme()): void {
  remember('colourScheme', scheme === 'auto' ? null : scheme);
  document.documentElement.dataset['colorScheme'] = scheme;
}
