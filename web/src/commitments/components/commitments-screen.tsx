import { useTranslate } from '../../i18n/translate';
import { Tab } from '../../navigation/tab';
import { may } from '../../session/session';
import { CommitmentPageView } from './commitment-page';
import { DashboardPage } from './dashboard-page';
import { NewCommitment } from './new-commitment';

/** The commitments desk: what was promised at which meeting and where it stands, a new commitment, or one. */
export function CommitmentsScreen({ subject }: { subject: string | null }) {
  const t = useTranslate();
  return (
    <section className="register" aria-label={t('commitments.title')}>
      <header className="register-head">
        <h2>{t('commitments.title')}</h2>
        <small>{t('commitments.subtitle')}</small>
        <nav className="buttons" aria-label={t('commitments.title')}>
          <Tab screen="commitments" name={t('commitments.list')} on={subject === null} to={null} />
          {may('POST /api/v1/commitments') && (
            <Tab screen="commitments" name={t('commitments.new')} on={subject === 'new'} to="new" />
          )}
        </nav>
      </header>
      <div className="register-body account">
        {subject === null && <DashboardPage />}
        {subject === 'new' && <NewCommitment />}
        {subject !== null && subject !== 'new' && <CommitmentPageView key={subject} id={subject} />}
      </div>
    </section>
  );
}
