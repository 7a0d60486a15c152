import { createBrowserRouter, type RouteObject } from 'react-router';
import { loadAreas } from '#text/web';
import type { Page } from './page.js';
import { PAGES } from './pages.js';
import { NotFoundPage } from './not-found.page.js';
import { PageError } from './page-error.js';
import { PageFrame } from './page-frame.js';
import { Shell } from './shell.js';

const routeOf = (page: Page): RouteObject => ({
  path: page.path,
  errorElement: <PageError />,
  lazy: async () => {
    const [{ Component }] = await Promise.all([page.load(), loadAreas(page.texts)]);
    return {
      element: (
        <PageFrame page={page}>
          <Component />
        </PageFrame>
      ),
    };
  },
});

/** Resolves when the page of the address has been fetched, or could not be. */
export const pageIsThere = (pages: ReturnType<typeof createPages>): Promise<void> =>
  new Promise((resolve) => {
    if (pages.state.initialized) return resolve();
    const forget = pages.subscribe(({ initialized }) => {
      if (!initialized) return;
      forget();
      resolve();
    });
  });

export const createPages = () =>
  createBrowserRouter([
    {
      element: <Shell />,
      errorElement: <PageError />,
      HydrateFallback: () => null,
      children: [...PAGES.map(routeOf), { path: '*', element: <NotFoundPage /> }],
    },
  ]);
