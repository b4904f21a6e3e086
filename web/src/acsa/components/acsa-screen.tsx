import { useQuery } from '@tanstack/react-query';
import { useTranslate } from '../../i18n/translate';
import { Tab } from '../../navigation/tab';
import { may } from '../../session/session';
import { listOptions } from '../api/list-options';
import { AccountPage } from './account-page';
import { DashboardPage } from './dashboard-page';
import { OrderPage } from './order-page';
import { OrderQueue } from './order-queue';
import { PastPage } from './past-page';
import { RequestForm } from './request-form';
import { RulesPage } from './rules-page';
import { StockPage } from './stock-page';

const PAGES = ['new', 'account', 'dashboard', 'rules', 'past', 'stock'];

/** The ACSA desk: the queue, a new request, one order, an account, the dashboard, the nation's own rules, past orders, or stock. */
export function AcsaScreen({ subject }: { subject: string | null }) {
  const t = useTranslate();
  // With them come the decimals of currencies, by which every page writes amounts.
  useQuery({ queryKey: ['acsa', 'options'], queryFn: ({ signal }) => listOptions(signal) });
  return (
    <section className="register" aria-label={t('acsa.title')}>
      <header className="register-head">
        <h2>{t('acsa.title')}</h2>
        <small>{t('acsa.subtitle')}</small>
        <nav className="buttons" aria-label={t('acsa.title')}>
          <Tab screen="acsa" name={t('acsa.queue')} on={subject === null} to={null} />
          <Tab screen="acsa" name={t('acsa.dashboard')} on={subject === 'dashboard'} to="dashboard" />
          <Tab screen="acsa" name={t('acsa.account')} on={subject === 'account'} to="account" />
          <Tab screen="acsa" name={t('acsa.rules')} on={subject === 'rules'} to="rules" />
          <Tab screen="acsa" name={t('acsa.stock')} on={subject === 'stock'} to="stock" />
          <Tab screen="acsa" name={t('acsa.past')} on={subject === 'past'} to="past" />
          {may('POST /api/v1/acsa/orders') && (
            <Tab screen="acsa" name={t('acsa.new')} on={subject === 'new'} to="new" />
          )}
        </nav>
      </header>
      <div className="register-body account">
        {subject === null && <OrderQueue />}
        {subject === 'new' && <RequestForm />}
        {subject === 'account' && <AccountPage />}
        {subject === 'dashboard' && <DashboardPage />}
        {subject === 'rules' && <RulesPage />}
        {subject === 'past' && <PastPage />}
        {subject === 'stock' && <StockPage />}
        {subject !== null && !PAGES.includes(subject) && <OrderPage key={subject} id={subject} />}
      </div>
    </section>
  );
}
