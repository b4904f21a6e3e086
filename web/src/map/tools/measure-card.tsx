import { useEffect } from 'react';
import { useTranslate } from '../../i18n/translate';
import { useStore } from '../../ui/store';
import { formatBearing, formatKilometres, formatMiles, legs } from '../grid/great-circle';
import { MapCard } from './map-card';
import { mapClick } from './map-click';
import { measured } from './measure-state';
import { openTool } from './open-tool';
import { PositionEntry } from './position-entry';

/** Distances and bearings along a way of several legs. */
export function MeasureCard() {
  const t = useTranslate();
  const points = useStore(measured);
  useEffect(() => {
    mapClick.set((position) => measured.update((all) => [...all, position]));
    return () => {
      mapClick.set(null);
      measured.set([]);
    };
  }, []);
  const all = legs(points);
  const total = all.reduce((sum, { metres }) => sum + metres, 0);
  return (
    <MapCard title={t('measure.title')} onClose={() => openTool.set(null)}>
      <p className="hint">{t('measure.hint')}</p>
      <PositionEntry button={t('tool.add')} onEnter={(position) => measured.update((now) => [...now, position])} />
      {all.length > 0 && (
        <table className="legs">
          <thead>
            <tr>
              <th scope="col">{t('measure.leg')}</th>
              <th scope="col">{t('measure.bearing')}</th>
              <th scope="col">{t('measure.miles')}</th>
              <th scope="col">km</th>
            </tr>
          </thead>
          <tbody>
            {all.map(({ metres, bearing }, n) => (
              <tr key={n}>
                <th scope="row">{n + 1}</th>
                <td>{formatBearing(bearing)}</td>
                <td>{formatMiles(metres)}</td>
                <td>{formatKilometres(metres)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {t('measure.total')}
              </th>
              <td>{formatMiles(total)}</td>
              <td>{formatKilometres(total)}</td>
            </tr>
          </tfoot>
        </table>
      )}
      <div className="buttons">
        <button
          type="button"
          className="button small"
          disabled={points.length === 0}
          onClick={() => measured.update((now) => now.slice(0, -1))}
        >
          {t('tool.undo')}
        </button>
        <button
          type="button"
          className="button small quiet"
          disabled={points.length === 0}
          onClick={() => measured.set([])}
        >
          {t('tool.clear')}
        </button>
      </div>
    </MapCard>
  );
}
