import type { Authenticator } from '../../api/types';
import { useTranslate } from '../../i18n/translate';

/** What to enter in an authenticator app: by hand, or by opening the address on the same device. */
export function AuthenticatorSecret({ secret, uri }: Authenticator) {
  const t = useTranslate();
  return (
    <div className="secret">
      <p>{t('account.secretHint')}</p>
      <p>
        <code data-secret>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <p>
        <a href={uri}>{t('account.openAuthenticator')}</a>
      </p>
      <details>
        <summary>{t('account.secretUri')}</summary>
        <code className="hash">{uri}</code>
      </details>
    </div>
  );
}
