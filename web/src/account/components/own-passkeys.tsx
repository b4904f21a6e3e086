import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { Failure, Loading } from '../../ui/failure';
import { addPasskey } from '../api/add-passkey';
import { askForNewPasskey } from '../api/ask-for-new-passkey';
import { getSignInOffer } from '../api/get-sign-in-offer';
import { listOwnPasskeys } from '../api/list-own-passkeys';
import { removePasskey } from '../api/remove-passkey';
import { renamePasskey } from '../api/rename-passkey';
import { createPasskey, passkeyState } from '../model/passkey';
import { PasskeyHint } from './passkey-hint';
import { TextField } from './text-field';

/** One's passkeys: what they are called, when they were used, and to add or remove them. */
export function OwnPasskeys() {
  const t = useTranslate();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const offer = useQuery({ queryKey: ['sign-in'], queryFn: ({ signal }) => getSignInOffer(signal) });
  const ways = useQuery({ queryKey: ['account', 'passkeys'], queryFn: ({ signal }) => listOwnPasskeys(signal) });
  const onSettled = () => client.invalidateQueries({ queryKey: ['account', 'passkeys'] });
  const add = useMutation({
    mutationFn: async () => {
      const answer = await createPasskey(await askForNewPasskey());
      if (answer !== null) {
        await addPasskey(name, answer);
        setName('');
      }
    },
    onSettled,
  });
  const remove = useMutation({ mutationFn: removePasskey, onSettled });
  const rename = useMutation({
    mutationFn: (change: { id: string; name: string }) => renamePasskey(change.id, change.name),
    onSettled,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  const state = passkeyState(offer.data);
  const failure = add.error ?? remove.error ?? rename.error;
  return (
    <section aria-label={t('passkey.title')}>
      <h3>{t('passkey.title')}</h3>
      <p className="quiet-text">{t('passkey.about')}</p>
      {ways.isPending && <Loading />}
      {ways.isError && <Failure error={ways.error} retry={() => void ways.refetch()} />}
      {failure && <Failure error={failure} />}
      {ways.data && ways.data.passkeys.length > 0 && (
        <table className="audit-table">
          <thead>
            <tr>
              <th scope="col">{t('passkey.name')}</th>
              <th scope="col">{t('passkey.created')}</th>
              <th scope="col">{t('account.used')}</th>
              <th scope="col">{t('passkey.kept')}</th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {ways.data.passkeys.map((one) => (
              <tr key={one.id} data-passkey={one.name}>
                <td>
                  <input
                    aria-label={t('passkey.name')}
                    defaultValue={one.name}
                    maxLength={64}
                    onBlur={({ target }) => {
                      const next = target.value.trim();
                      if (next !== '' && next !== one.name) {
                        rename.mutate({ id: one.id, name: next });
                      }
                    }}
                  />
                </td>
                <td className="mono">{zuluFull(one.created)}</td>
                <td className="mono">{one.used ? zuluFull(one.used) : '–'}</td>
                <td>{one.copied ? t('passkey.copied') : t('passkey.single')}</td>
                <td>
                  <button type="button" className="button small" onClick={() => remove.mutate(one.id)}>
                    {t('passkey.remove')}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {ways.data?.passkeys.length === 0 && <p className="empty">{t('passkey.empty')}</p>}
      {offer.data && <PasskeyHint state={state} path="/#/account" />}
      {state.kind === 'here' && (
        <form className="account-form" onSubmit={submit}>
          <TextField
            label={t('passkey.newName')}
            name="passkeyName"
            hint={t('passkey.nameHint')}
            value={name}
            onChange={setName}
          />
          <button type="submit" className="button" disabled={add.isPending}>
            {t('passkey.add')}
          </button>
        </form>
      )}
    </section>
  );
}
