import type { Page } from '../frame/page.js';

const needs = 'measureDataset.create';

export const adminPages: Page[] = [
  {
    path: '/admin',
    title: 'web.admin.title',
    load: () => import('./datasets.page.js'),
    texts: ['admin', 'measures'],
    needs,
    menu: 90,
  },
  {
    path: '/admin/datamangder/:id',
    title: 'web.dataset.title',
    load: () => import('./dataset.page.js'),
    texts: ['admin', 'measures'],
    needs,
  },
  {
    path: '/admin/behorighet',
    title: 'web.eligibility.title',
    load: () => import('./eligibility.page.js'),
    texts: ['admin', 'measures'],
    needs,
  },
  {
    path: '/admin/stod',
    title: 'web.programmes.title',
    load: () => import('./programmes.page.js'),
    texts: ['admin'],
    needs,
  },
  {
    path: '/admin/stod/:code',
    title: 'web.programme.title',
    load: () => import('./programme.page.js'),
    texts: ['admin', 'measures', 'rules'],
    needs,
  },
  {
    path: '/admin/anvandare',
    title: 'web.users.title',
    load: () => import('./users.page.js'),
    texts: ['admin'],
    needs: 'user.read',
  },
  {
    path: '/admin/anvandare/:id',
    title: 'web.user.title',
    load: () => import('./user.page.js'),
    texts: ['admin', 'secondFactor'],
    needs: 'user.read',
  },
];
