import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { loadLanguage } from '#text/web';
import { queryClient } from './api/query-client.js';
import { firstLanguage, LanguageProvider } from './frame/language.js';
import { lookAround } from './session/session.js';
import { createPages } from './frame/router.js';
import { applyColourScheme } from './frame/colour-scheme.js';
import './theme/app.css';

/** How long nothing is drawn for a server that does not answer. */
const PATIENCE_MS = 1_500;

applyColourScheme();
const language = firstLanguage();
document.documentElement.lang = language;
// The page is fetched beside the words.
const pages = createPages();
const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
await Promise.all([loadLanguage(language), Promise.race([lookAround(queryClient), patience])]);

createRoot(document.getElementById('medel')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <LanguageProvider initial={language}>
        <RouterProvider router={pages} />
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
