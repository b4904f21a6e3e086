import { useState, type FormEvent } from 'react';
import { isProblem } from '../api/problem';
import { useTranslate, type TextKey } from '../i18n/translate';
import { verifyToken } from '../node/api/verify-token';
import { session, signIn } from '../session/session';
import { useStore } from '../ui/store';
import { LanguageSwitch } from './language-switch';

/** Asks for the node's token. Nothing else of the client works without it. */
export function SignIn() {
  const t = useTranslate();
  const { ended } = useStore(session);
  const [token, setToken] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<TextKey | null>(null);
  const note: TextKey | null =
    failure ?? (ended === 'expired' ? 'signin.expired' : ended === 'signed-out' ? 'signin.signedOut' : null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      await verifyToken(token.trim());
      signIn(token.trim());
    } catch (error) {
      setFailure(isProblem(error) && error.status === 401 ? 'signin.refused' : 'signin.unreachable');
    } finally {
      setBusy(false);
    }
  };

  return (
    <main className="sign-in">
      <form onSubmit={(event) => void submit(event)}>
        <p className="brand">
          <span lang="ja">連携</span> RENKEI
        </p>
        <h1>{t('signin.title')}</h1>
        {note && (
          <p className="notice" data-tone={failure || ended === 'expired' ? 'critical' : 'normal'} role="alert">
            {t(note)}
          </p>
        )}
        <label htmlFor="token">{t('signin.token')}</label>
        <input
          id="token"
          type="password"
          autoComplete="off"
          autoFocus
          required
          value={token}
          onChange={(event) => setToken(event.target.value)}
          aria-describedby="token-hint"
        />
        <p id="token-hint" className="quiet-text">
          {t('signin.hint')}
        </p>
        <button type="submit" className="button primary" disabled={busy || token.trim() === ''}>
          {busy ? t('signin.checking') : t('signin.submit')}
        </button>
        <LanguageSwitch />
      </form>
    </main>
  );
}
