import { chosenIn, type Page } from '../frame/page.js';
import { countOf, TABS } from './tabs.js';

export const paymentsPages: Page[] = [
  {
    path: '/utbetalningar',
    title: 'web.payments.title',
    load: () => import('./payments.page.js'),
    texts: ['payments'],
    needs: 'paymentFile.read',
    menu: 50,
    begin: (ask, { search }) => {
      const { status = TABS[0], ...filters } = chosenIn(search, ['year', 'sort', 'status']);
      ask.list('/api/v1/payments', { ...filters, status }, 200);
      for (const tab of TABS) ask.one('/api/v1/payments', countOf(tab));
    },
  },
  {
    path: '/utbetalningar/filer',
    title: 'web.payments.files',
    load: () => import('./files.page.js'),
    texts: ['payments'],
    needs: 'paymentFile.read',
  },
  {
    path: '/utbetalningar/filer/:id',
    title: 'web.payments.file',
    load: () => import('./file.page.js'),
    texts: ['payments'],
    needs: 'paymentFile.read',
  },
  {
    path: '/utbetalningar/:id',
    title: 'web.payments.one',
    load: () => import('./payment.page.js'),
    texts: ['payments'],
    needs: 'payment.read',
  },
  {
    path: '/betalkonton',
    title: 'web.payments.accounts',
    load: () => import('./accounts.page.js'),
    texts: ['payments'],
    needs: 'payeeAccount.read',
    menu: 55,
    menuFor: ['payeeAccount.create', 'payeeAccount.approve'],
  },
];
