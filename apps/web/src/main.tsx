import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { loadLanguage } from '#text/web';
import { queryClient } from './api/query-client.js';
import { firstLanguage, LanguageProvider } from './frame/language.js';
import { lookAround } from './session/session.js';
import { createPages, pageIsThere } from './frame/router.js';
import { beginPage, momentForAnswers } from './frame/begin.js';
import { fetchGuide } from './frame/guide.js';
import { isAnyRemembered } from './frame/storage.js';
import { applyColourScheme } from './frame/colour-scheme.js';
import './theme/app.css';

/** How long nothing is drawn for a server that does not answer. */
const PATIENCE_MS = 1_500;
/** What every page is written in: letters of another width would move what stands after them. */
const LETTERS = '1rem "Source Sans 3 Variable"';

applyColourScheme();
const language = firstLanguage();
document.documentElement.lang = language;
// Nothing waits for this module itself: what is fetched imports from the same file, and would wait for it in turn.
void start();

/** All that the first paint is made of is fetched at once: who is here, the page and what it asks for, its words, the letters. */
async function start(): Promise<void> {
  const look = lookAround(queryClient, beginPage, async () => isAnyRemembered('guide.') || fetchGuide());
  const pages = createPages();
  const letters = document.fonts.load(LETTERS).catch(() => undefined);
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  await Promise.all([
    loadLanguage(language),
    Promise.race([Promise.all([look, letters, pageIsThere(pages)]).then(momentForAnswers), patience]),
  ]);
  createRoot(document.getElementById('medel')!).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <LanguageProvider initial={language}>
          <RouterProvider router={pages} />
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
