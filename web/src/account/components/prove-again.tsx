import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslate } from '../../i18n/translate';
import { Failure, Loading } from '../../ui/failure';
import { askForProof } from '../api/ask-for-proof';
import { getSignInOffer } from '../api/get-sign-in-offer';
import { listOwnPasskeys } from '../api/list-own-passkeys';
import { proveAgain } from '../api/prove-again';
import { passkeyState, usePasskey } from '../model/passkey';
import { TextField } from './text-field';

/** Asks who is there before people, roles or passkeys change: by a passkey, or by password and code. */
export function ProveAgain({ onEnd }: { onEnd: (given: boolean) => void }) {
  const t = useTranslate();
  const dialog = useRef<HTMLDialogElement>(null);
  const [current, setCurrent] = useState('');
  const [code, setCode] = useState('');
  const offer = useQuery({ queryKey: ['sign-in'], queryFn: ({ signal }) => getSignInOffer(signal) });
  const ways = useQuery({ queryKey: ['account', 'passkeys'], queryFn: ({ signal }) => listOwnPasskeys(signal) });
  const onSuccess = (given: boolean) => given && onEnd(true);
  const byPasskey = useMutation({
    mutationFn: async () => {
      const credential = await usePasskey(await askForProof());
      if (credential !== null) {
        await proveAgain({ credential });
      }
      return credential !== null;
    },
    onSuccess,
  });
  const byPassword = useMutation({
    mutationFn: async () => {
      await proveAgain({ current, code });
      return true;
    },
    onSuccess,
    onSettled: () => setCode(''),
  });
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) {
      element.showModal();
    }
    return () => element?.close();
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    byPassword.mutate();
  };
  const passkey = passkeyState(offer.data).kind === 'here' && (ways.data?.passkeys.length ?? 0) > 0;
  const failure = byPasskey.error ?? byPassword.error;
  return (
    <dialog
      ref={dialog}
      className="overlay prove-again"
      aria-label={t('proveAgain.title')}
      onCancel={() => onEnd(false)}
    >
      <h2>{t('proveAgain.title')}</h2>
      <p>{t('proof.why')}</p>
      {(offer.isPending || ways.isPending) && <Loading />}
      {failure && <Failure error={failure} />}
      {ways.data && !passkey && !ways.data.password && <p>{t('proof.signInAgain')}</p>}
      {passkey && (
        <button type="button" className="button primary" data-prove onClick={() => byPasskey.mutate()}>
          {t('proof.byPasskey')}
        </button>
      )}
      {ways.data?.password && (
        <form className="account-form" onSubmit={submit}>
          <TextField
            label={t('account.currentPassword')}
            name="current"
            type="password"
            autoComplete="current-password"
            value={current}
            onChange={setCurrent}
          />
          <TextField label={t('signin.code')} name="code" value={code} onChange={setCode} />
          <button type="submit" className="button">
            {t('proof.byPassword')}
          </button>
        </form>
      )}
      <button type="button" className="button quiet" onClick={() => onEnd(false)}>
        {t('common.cancel')}
      </button>
    </dialog>
  );
}
