import { useState } from 'react';
import type { ClientCertificate } from '../../api/types';
import { zuluFull } from '../../i18n/time';
import { isTextKey, useTranslate } from '../../i18n/translate';

interface Props {
  readonly certificates: readonly ClientCertificate[];
  readonly onRevoke: (certificate: ClientCertificate) => void;
}

/** By which certificates machines come in, until when, and when they last did. To revoke one asks twice: it is for good. */
export function CertificateTable({ certificates, onRevoke }: Props) {
  const t = useTranslate();
  const [asked, setAsked] = useState<string | null>(null);
  const scope = (one: string) => {
    const key = `account.scope.${one}`;
    return isTextKey(key) ? t(key) : one;
  };
  const state = ({ holds, revoked, expires }: ClientCertificate) =>
    revoked
      ? t('certificates.revokedAt', { time: zuluFull(revoked) })
      : holds
        ? t('certificates.holdsUntil', { time: zuluFull(expires) })
        : t('certificates.ended', { time: zuluFull(expires) });
  return (
    <table className="audit-table">
      <thead>
        <tr>
          <th scope="col">{t('certificates.name')}</th>
          <th scope="col">{t('certificates.account')}</th>
          <th scope="col">{t('account.scope')}</th>
          <th scope="col">{t('certificates.state')}</th>
          <th scope="col">{t('account.used')}</th>
          <th scope="col">{t('certificates.fingerprint')}</th>
          <th scope="col" />
        </tr>
      </thead>
      <tbody>
        {certificates.map((one) => (
          <tr key={one.id} data-certificate={one.name} data-holds={one.holds}>
            <td>
              {one.name} <small className="quiet-text">{one.subject}</small>
            </td>
            <td className="mono">{one.account}</td>
            <td>{one.scopes.map(scope).join(' · ')}</td>
            <td>
              {state(one)}{' '}
              <small className="quiet-text">{t('certificates.registeredBy', { name: one.createdBy })}</small>
            </td>
            <td className="mono">{one.used ? zuluFull(one.used) : t('certificates.never')}</td>
            <td className="mono details">{one.sha256}</td>
            <td>
              {!one.revoked &&
                (asked === one.id ? (
                  <span className="buttons">
                    <button
                      type="button"
                      className="button small primary"
                      onClick={() => {
                        setAsked(null);
                        onRevoke(one);
                      }}
                    >
                      {t('certificates.revokeForGood')}
                    </button>
                    <button type="button" className="button small quiet" onClick={() => setAsked(null)}>
                      {t('common.cancel')}
                    </button>
                  </span>
                ) : (
                  <button type="button" className="button small" onClick={() => setAsked(one.id)}>
                    {t('account.revoke')}
                  </button>
                ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
