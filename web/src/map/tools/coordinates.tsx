import type { MapMouseEvent } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import { useTranslate } from '../../i18n/translate';
import { formatPosition, latOf, lonOf, type Position } from '../../records/model/position';
import { useMap } from '../map-context';
import { mgrs } from '../grid/mgrs';

/** Where the pointer is, in degrees and on the military grid. */
export function Coordinates() {
  const t = useTranslate();
  const map = useMap();
  const [at, setAt] = useState<Position | null>(null);
  const [center, setCenter] = useState(() => map.getCenter());
  useEffect(() => {
    const move = ({ lngLat }: MapMouseEvent) => setAt({ lat: latOf(lngLat.lat), lon: lonOf(lngLat.lng) });
    const leave = () => setAt(null);
    const pan = () => setCenter(map.getCenter());
    pan();
    map.on('mousemove', move);
    map.on('mouseout', leave);
    map.on('moveend', pan);
    return () => {
      map.off('mousemove', move);
      map.off('mouseout', leave);
      map.off('moveend', pan);
    };
  }, [map]);
  const shown = at ?? { lat: latOf(center.lat), lon: lonOf(center.lng) };
  const grid = mgrs(shown);
  return (
    <output className="coordinates mono" aria-label={t('map.coordinates')}>
      {formatPosition(shown)}
      {grid && ` · ${grid}`}
    </output>
  );
}
