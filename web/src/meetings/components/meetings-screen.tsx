import { useTranslate } from '../../i18n/translate';
import { Tab } from '../../navigation/tab';
import { may } from '../../session/session';
import { MeetingListPage } from './meeting-list';
import { MeetingPageView } from './meeting-page';
import { NewMeeting } from './new-meeting';

/** The meetings desk: what is to come and what is over, a new meeting, or one with its agenda. */
export function MeetingsScreen({ subject }: { subject: string | null }) {
  const t = useTranslate();
  return (
    <section className="register" aria-label={t('meetings.title')}>
      <header className="register-head">
        <h2>{t('meetings.title')}</h2>
        <small>{t('meetings.subtitle')}</small>
        <nav className="buttons" aria-label={t('meetings.title')}>
          <Tab screen="meetings" name={t('meetings.list')} on={subject === null} to={null} />
          {may('POST /api/v1/meetings') && (
            <Tab screen="meetings" name={t('meetings.new')} on={subject === 'new'} to="new" />
          )}
        </nav>
      </header>
      <div className="register-body account">
        {subject === null && <MeetingListPage />}
        {subject === 'new' && <NewMeeting />}
        {subject !== null && subject !== 'new' && <MeetingPageView key={subject} id={subject} />}
      </div>
    </section>
  );
}
