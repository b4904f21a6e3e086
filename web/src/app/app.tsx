import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { isProblem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { useTranslate } from '../i18n/translate';
import { KindViewsContext } from '../records/model/kind-view';
import { session } from '../session/session';
import { useStore } from '../ui/store';
import { kindViews } from './kind-views';
import { SignIn } from './sign-in';
import { Workspace } from './workspace';

const client = new QueryClient({
  defaultOptions: {
    // The node is often this very machine: the browser's idea of being offline says nothing about it.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 5_000,
      refetchOnWindowFocus: false,
      // A refusal stays a refusal; only silence and a busy store are worth another try.
      retry: (failures, error) => failures < 2 && isProblem(error) && (error.status === 0 || error.status === 503),
    },
  },
});

export function App() {
  const t = useTranslate();
  const language = useLanguage();
  const { token } = useStore(session);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${t('app.name')} Renkei`;
  }, [language, t]);
  useEffect(() => {
    if (token === null) {
      client.clear();
    }
  }, [token]);
  return (
    <QueryClientProvider client={client}>
      <KindViewsContext value={kindViews}>{token === null ? <SignIn /> : <Workspace />}</KindViewsContext>
    </QueryClientProvider>
  );
}
