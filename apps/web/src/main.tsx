import './design/tokens.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { createPages } from './app/router.tsx';
import { shouldRetry } from './app/should-retry.ts';
import { ToastProvider } from './design/toast.tsx';
import { createMessages } from './messages/messages.ts';

const root = document.getElementById('root');
if (root) {
  const messages = createMessages();
  const queries = new QueryClient({ defaultOptions: { queries: { retry: shouldRetry, refetchOnWindowFocus: true } } });
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={messages}>
        <QueryClientProvider client={queries}>
          <ToastProvider>
            <RouterProvider router={createPages(messages)} />
          </ToastProvider>
        </QueryClientProvider>
      </I18nextProvider>
    </StrictMode>,
  );
}
