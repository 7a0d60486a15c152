import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { loadLanguage } from '#text/web';
import { queryClient } from './api/query-client.js';
import { firstLanguage, LanguageProvider } from './frame/language.js';
import { createPages } from './frame/router.js';
import { applyColourScheme } from './frame/colour-scheme.js';
import './theme/app.css';

applyColourScheme();
const language = firstLanguage();
// The page is fetched beside the words.
const pages = createPages();
await loadLanguage(language);

createRoot(document.getElementById('medel')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <LanguageProvider initial={language}>
        <RouterProvider router={pages} />
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
