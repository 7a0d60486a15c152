import type { Page } from '../frame/page.js';

export const callsPages: Page[] = [];
