import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { getSession } from '../account/api/get-session';
import { InvitationScreen } from '../account/components/invitation-screen';
import { isProblem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { useTranslate } from '../i18n/translate';
import { KindViewsContext } from '../records/model/kind-view';
import { recognize, session } from '../session/session';
import { Failure, Loading } from '../ui/failure';
import { RedLight } from '../ui/red-light';
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
  const { token, caller, asked, invitation } = useStore(session);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${t('app.name')} Renkei`;
  }, [language, t]);
  useEffect(() => {
    // Nothing of one person is left for the next; what an invitation asks for meanwhile stays.
    if (caller !== null) {
      return () => client.clear();
    }
    return undefined;
  }, [caller]);
  useEffect(() => {
    if (!asked && failure === null) {
      // Whoever is not recognized comes back as 401, which ends the question.
      getSession()
        .then(recognize)
        .catch((error: unknown) => {
          if (!isProblem(error) || error.status !== 401) {
            setFailure(error);
          }
        });
    }
  }, [asked, failure, token]);
  return (
    <QueryClientProvider client={client}>
      <RedLight />
      <KindViewsContext value={kindViews}>
        {invitation !== null ? (
          <InvitationScreen token={invitation} />
        ) : caller !== null ? (
          <Workspace />
        ) : asked ? (
          <SignIn />
        ) : failure !== null ? (
          <Failure error={failure} retry={() => setFailure(null)} />
        ) : (
          <Loading />
        )}
      </KindViewsContext>
    </QueryClientProvider>
  );
}
