import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { useKinds } from '../../records/model/record-queries';
import { kindName } from '../../records/model/record-text';
import { liveTracks } from '../../tracks/model/live-tracks';
import { TRACKS } from '../layers/track-layer';
import { Icon } from '../../ui/icon';
import { useStore } from '../../ui/store';

interface Props {
  readonly counts: ReadonlyMap<string, number>;
  readonly hidden: ReadonlySet<string>;
  readonly onToggle: (layer: string) => void;
}

export const GRATICULE = 'graticule';

/** A switch for each kind that is on the map, with its number of records, and one for the graticule. */
export function LayerToggles({ counts, hidden, onToggle }: Props) {
  const t = useTranslate();
  const language = useLanguage();
  const kinds = useKinds().data;
  const tracks = useStore(liveTracks).tracks.size;
  const layers = [...counts].sort(([, a], [, b]) => b - a);
  return (
    <div className="layer-toggles" role="group" aria-label={t('map.layers')}>
      {layers.map(([kind, count]) => (
        <Toggle
          key={kind}
          name={kindName(kind, kinds, language)}
          count={count}
          on={!hidden.has(kind)}
          onToggle={() => onToggle(kind)}
        />
      ))}
      {tracks > 0 && (
        <Toggle name={t('track.list')} count={tracks} on={!hidden.has(TRACKS)} onToggle={() => onToggle(TRACKS)} />
      )}
      <Toggle name={t('map.graticule')} on={!hidden.has(GRATICULE)} onToggle={() => onToggle(GRATICULE)} />
    </div>
  );
}

function Toggle({ name, count, on, onToggle }: { name: string; count?: number; on: boolean; onToggle: () => void }) {
  return (
    <button type="button" className="toggle" aria-pressed={on} onClick={onToggle}>
      <Icon name={on ? 'eye' : 'eyeOff'} size={15} />
      {name} {count !== undefined && <span className="count">{count.toLocaleString('en-US')}</span>}
    </button>
  );
}
