import { useState, type FormEvent } from 'react';
import { isProblem } from '../../api/problem';
import type { ClientCertificateDraft, Person } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { Failure } from '../../ui/failure';

const SCOPES = ['read', 'write', 'feed', 'metrics'] as const;

interface Props {
  /** Those as which a machine may come in. */
  readonly accounts: readonly Person[];
  readonly error: unknown;
  readonly busy: boolean;
  readonly onSubmit: (person: string, draft: ClientCertificateDraft) => void;
  readonly onCancel: () => void;
}

/** A machine's certificate, by file or as text, and what it may. */
export function CertificateForm({ accounts, error, busy, onSubmit, onCancel }: Props) {
  const t = useTranslate();
  const language = useLanguage();
  const [pem, setPem] = useState('');
  const errors = isProblem(error) ? error.fieldErrors : [];
  const wrong = (name: string) =>
    errors
      .filter(({ at }) => at === `/${name}`)
      .map(({ message }) => (
        <span key={message} className="field-error">
          {message}
        </span>
      ));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    onSubmit(text('account'), {
      name: text('name'),
      scopes: SCOPES.filter((one) => form.getAll('scopes').includes(one)),
      days: Number(text('days')),
      certificate: pem,
    });
  };
  return (
    <form className="account-form certificate-form" onSubmit={submit}>
      <label className="form-row">
        <span className="form-name">{t('certificates.account')}</span>
        <select name="account" required>
          {accounts.map((one) => (
            <option key={one.id} value={one.id}>
              {one.signInName} · {one.name[language]}
            </option>
          ))}
        </select>
      </label>
      <label className="form-row">
        <span className="form-name">{t('certificates.name')}</span>
        <input name="name" autoComplete="off" maxLength={64} required />
        {wrong('name')}
      </label>
      <fieldset className="choices">
        <legend>{t('account.scope')}</legend>
        {SCOPES.map((one) => (
          <label key={one}>
            <input type="checkbox" name="scopes" value={one} />
            {t(`account.scope.${one}`)}
          </label>
        ))}
        {wrong('scopes')}
      </fieldset>
      <label className="form-row">
        <span className="form-name">{t('certificates.days')}</span>
        <input name="days" inputMode="numeric" defaultValue="365" autoComplete="off" />
        {wrong('days')}
      </label>
      <label className="form-row">
        <span className="form-name">{t('certificates.file')}</span>
        <input
          type="file"
          accept=".pem,.crt,.cer"
          onChange={(event) => void event.target.files?.[0]?.text().then(setPem)}
        />
      </label>
      <label className="form-row">
        <span className="form-name">{t('certificates.text')}</span>
        <textarea
          name="certificate"
          className="mono"
          rows={6}
          required
          spellCheck={false}
          value={pem}
          onChange={(event) => setPem(event.target.value)}
        />
        {wrong('certificate')}
      </label>
      {error !== null && errors.length === 0 && <Failure error={error} />}
      <p className="buttons">
        <button type="submit" className="button primary" disabled={busy}>
          {t('certificates.register')}
        </button>
        <button type="button" className="button quiet" onClick={onCancel}>
          {t('common.cancel')}
        </button>
      </p>
    </form>
  );
}
