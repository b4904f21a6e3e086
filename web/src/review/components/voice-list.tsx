import type { Voice } from '../../api/types';
import { pointerName } from '../../i18n/field-name';
import { age, zulu } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';

/** What officers have said so far. */
export function VoiceList({ voices, now }: { voices: readonly Voice[]; now: Date }) {
  const t = useTranslate();
  if (voices.length === 0) {
    return null;
  }
  return (
    <section className="voices">
      <h3>{t('review.said')}</h3>
      <ul>
        {voices.map(({ by, verdict, cuts, reason, at }) => (
          <li key={by + at} data-verdict={verdict}>
            <strong>{by}</strong>: {t(verdict === 'release' ? 'review.saidRelease' : 'review.saidWithhold')}
            {verdict === 'release' && (
              <span>
                {' '}
                ·{' '}
                {cuts.length === 0
                  ? t('review.saidWhole')
                  : t('review.saidCuts', { cuts: cuts.map((one) => pointerName(one, t)).join(', ') })}
              </span>
            )}
            <small>
              {' '}
              {zulu(at, now)} · {age(at, now, t)}
            </small>
            <p className="text">{reason}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
