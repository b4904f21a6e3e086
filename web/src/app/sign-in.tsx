import { useState, type FormEvent } from 'react';
import { signInByPassword } from '../account/api/sign-in';
import { TextField } from '../account/components/text-field';
import { isProblem } from '../api/problem';
import { useTranslate } from '../i18n/translate';
import { verifyToken } from '../node/api/verify-token';
import { session, signIn } from '../session/session';
import { useStore } from '../ui/store';
import { LanguageSwitch } from './language-switch';

/** Name, password and code; for the node's own machine, its token. Nothing else of the client works without it. */
export function SignIn() {
  const t = useTranslate();
  const { ended } = useStore(session);
  const [byToken, setByToken] = useState(false);
  const [form, setForm] = useState({ name: '', password: '', code: '', token: '' });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const note =
    failure ?? (ended === 'expired' ? t('signin.expired') : ended === 'signed-out' ? t('signin.signedOut') : null);
  const set = (name: keyof typeof form) => (value: string) => setForm({ ...form, [name]: value });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      if (byToken) {
        await verifyToken(form.token.trim());
        signIn(form.token.trim());
      } else {
        await signInByPassword(form.name, form.password, form.code);
        signIn(null);
      }
    } catch (error) {
      setForm({ ...form, code: '' });
      setFailure(words(error));
    } finally {
      setBusy(false);
    }
  };
  const words = (error: unknown) => {
    if (!isProblem(error) || error.status === 0) {
      return t('signin.unreachable');
    }
    return byToken && error.status === 401 ? t('signin.refused') : error.problem.detail;
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
            {note}
          </p>
        )}
        {byToken ? (
          <TextField
            key="token"
            label={t('signin.token')}
            name="token"
            type="password"
            hint={t('signin.hint')}
            autoFocus
            value={form.token}
            onChange={set('token')}
          />
        ) : (
          <>
            <TextField
              label={t('signin.name')}
              name="name"
              autoComplete="username"
              autoFocus
              value={form.name}
              onChange={set('name')}
            />
            <TextField
              label={t('signin.password')}
              name="password"
              type="password"
              autoComplete="current-password"
              value={form.password}
              onChange={set('password')}
            />
            <TextField
              label={t('signin.code')}
              name="code"
              autoComplete="one-time-code"
              value={form.code}
              onChange={set('code')}
            />
          </>
        )}
        <button type="submit" className="button primary" disabled={busy}>
          {busy ? t('signin.checking') : t('signin.submit')}
        </button>
        <button
          type="button"
          className="link"
          data-switch
          onClick={() => {
            setByToken(!byToken);
            setFailure(null);
          }}
        >
          {byToken ? t('signin.usePassword') : t('signin.useToken')}
        </button>
        <LanguageSwitch />
      </form>
    </main>
  );
}
