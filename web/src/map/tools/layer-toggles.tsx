import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { useKinds } from '../../records/model/record-queries';
import { kindName } from '../../records/model/record-text';
import { useMoves } from '../../relief/model/use-moves';
import { useTracks } from '../../tracks/model/use-tracks';
import { mapChoice, toggleLayer } from '../model/map-choice';
import { AIRFIELDS, DEPTH, PORTS } from '../layers/reference-layer';
import { MOVES, TRACKS } from '../model/shown';
import { Icon } from '../../ui/icon';
import { useStore } from '../../ui/store';

export const GRATICULE = 'graticule';

/** A switch for each kind that is on the map, with its number of records, and one for the graticule. */
export function LayerToggles({ counts }: { counts: ReadonlyMap<string, number> }) {
  const t = useTranslate();
  const language = useLanguage();
  const kinds = useKinds().data;
  const tracks = useTracks().tracks.size;
  const moves = useMoves().length;
  const { hidden, grouped, trails } = useStore(mapChoice);
  const on = (layer: string) => !hidden.includes(layer);
  const layers = [...counts].sort(([, a], [, b]) => b - a);
  return (
    <div className="layer-toggles" role="group" aria-label={t('map.layers')}>
      {layers.map(([kind, count]) => (
        <Toggle
          key={kind}
          name={kindName(kind, kinds, language)}
          count={count}
          on={on(kind)}
          onToggle={() => toggleLayer(kind)}
        />
      ))}
      {tracks > 0 && (
        <>
          <Toggle name={t('track.list')} count={tracks} on={on(TRACKS)} onToggle={() => toggleLayer(TRACKS)} />
          <Toggle
            name={t('map.trails')}
            on={trails}
            onToggle={() => mapChoice.update((now) => ({ ...now, trails: !now.trails }))}
          />
        </>
      )}
      {moves > 0 && (
        <Toggle name={t('relief.tab.moves')} count={moves} on={on(MOVES)} onToggle={() => toggleLayer(MOVES)} />
      )}
      <Toggle
        name={t('map.grouped')}
        on={grouped}
        onToggle={() => mapChoice.update((now) => ({ ...now, grouped: !now.grouped }))}
      />
      {([DEPTH, PORTS, AIRFIELDS] as const).map((layer) => (
        <Toggle key={layer} name={t(`map.base.${layer}`)} on={on(layer)} onToggle={() => toggleLayer(layer)} />
      ))}
      <Toggle name={t('map.graticule')} on={on(GRATICULE)} onToggle={() => toggleLayer(GRATICULE)} />
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
