import { useTranslate } from '../../i18n/translate';
import { Icon } from '../../ui/icon';
import { useMap } from '../map-context';

export function MapButtons({ onFit }: { onFit: () => void }) {
  const t = useTranslate();
  const map = useMap();
  return (
    <div className="map-buttons" role="group" aria-label={t('map.label')}>
      <button type="button" className="button icon-only" aria-label={t('map.zoomIn')} onClick={() => map.zoomIn()}>
        <Icon name="plus" />
      </button>
      <button type="button" className="button icon-only" aria-label={t('map.zoomOut')} onClick={() => map.zoomOut()}>
        <Icon name="minus" />
      </button>
      <button type="button" className="button icon-only" aria-label={t('map.fit')} onClick={onFit}>
        <Icon name="fit" />
      </button>
    </div>
  );
}
