import type { Page } from '../frame/page.js';

export const measuresPages: Page[] = [
  {
    path: '/matt',
    title: 'web.measures.title',
    load: () => import('./measures.page.js'),
    texts: ['measures'],
    needs: 'measure.read',
    menu: 70,
  },
  {
    path: '/matt/:organisation',
    title: 'web.organisationMeasures.title',
    load: () => import('./organisation-measures.page.js'),
    texts: ['measures', 'rules'],
    needs: 'measure.read',
  },
];
