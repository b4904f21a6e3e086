import type { SavedView } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { useMap } from '../map-context';
import { showView } from './view-content';
import { ViewTime } from './view-time';

interface Props {
  readonly views: readonly SavedView[];
  /** Names of own views. */
  readonly taken: readonly string[];
  readonly onKeep: (view: SavedView) => void;
}

/** What colleagues of the same office share: to be looked at, and kept as one's own. */
export function OfficeViews({ views, taken, onKeep }: Props) {
  const t = useTranslate();
  const language = useLanguage();
  const map = useMap();
  if (views.length === 0) {
    return null;
  }
  return (
    <section aria-label={t('views.office')}>
      <h3>{t('views.office')}</h3>
      <ul className="card-list views">
        {views.map((view) => (
          <li key={view.id} data-view={view.name}>
            <div className="view-name">
              <button type="button" className="link" onClick={() => showView(map, view.content)}>
                {view.name}
              </button>
              <ViewTime time={view.content.time} />
              {!taken.includes(view.name) && (
                <button
                  type="button"
                  className="button small"
                  aria-label={t('views.copyName', { name: view.name })}
                  onClick={() => onKeep(view)}
                >
                  {t('views.copy')}
                </button>
              )}
            </div>
            <p className="hint">{view.owner?.[language]}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
