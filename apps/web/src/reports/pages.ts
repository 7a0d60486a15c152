import type { Page } from '../frame/page.js';

export const reportsPages: Page[] = [];
