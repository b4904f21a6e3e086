import { useTranslate } from '../../i18n/translate';
import type { AgreementChanged } from '../api/agreement-changed';

/** For each party, what the change took back and what it sent. */
export function ChangeOutcome({ outcome }: { outcome: AgreementChanged }) {
  const t = useTranslate();
  const recalled = Object.entries(outcome.recalled).filter(([, n]) => n > 0);
  const released = Object.entries(outcome.released).filter(([, n]) => n > 0);
  return (
    <div
      className="notice"
      data-tone={recalled.length > 0 ? 'caution' : 'normal'}
      role="status"
      aria-label={t('agreements.outcomeTitle')}
    >
      <strong>{t('agreements.outcomeTitle')}</strong>
      <ul>
        {recalled.map(([party, n]) => (
          <li key={party}>{t('agreements.outcomeRecalled', { party, n })}</li>
        ))}
        {released.map(([party, n]) => (
          <li key={party}>{t('agreements.outcomeReleased', { party, n })}</li>
        ))}
        {recalled.length + released.length === 0 && <li>{t('agreements.outcomeNone')}</li>}
      </ul>
    </div>
  );
}
