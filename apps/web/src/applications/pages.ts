import type { Page } from '../frame/page.js';

export const applicationsPages: Page[] = [];
