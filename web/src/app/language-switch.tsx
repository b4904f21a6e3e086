import { setLanguage, useLanguage } from '../i18n/language';
import { useTranslate } from '../i18n/translate';

export function LanguageSwitch() {
  const t = useTranslate();
  const language = useLanguage();
  return (
    <div className="language-switch" role="group" aria-label={t('frame.language')}>
      <button type="button" lang="ja" aria-pressed={language === 'ja'} onClick={() => setLanguage('ja')}>
        日本語
      </button>
      <span aria-hidden="true">/</span>
      <button type="button" lang="en" aria-pressed={language === 'en'} onClick={() => setLanguage('en')}>
        EN
      </button>
    </div>
  );
}
