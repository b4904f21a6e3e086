import type { TextKey } from '../../i18n/translate';
import { useTranslate } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { may, session } from '../../session/session';
import { useStore } from '../../ui/store';
import { utcDay, waitingForUs } from '../model/consents';
import { useConsents, useEmergencies } from '../model/review-queries';
import { ConsentList } from './consent-list';
import { EmergencyList } from './emergency-list';
import { PolicyScreen } from './policy-screen';
import { ReviewDesk } from './review-desk';

const TABS = ['queue', 'emergencies', 'consents', 'policy'] as const;
type Tab = (typeof TABS)[number];

const NAMES: Record<Tab, TextKey> = {
  queue: 'review.tab.queue',
  emergencies: 'review.tab.emergencies',
  consents: 'review.tab.consents',
  policy: 'review.tab.policy',
};
const NEEDS: Record<Tab, string> = {
  queue: 'GET /api/v1/reviews',
  emergencies: 'GET /api/v1/emergencies',
  consents: 'GET /api/v1/consents',
  policy: 'GET /api/v1/release-policy',
};

/** What officers decide beyond labels and agreements: what waits, what went out in an emergency, and the policy. */
export function ReviewsScreen({ subject }: { subject: string | null }) {
  const t = useTranslate();
  useStore(session);
  const unseen = useEmergencies().data?.filter(({ reviewedAt }) => !reviewedAt).length ?? 0;
  const consents = useConsents().data;
  const marks: Partial<Record<Tab, readonly [count: number, what: TextKey]>> = {
    emergencies: [unseen, 'emergency.unseen'],
    consents: [consents ? waitingForUs(consents, utcDay(new Date())) : 0, 'consent.state.waiting'],
  };
  const open = TABS.filter((tab) => may(NEEDS[tab]));
  const asked = TABS.find((tab) => tab === subject) ?? 'queue';
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
            <CountMark mark={marks[tab]} />
          </button>
        ))}
      </div>
      {shown === 'queue' && <ReviewDesk selected={asked === 'queue' ? subject : null} />}
      {shown === 'emergencies' && <EmergencyList />}
      {shown === 'consents' && <ConsentList />}
      {shown === 'policy' && <PolicyScreen />}
    </section>
  );
}

/** How many wait for somebody here. */
function CountMark({ mark: [count, what] = [0, 'review.open'] }: { mark: readonly [number, TextKey] | undefined }) {
  const t = useTranslate();
  return count === 0 ? null : (
    <span className="count-mark">
      {count} <span className="hidden-text">{t(what)}</span>
    </span>
  );
}
