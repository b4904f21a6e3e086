import { useEffect, useState } from 'react';
import { useTranslate } from '../../i18n/translate';
import { formatPosition, type Position } from '../../records/model/position';
import { useStore } from '../../ui/store';
import { MapCard } from './map-card';
import { mapClick } from './map-click';
import { openTool } from './open-tool';
import { PositionEntry } from './position-entry';
import { readRadii, rings } from './rings-state';

/** Rings of equal distance around a place, or around what is chosen, which they then go with. */
export function RingsCard({ selected }: { selected: { readonly key: string; readonly at: Position | null } }) {
  const t = useTranslate();
  const { center, follows, miles } = useStore(rings);
  const [radii, setRadii] = useState(miles.join(', '));
  const read = readRadii(radii);
  const put = (position: Position) => rings.update((now) => ({ ...now, center: position, follows: null }));
  useEffect(() => {
    mapClick.set(put);
    return () => mapClick.set(null);
  }, []);
  return (
    <MapCard title={t('rings.title')} onClose={() => openTool.set(null)}>
      <p className="hint">{t('rings.hint')}</p>
      <label>
        {t('rings.radii')}
        <input
          value={radii}
          aria-invalid={read === null}
          onChange={(event) => {
            setRadii(event.target.value);
            const next = readRadii(event.target.value);
            if (next) {
              rings.update((now) => ({ ...now, miles: next }));
            }
          }}
        />
      </label>
      {read === null && <span className="field-error">{t('rings.wrong')}</span>}
      <PositionEntry button={t('tool.set')} onEnter={put} />
      <button
        type="button"
        className="button small"
        disabled={selected.at === null}
        onClick={() => rings.update((now) => ({ ...now, center: selected.at, follows: selected.key }))}
      >
        {t('rings.around')}
      </button>
      {center && (
        <p>
          <span className="mono">{formatPosition(center, 3)}</span> {follows !== null && t('rings.follows')}
        </p>
      )}
      <div className="buttons">
        <button
          type="button"
          className="button small quiet"
          disabled={center === null}
          onClick={() => rings.update((now) => ({ ...now, center: null, follows: null }))}
        >
          {t('tool.clear')}
        </button>
      </div>
    </MapCard>
  );
}
