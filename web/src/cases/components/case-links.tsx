import type { CasePage } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { enterInLog } from '../../navigation/log-link';
import { openScreen } from '../../navigation/route';
import { isLiaison, may } from '../../session/session';

/** What was told to each partner of this case beside what it told, and an entry about it in the log of the watch. */
export function CaseLinks({ whole }: { whole: CasePage }) {
  const t = useTranslate();
  const language = useLanguage();
  const compares = may('GET /api/v1/differences/{party}') && !isLiaison();
  return (
    <div className="buttons">
      {whole.nations
        .filter((party) => compares && party !== whole.own)
        .map((party) => (
          <button
            key={party}
            type="button"
            className="button quiet small"
            onClick={() => openScreen('overview', `told-${party}-${whole.id}`)}
          >
            {t('cases.compare', { party })}
          </button>
        ))}
      {may('POST /api/v1/watch-log') && (
        <button
          type="button"
          className="button quiet small"
          onClick={() => enterInLog({ to: 'case', id: whole.id, name: whole.name[language] })}
        >
          {t('log.about')}
        </button>
      )}
    </div>
  );
}
