import type { Page } from '../frame/page.js';

export const measuresPages: Page[] = [];
