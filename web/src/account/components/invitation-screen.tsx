import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { isProblem } from '../../api/problem';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { signIn } from '../../session/session';
import { Failure, Loading } from '../../ui/failure';
import { acceptInvitation } from '../api/accept-invitation';
import { openInvitation } from '../api/open-invitation';
import { AuthenticatorSecret } from './authenticator-secret';
import { TextField } from './text-field';

const EMPTY = { signInName: '', nameEn: '', nameJa: '', password: '', again: '', code: '' };

/** Where a one-time link leads: password and authenticator are set, then one is signed in. */
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
  const person = invitation.data?.person ?? null;
  const set = (name: keyof typeof EMPTY) => (value: string) => setForm({ ...form, [name]: value });
  const wrong = (name: string) =>
    isProblem(failure) ? failure.fieldErrors.find(({ at }) => at === `/${name}`)?.message : undefined;
  const differs = form.again !== '' && form.again !== form.password;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(null);
    try {
      const { signInName, nameEn, nameJa, password, code } = form;
      await acceptInvitation({ token, password, code, ...(person ? {} : { signInName, nameEn, nameJa }) });
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
        {invitation.isPending && <Loading />}
        {invitation.isError && <Failure error={invitation.error} />}
        {invitation.data && (
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
            {failure !== null && !(isProblem(failure) && failure.fieldErrors.length > 0) && <Failure error={failure} />}
            <button type="submit" className="button primary" disabled={form.again !== form.password}>
              {t('invitation.submit')}
            </button>
          </>
        )}
      </form>
    </main>
  );
}
