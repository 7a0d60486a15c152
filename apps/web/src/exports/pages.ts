import type { Page } from '../frame/page.js';

export const exportsPages: Page[] = [
  {
    path: '/uttag',
    title: 'web.exports.title',
    load: () => import('./exports.page.js'),
    texts: ['exports', 'measures'],
    needs: 'export.read',
    menu: 80,
  },
  {
    path: '/uttag/aterkommande',
    title: 'web.exports.schedules',
    load: () => import('./schedules.page.js'),
    texts: ['exports', 'measures'],
    needs: 'exportSchedule.read',
  },
  {
    path: '/uttag/aterkommande/:id',
    title: 'web.exports.schedules',
    load: () => import('./schedule.page.js'),
    texts: ['exports', 'measures'],
    needs: 'exportSchedule.read',
  },
  {
    path: '/uttag/:id',
    title: 'web.exports.title',
    load: () => import('./export.page.js'),
    texts: ['exports', 'measures'],
    needs: 'export.read',
  },
];
