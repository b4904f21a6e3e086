import { useTranslate } from '../../i18n/translate';
import { Tab } from '../../navigation/tab';
import { may } from '../../session/session';
import { BodyList } from './body-list';
import { RegisterPage } from './register-page';

const REGISTER = 'register';

/** Where nations meet and how their offices are reached; for administrators, what is on record of it. */
export function BodiesScreen({ subject }: { subject: string | null }) {
  const t = useTranslate();
  const mayRead = may('GET /api/v1/bodies');
  const mayAdminister = may('GET /api/v1/bodies/register');
  const register = mayAdminister && (subject === REGISTER || !mayRead);
  return (
    <section className="register bodies-screen" aria-label={t('bodies.title')}>
      <header className="register-head">
        <h2>{t('bodies.title')}</h2>
        <small>{t('bodies.subtitle')}</small>
        {mayRead && mayAdminister && (
          <nav className="buttons" aria-label={t('bodies.title')}>
            <Tab screen="bodies" name={t('bodies.list')} on={!register} to={null} />
            <Tab screen="bodies" name={t('bodies.register')} on={register} to={REGISTER} />
          </nav>
        )}
      </header>
      <div className="register-body account">{register ? <RegisterPage /> : <BodyList chosen={subject} />}</div>
    </section>
  );
}
