import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { askForPasskey } from '../account/api/ask-for-passkey';
import { getSignInOffer } from '../account/api/get-sign-in-offer';
import { askProvider } from '../account/api/ask-provider';
import { signInByPassword } from '../account/api/sign-in';
import { signInByPasskey } from '../account/api/sign-in-by-passkey';
import { PasskeyHint } from '../account/components/passkey-hint';
import { useAutofillPasskey } from '../account/components/use-autofill-passkey';
import { passkeyState, usePasskey } from '../account/model/passkey';
import { TextField } from '../account/components/text-field';
import { isProblem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { useTranslate } from '../i18n/translate';
import { verifyToken } from '../node/api/verify-token';
import { session, signIn } from '../session/session';
import { useStore } from '../ui/store';
import { LanguageSwitch } from './language-switch';

/** A passkey, or name, password and code; for the node's own machine, its token. Nothing else of the client works without it. */
export function SignIn() {
  const t = useTranslate();
  const language = useLanguage();
  const { ended } = useStore(session);
  const [byToken, setByToken] = useState(false);
  const [form, setForm] = useState({ name: '', password: '', code: '', token: '' });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const offer = useQuery({ queryKey: ['sign-in'], queryFn: ({ signal }) => getSignInOffer(signal) });
  const passkeys = passkeyState(offer.data);
  const passwords = offer.data?.passwords ?? true;
  const note =
    failure ??
    (ended === 'expired'
      ? t('signin.expired')
      : ended === 'signed-out'
        ? t('signin.signedOut')
        : ended === 'provider-refused'
          ? t('provider.refused')
          : null);
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
  const byProvider = async () => {
    setBusy(true);
    try {
      location.assign(await askProvider());
    } catch (error) {
      setFailure(words(error));
      setBusy(false);
    }
  };
  const byPasskey = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const answer = await usePasskey(await askForPasskey());
      if (answer === null) {
        setFailure(t('passkey.notUsed'));
      } else {
        await signInByPasskey(answer);
        signIn(null);
      }
    } catch (error) {
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

  useAutofillPasskey(
    passkeys.kind === 'here' && passwords && !byToken && !busy,
    () => signIn(null),
    (error) => setFailure(words(error)),
  );

  return (
    <main className="sign-in">
      <form onSubmit={(event) => void submit(event)}>
        <p className="brand">
          <span lang="ja">連携</span> RENKEI
        </p>
        <h1>{t('signin.title')}</h1>
        {note && (
          <p
            className="notice"
            data-tone={failure || (ended !== null && ended !== 'signed-out') ? 'critical' : 'normal'}
            role="alert"
          >
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
            {passkeys.kind === 'here' && (
              <button
                type="button"
                className="button primary"
                data-by-passkey
                autoFocus
                disabled={busy}
                onClick={() => void byPasskey()}
              >
                {t('passkey.signIn')}
              </button>
            )}
            {offer.data && <PasskeyHint state={passkeys} />}
            {offer.data?.provider && (
              <button
                type="button"
                className="button"
                data-by-provider
                disabled={busy}
                onClick={() => void byProvider()}
              >
                {t('provider.signIn', { provider: offer.data.provider.name[language] })}
              </button>
            )}
            {offer.data?.provider?.logout && ended === 'signed-out' && (
              <a href={offer.data.provider.logout}>
                {t('provider.signOut', { provider: offer.data.provider.name[language] })}
              </a>
            )}
          </>
        )}
        {!byToken && passwords && (
          <>
            {passkeys.kind === 'here' && <p className="quiet-text">{t('passkey.orPassword')}</p>}
            <TextField
              label={t('signin.name')}
              name="name"
              autoComplete="username webauthn"
              autoFocus={passkeys.kind !== 'here'}
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
        {(byToken || passwords) && (
          <button
            type="submit"
            className={passkeys.kind === 'here' && !byToken ? 'button' : 'button primary'}
            disabled={busy}
          >
            {busy ? t('signin.checking') : t('signin.submit')}
          </button>
        )}
        <button
          type="button"
          className="link"
          data-switch
          onClick={() => {
            setByToken(!byToken);
            setFailure(null);
          }}
        >
          {byToken ? t('signin.usePerson') : t('signin.useToken')}
        </button>
        <LanguageSwitch />
      </form>
    </main>
  );
}
