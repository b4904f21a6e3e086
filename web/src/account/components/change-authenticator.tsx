import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslate } from '../../i18n/translate';
import { Failure } from '../../ui/failure';
import { offerAuthenticator } from '../api/offer-authenticator';
import { takeAuthenticator } from '../api/take-authenticator';
import { AuthenticatorSecret } from './authenticator-secret';
import { TextField } from './text-field';

/** Another authenticator in place of the one before: it counts once its first code has come back. */
export function ChangeAuthenticator() {
  const t = useTranslate();
  const [current, setCurrent] = useState('');
  const [code, setCode] = useState('');
  const offer = useMutation({
    mutationFn: () => offerAuthenticator(current, code),
    onSuccess: () => setCurrent(''),
    onSettled: () => setCode(''),
  });
  const take = useMutation({
    mutationFn: () => takeAuthenticator(code),
    onSuccess: () => offer.reset(),
    onSettled: () => setCode(''),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    (offer.data ? take : offer).mutate();
  };
  return (
    <section aria-label={t('account.authenticator')}>
      <h3>{t('account.authenticator')}</h3>
      <form className="account-form" onSubmit={submit}>
        {offer.data ? (
          <AuthenticatorSecret {...offer.data} />
        ) : (
          <TextField
            label={t('account.currentPassword')}
            name="current"
            type="password"
            autoComplete="current-password"
            value={current}
            onChange={setCurrent}
          />
        )}
        <TextField
          label={offer.data ? t('account.newCode') : t('signin.code')}
          name="code"
          value={code}
          onChange={setCode}
        />
        <button type="submit" className="button">
          {offer.data ? t('account.takeAuthenticator') : t('account.offerAuthenticator')}
        </button>
        {take.isSuccess && <p role="status">{t('account.changed')}</p>}
        {(offer.error ?? take.error) && <Failure error={offer.error ?? take.error} />}
      </form>
    </section>
  );
}
