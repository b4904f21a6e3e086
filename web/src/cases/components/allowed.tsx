import type { CaseOptions } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate, type TextKey } from '../../i18n/translate';

/** What the law of a nation lets it give in a phase, by the versions on record that are in force. */
export function Allowed({ party, phase }: { party: string; phase: CaseOptions['phases'][number] }) {
  const t = useTranslate();
  const language = useLanguage();
  const { stated, basis, allows } = phase;
  if (!stated || basis.length === 0) {
    return <span className="quiet-text">{t(stated ? 'cases.noneInForce' : 'cases.noPolicy', { party })}</span>;
  }
  return (
    <span className="quiet-text">
      {t('cases.allows', {
        party,
        list: allows.map((one) => t(`cases.choice.${one}` as TextKey)).join(language === 'ja' ? '、' : ', '),
      })}{' '}
      {basis.map(({ name, from, until, source }) => (
        <small key={`${from} ${name.en}`} title={source}>
          {name[language]} ({until === null ? t('cases.basisFrom', { from }) : t('cases.basisUntil', { from, until })}
          ){' '}
        </small>
      ))}
    </span>
  );
}
