import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { Failure, Loading } from '../../ui/failure';
import { Refusals } from '../../ui/refusals';
import { addOwnToken, type Scope } from '../api/add-own-token';
import { listOwnTokens } from '../api/list-own-tokens';
import { revokeOwnToken } from '../api/revoke-own-token';
import { TextField } from './text-field';

const SCOPES: readonly Scope[] = ['read', 'write', 'feed', 'metrics', 'calendar'];

/** Personal access tokens for scripts; a new one is shown once. */
export function OwnTokens() {
  const t = useTranslate();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [scope, setScope] = useState<Scope>('read');
  const [days, setDays] = useState('30');
  const refresh = () => client.invalidateQueries({ queryKey: ['account', 'tokens'] });
  const tokens = useQuery({ queryKey: ['account', 'tokens'], queryFn: ({ signal }) => listOwnTokens(signal) });
  const add = useMutation({
    mutationFn: () => addOwnToken(name, [scope], Number(days)),
    onSuccess: () => setName(''),
    onSettled: refresh,
  });
  const revoke = useMutation({ mutationFn: revokeOwnToken, onSettled: refresh });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <section aria-label={t('account.tokens')}>
      <h3>{t('account.tokens')}</h3>
      {tokens.isPending && <Loading />}
      {tokens.isError && <Failure error={tokens.error} retry={() => void tokens.refetch()} />}
      {tokens.data?.map((one) => (
        <p key={one.id} className="buttons" data-token={one.name}>
          <strong>{one.name}</strong> <span>{one.scopes.join(', ')}</span>
          <span className="mono">
            {t('account.expires')} {zuluFull(one.expires)}
          </span>
          <button type="button" className="button small" onClick={() => revoke.mutate(one.id)}>
            {t('account.revoke')}
          </button>
        </p>
      ))}
      {add.data?.secret && (
        <p className="notice" data-tone="caution" role="status">
          {t('account.tokenOnce')} <code data-secret>{add.data.secret}</code>
        </p>
      )}
      <Refusals error={add.error} />
      {revoke.isError && <Failure error={revoke.error} />}
      <form className="account-form" onSubmit={submit}>
        <TextField label={t('account.tokenName')} name="tokenName" value={name} onChange={setName} />
        <label className="form-row">
          <span className="form-name">{t('account.scope')}</span>
          <select
            name="scope"
            value={scope}
            onChange={(event) => setScope(SCOPES.find((one) => one === event.target.value) ?? 'read')}
          >
            {SCOPES.map((one) => (
              <option key={one} value={one}>
                {t(`account.scope.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <TextField label={t('account.days')} name="days" value={days} onChange={setDays} />
        <button type="submit" className="button">
          {t('account.makeToken')}
        </button>
      </form>
    </section>
  );
}
