import { useTranslate } from '../../i18n/translate';
import { Icon, type IconName } from '../../ui/icon';
import { useStore } from '../../ui/store';
import { useMap } from '../map-context';
import { mapChoice } from '../model/map-choice';
import { wishes } from '../model/picture-filter';
import { openGroup } from './group-card';
import { openTool, toggleTool, TOOLS } from './open-tool';

/** Zoom, and the tools; of these one at a time is open. */
export function MapButtons({ onFit }: { onFit: () => void }) {
  const t = useTranslate();
  const map = useMap();
  const open = useStore(openTool);
  const filtered = wishes(useStore(mapChoice).filter);
  return (
    <div className="map-buttons" role="toolbar" aria-orientation="vertical" aria-label={t('tool.label')}>
      <MapButton icon="plus" name={t('map.zoomIn')} onClick={() => map.zoomIn()} />
      <MapButton icon="minus" name={t('map.zoomOut')} onClick={() => map.zoomOut()} />
      <MapButton icon="fit" name={t('map.fit')} onClick={onFit} />
      {TOOLS.map((tool) => (
        <MapButton
          key={tool}
          icon={tool}
          name={tool === 'filter' && filtered > 0 ? t('filter.active', { n: filtered }) : t(`tool.${tool}`)}
          pressed={open === tool}
          marked={tool === 'filter' && filtered > 0}
          onClick={() => {
            openGroup.set([]);
            toggleTool(tool);
          }}
        />
      ))}
    </div>
  );
}

interface ButtonProps {
  readonly icon: IconName;
  readonly name: string;
  readonly pressed?: boolean;
  readonly marked?: boolean;
  readonly onClick: () => void;
}

function MapButton({ icon, name, pressed, marked = false, onClick }: ButtonProps) {
  return (
    <button
      type="button"
      className="button icon-only"
      aria-label={name}
      title={name}
      aria-pressed={pressed}
      data-marked={marked}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
