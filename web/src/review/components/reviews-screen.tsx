import type { TextKey } from '../../i18n/translate';
import { useTranslate } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { may, session } from '../../session/session';
import { useStore } from '../../ui/store';
import { useEmergencies } from '../model/review-queries';
import { EmergencyList } from './emergency-list';
import { PolicyScreen } from './policy-screen';
import { ReviewDesk } from './review-desk';

const TABS = ['queue', 'emergencies', 'policy'] as const;
type Tab = (typeof TABS)[number];

const NAMES: Record<Tab, TextKey> = {
  queue: 'review.tab.queue',
  emergencies: 'review.tab.emergencies',
  policy: 'review.tab.policy',
};
const NEEDS: Record<Tab, string> = {
  queue: 'GET /api/v1/reviews',
  emergencies: 'GET /api/v1/emergencies',
  policy: 'GET /api/v1/release-policy',
};

/** What officers decide beyond labels and agreements: what waits, what went out in an emergency, and the policy. */
export function ReviewsScreen({ subject }: { subject: string | null }) {
  const t = useTranslate();
  useStore(session);
  const unseen = useEmergencies().data?.filter(({ reviewedAt }) => !reviewedAt).length ?? 0;
  const open = TABS.filter((tab) => may(NEEDS[tab]));
  const asked: Tab = subject === 'emergencies' || subject === 'policy' ? subject : 'queue';
  const shown = open.includes(asked) ? asked : (open[0] ?? asked);
  return (
    <section className="reviews" aria-label={t('review.title')}>
      <div className="tabs" role="tablist" aria-label={t('review.title')}>
        {open.map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            data-tab={tab}
            aria-selected={tab === shown}
            onClick={() => openScreen('reviews', tab === 'queue' ? null : tab)}
          >
            {t(NAMES[tab])}
            {tab === 'emergencies' && unseen > 0 && (
              <span className="count-mark">
                {unseen} <span className="hidden-text">{t('emergency.unseen')}</span>
              </span>
            )}
          </button>
        ))}
      </div>
      {shown === 'queue' && <ReviewDesk selected={asked === 'queue' ? subject : null} />}
      {shown === 'emergencies' && <EmergencyList />}
      {shown === 'policy' && <PolicyScreen />}
    </section>
  );
}
