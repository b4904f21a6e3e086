import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { isProblem } from '../../api/problem';
import { useTranslate } from '../../i18n/translate';
import { Failure } from '../../ui/failure';
import { changeOwnPassword } from '../api/change-own-password';
import { TextField } from './text-field';

/** A new password, for who proves to be the same person; it ends every other session. */
export function ChangePassword() {
  const t = useTranslate();
  const [current, setCurrent] = useState('');
  const [code, setCode] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: () => changeOwnPassword(current, code, next),
    onSuccess: () => {
      setCurrent('');
      setNext('');
    },
    onSettled: () => setCode(''),
  });
  const wrong = (at: string) =>
    isProblem(change.error) ? change.error.fieldErrors.find((one) => one.at === at)?.message : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <section aria-label={t('account.password')}>
      <h3>{t('account.password')}</h3>
      <form className="account-form" onSubmit={submit}>
        <TextField
          label={t('account.currentPassword')}
          name="current"
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
          error={wrong('/current')}
        />
        <TextField label={t('signin.code')} name="code" value={code} onChange={setCode} />
        <TextField
          label={t('account.newPassword')}
          name="next"
          type="password"
          autoComplete="new-password"
          hint={t('account.passwordHint')}
          value={next}
          onChange={setNext}
          error={wrong('/password')}
        />
        <button type="submit" className="button" disabled={change.isPending}>
          {t('account.changePassword')}
        </button>
        {change.isSuccess && <p role="status">{t('account.changed')}</p>}
        {change.isError && !(isProblem(change.error) && change.error.fieldErrors.length > 0) && (
          <Failure error={change.error} />
        )}
      </form>
    </section>
  );
}
