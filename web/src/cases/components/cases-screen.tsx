import type { ReactNode } from 'react';
import { useTranslate } from '../../i18n/translate';
import { Tab } from '../../navigation/tab';
import { may } from '../../session/session';
import { CaseInboxPage } from './case-inbox';
import { CaseListPage } from './case-list';
import { CasePageView } from './case-page';
import { NewCase } from './new-case';

/** The coordination desk: cases, what has to be done (`more` of it on other desks), a new case, or one. */
export function CasesScreen({ subject, more }: { subject: string | null; more?: ReactNode }) {
  const t = useTranslate();
  return (
    <section className="register" aria-label={t('cases.title')}>
      <header className="register-head">
        <h2>{t('cases.title')}</h2>
        <small>{t('cases.subtitle')}</small>
        <nav className="buttons" aria-label={t('cases.title')}>
          <Tab screen="cases" name={t('cases.list')} on={subject === null} to={null} />
          <Tab screen="cases" name={t('cases.inbox')} on={subject === 'inbox'} to="inbox" />
          {may('POST /api/v1/cases') && <Tab screen="cases" name={t('cases.new')} on={subject === 'new'} to="new" />}
        </nav>
      </header>
      <div className="register-body account">
        {subject === null && <CaseListPage />}
        {subject === 'inbox' && <CaseInboxPage more={more} />}
        {subject === 'new' && <NewCase />}
        {subject !== null && subject !== 'inbox' && subject !== 'new' && <CasePageView key={subject} id={subject} />}
      </div>
    </section>
  );
}
