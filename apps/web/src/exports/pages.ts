import type { Page } from '../frame/page.js';

export const exportsPages: Page[] = [];
