import { useState } from 'react';
import { useTranslate } from '../../i18n/translate';
import { Icon } from '../../ui/icon';
import { useStore } from '../../ui/store';
import { useMap } from '../map-context';
import { mapChoice } from '../model/map-choice';
import {
  beginWith,
  LONGEST_NAME,
  MOST_VIEWS,
  removeView,
  savedViews,
  saveView,
  type SavedView,
} from '../model/saved-views';
import { MapCard } from './map-card';
import { openTool } from './open-tool';

/** Views with a name: where one looks, which layers, which filter. */
export function ViewsCard() {
  const t = useTranslate();
  const map = useMap();
  const { views, first } = useStore(savedViews);
  const [name, setName] = useState('');
  const wanted = name.trim();
  const replaces = views.some((one) => one.name === wanted);
  const show = ({ lon, lat, zoom, choice }: SavedView) => {
    mapChoice.set(choice);
    map.easeTo({ center: [lon, lat], zoom, duration: 300 });
  };
  return (
    <MapCard title={t('views.title')} onClose={() => openTool.set(null)}>
      <form
        className="position-entry"
        onSubmit={(event) => {
          event.preventDefault();
          const { lng, lat } = map.getCenter().wrap();
          saveView({ name: wanted, lon: lng, lat, zoom: map.getZoom(), choice: mapChoice.get() });
          setName('');
        }}
      >
        <input
          aria-label={t('views.name')}
          placeholder={t('views.name')}
          maxLength={LONGEST_NAME}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <button
          type="submit"
          className="button small"
          disabled={wanted === '' || (views.length >= MOST_VIEWS && !replaces)}
        >
          {replaces ? t('views.replace') : t('views.save')}
        </button>
      </form>
      <ul className="card-list views">
        {views.map((view) => (
          <li key={view.name}>
            <button type="button" className="link" onClick={() => show(view)}>
              {view.name}
            </button>
            <label>
              <input
                type="checkbox"
                checked={first === view.name}
                onChange={(event) => beginWith(event.target.checked ? view.name : null)}
              />{' '}
              {t('views.first')}
            </label>
            <button
              type="button"
              className="button icon-only"
              aria-label={t('views.remove', { name: view.name })}
              onClick={() => removeView(view.name)}
            >
              <Icon name="close" size={13} />
            </button>
          </li>
        ))}
      </ul>
      <p className="hint">{views.length === 0 ? t('views.none') : t('views.hint')}</p>
    </MapCard>
  );
}
