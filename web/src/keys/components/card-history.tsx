import type { PartnerKeys } from '../../api/types';
import { zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';

/** Every card a partner had here, the newest first, and how far its keys count. */
export function CardHistory({ cards }: { cards: PartnerKeys['cards'] }) {
  const t = useTranslate();
  return (
    <details>
      <summary>{t('keys.history', { n: cards.length })}</summary>
      <table className="audit-table">
        <thead>
          <tr>
            <th scope="col">{t('keys.fingerprint')}</th>
            <th scope="col">{t('keys.how')}</th>
            <th scope="col">{t('keys.since')}</th>
            <th scope="col">{t('keys.until')}</th>
            <th scope="col" className="number">
              {t('keys.signed')}
            </th>
          </tr>
        </thead>
        <tbody>
          {cards.map((one) => (
            <tr key={one.card.fingerprint}>
              <th scope="row" className="mono">
                {one.card.fingerprint.slice(0, 17)}…
              </th>
              <td>{t(`keys.how.${one.how}`)}</td>
              <td className="mono">{zuluFull(one.taken)}</td>
              <td className="mono">{one.ended === null ? t('keys.holds') : zuluFull(one.ended)}</td>
              <td className="number mono">{one.until ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
