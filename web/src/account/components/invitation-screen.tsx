import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { isProblem } from '../../api/problem';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { signIn } from '../../session/session';
import { Failure, Loading } from '../../ui/failure';
import { acceptInvitationByPasskey } from '../api/accept-invitation-by-passkey';
import { acceptInvitation } from '../api/accept-invitation';
import { askInvitedForPasskey } from '../api/ask-invited-for-passkey';
import { getSignInOffer } from '../api/get-sign-in-offer';
import { openInvitation } from '../api/open-invitation';
import { createPasskey, passkeyState } from '../model/passkey';
import { AuthenticatorSecret } from './authenticator-secret';
import { PasskeyHint } from './passkey-hint';
import { TextField } from './text-field';

const EMPTY = { signInName: '', nameEn: '', nameJa: '', password: '', again: '', code: '', name: '' };

/** Where a one-time link leads: a passkey is made, or password and authenticator are set; then one is signed in. */
export function InvitationScreen({ token }: { token: string }) {
  const t = useTranslate();
  const language = useLanguage();
  const [form, setForm] = useState(EMPTY);
  const [failure, setFailure] = useState<unknown>(null);
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => openInvitation(token),
    retry: false,
    staleTime: Infinity,
  });
  const offer = useQuery({ queryKey: ['sign-in'], queryFn: ({ signal }) => getSignInOffer(signal) });
  const passkeys = passkeyState(offer.data);
  const passwords = offer.data?.passwords ?? true;
  const [way, setWay] = useState<'passkey' | 'password' | null>(null);
  const byPasskey = (way ?? (passkeys.kind === 'here' ? 'passkey' : 'password')) === 'passkey';
  const person = invitation.data?.person ?? null;
  const set = (name: keyof typeof EMPTY) => (value: string) => setForm({ ...form, [name]: value });
  const wrong = (name: string) =>
    isProblem(failure) ? failure.fieldErrors.find(({ at }) => at === `/${name}`)?.message : undefined;
  const differs = form.again !== '' && form.again !== form.password;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(null);
    try {
      const { signInName, nameEn, nameJa, password, code, name } = form;
      const who = person ? {} : { signInName, nameEn, nameJa };
      if (byPasskey) {
        const answer = await createPasskey(await askInvitedForPasskey(token, who));
        if (answer === null) {
          setFailure(new Error('closed'));
          return;
        }
        await acceptInvitationByPasskey(token, who, name, answer);
      } else {
        await acceptInvitation({ token, password, code, ...who });
      }
      signIn(null);
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <main className="sign-in">
      <form onSubmit={(event) => void submit(event)}>
        <p className="brand">
          <span lang="ja">連携</span> RENKEI
        </p>
        <h1>{t('invitation.title')}</h1>
        {(invitation.isPending || offer.isPending) && <Loading />}
        {invitation.isError && <Failure error={invitation.error} />}
        {invitation.data && !offer.isPending && (
          <>
            <p>
              {person
                ? t('invitation.welcome', { person: person.name[language], name: person.signInName })
                : t('invitation.first')}
            </p>
            {!person && (
              <>
                <TextField
                  label={t('people.signInName')}
                  name="signInName"
                  value={form.signInName}
                  onChange={set('signInName')}
                  error={wrong('signInName')}
                />
                <TextField
                  label={t('people.nameEn')}
                  name="nameEn"
                  value={form.nameEn}
                  onChange={set('nameEn')}
                  error={wrong('nameEn')}
                />
                <TextField
                  label={t('people.nameJa')}
                  name="nameJa"
                  value={form.nameJa}
                  onChange={set('nameJa')}
                  error={wrong('nameJa')}
                />
              </>
            )}
            {offer.data && <PasskeyHint state={passkeys} path={`/#invitation=${encodeURIComponent(token)}`} />}
            {byPasskey && (
              <>
                <p>{t('passkey.about')}</p>
                <TextField
                  label={t('passkey.newName')}
                  name="name"
                  hint={t('passkey.nameHint')}
                  value={form.name}
                  onChange={set('name')}
                  error={wrong('name')}
                />
              </>
            )}
            {!byPasskey && passwords && invitation.data.secret && invitation.data.uri && (
              <>
                <TextField
                  label={t('account.newPassword')}
                  name="password"
                  type="password"
                  autoComplete="new-password"
                  hint={t('account.passwordHint')}
                  value={form.password}
                  onChange={set('password')}
                  error={wrong('password')}
                />
                <TextField
                  label={t('account.passwordAgain')}
                  name="again"
                  type="password"
                  autoComplete="new-password"
                  value={form.again}
                  onChange={set('again')}
                  error={differs ? t('account.passwordDiffers') : undefined}
                />
                <AuthenticatorSecret secret={invitation.data.secret} uri={invitation.data.uri} />
                <TextField
                  label={t('signin.code')}
                  name="code"
                  autoComplete="one-time-code"
                  value={form.code}
                  onChange={set('code')}
                  error={wrong('code')}
                />
              </>
            )}
            {failure instanceof Error && failure.message === 'closed' ? (
              <p className="failure" role="alert">
                {t('passkey.notUsed')}
              </p>
            ) : (
              failure !== null && !(isProblem(failure) && failure.fieldErrors.length > 0) && <Failure error={failure} />
            )}
            {(byPasskey || passwords) && (
              <button type="submit" className="button primary" disabled={!byPasskey && form.again !== form.password}>
                {byPasskey ? t('passkey.make') : t('invitation.submit')}
              </button>
            )}
            {passkeys.kind === 'here' && passwords && (
              <button
                type="button"
                className="link"
                data-other-way
                onClick={() => setWay(byPasskey ? 'password' : 'passkey')}
              >
                {byPasskey ? t('invitation.usePassword') : t('invitation.usePasskey')}
              </button>
            )}
          </>
        )}
      </form>
    </main>
  );
}
