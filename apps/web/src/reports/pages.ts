import type { Page } from '../frame/page.js';

export const reportsPages: Page[] = [
  {
    path: '/redovisningar',
    title: 'web.reports.title',
    load: () => import('./reports.page.js'),
    texts: ['reports'],
    needs: 'report.read',
    menu: 35,
  },
  {
    path: '/redovisningar/:id',
    title: 'web.report.title',
    load: () => import('./report.page.js'),
    texts: ['measures', 'reports', 'rules'],
    needs: 'report.read',
  },
  {
    path: '/redovisningar/:id/bokforing',
    title: 'web.accounting.title',
    load: () => import('./accounting.page.js'),
    texts: ['measures', 'reports', 'rules'],
    needs: 'accountingImport.read',
  },
  {
    path: '/redovisningar/underlag/:id',
    title: 'web.demand.title',
    load: () => import('./demand.page.js'),
    texts: ['reports', 'rules'],
    needs: 'evidenceDemand.read',
  },
];
