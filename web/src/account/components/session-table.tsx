import type { SignedIn } from '../../api/types';
import { zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';

interface Props {
  readonly sessions: readonly SignedIn[];
  readonly busy?: boolean;
  readonly onEnd: (id: string) => void;
}

/** Where somebody is signed in, each session to be ended but the one that looks at it. */
export function SessionTable({ sessions, busy = false, onEnd }: Props) {
  const t = useTranslate();
  return (
    <table className="audit-table">
      <thead>
        <tr>
          <th scope="col">{t('account.began')}</th>
          <th scope="col">{t('account.used')}</th>
          <th scope="col">{t('account.ends')}</th>
          <th scope="col">{t('account.address')}</th>
          <th scope="col">{t('account.browser')}</th>
          <th scope="col" />
        </tr>
      </thead>
      <tbody>
        {sessions.map((one) => (
          <tr key={one.id} data-session={one.id}>
            <td className="mono">{zuluFull(one.began)}</td>
            <td className="mono">{zuluFull(one.used)}</td>
            <td className="mono">{zuluFull(one.ends)}</td>
            <td className="mono">{one.address}</td>
            <td className="details">{one.agent}</td>
            <td>
              {one.current ? (
                t('account.here')
              ) : (
                <button type="button" className="button small" disabled={busy} onClick={() => onEnd(one.id)}>
                  {t('account.end')}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
