import { useCallback, useEffect, useRef, useState } from 'react';
import type { SharedRecord } from '../../api/types';
import type { Position } from '../../records/model/position';
import { useStore } from '../../ui/store';
import { useMap } from '../map-context';
import { locatedRecords } from '../sources/located-records';
import { useSavedViews } from '../views/use-saved-views';
import { beginWith } from '../views/view-content';
import { MapButtons } from './map-buttons';

interface Props {
  readonly records: readonly SharedRecord[];
  /** What is open in the panel, and where it is as soon as that is known. */
  readonly selected: { readonly key: string; readonly at: Position | null };
}

/** How near the edge something may be before the map goes there, as a part of its width and height. */
const EDGE = 0.12;
const NEAR_ENOUGH = 6;

/** Begins with the person's first view, or shows all records once they are there, and brings what is chosen into view. */
export function Camera({ records, selected }: Props) {
  const map = useMap();
  const { loading } = useStore(locatedRecords);
  const { data, isLoading: asking } = useSavedViews();
  const [begun, setBegun] = useState(false);
  const [fitted, setFitted] = useState(false);
  const [start] = useState(() => map.getCenter());
  const fit = useCallback(() => {
    const positions = records.flatMap(({ position }) => (position ? [position] : []));
    if (positions.length > 0) {
      const lons = positions.map(({ lon }) => lon);
      const lats = positions.map(({ lat }) => lat);
      const west = lons.reduce((a, b) => Math.min(a, b));
      const east = lons.reduce((a, b) => Math.max(a, b));
      const south = lats.reduce((a, b) => Math.min(a, b));
      const north = lats.reduce((a, b) => Math.max(a, b));
      map.fitBounds([west, south, east, north], {
        padding: { top: 100, right: 70, bottom: 60, left: 70 },
        maxZoom: 8.5,
        duration: 0,
      });
    }
  }, [map, records]);
  useEffect(() => {
    if (begun || asking) {
      return;
    }
    setBegun(true);
    // Whoever has gone somewhere meanwhile is not taken back.
    if (start.distanceTo(map.getCenter()) > 1) {
      setFitted(true);
      return;
    }
    const first = data?.views.find((view) => view.first);
    if (first) {
      beginWith(map, first.content);
      setFitted(true);
    }
  }, [map, start, begun, asking, data]);
  useEffect(() => {
    if (begun && !fitted && !loading && records.length > 0) {
      setFitted(true);
      fit();
    }
  }, [begun, fitted, loading, records, fit]);
  const shown = useRef('');
  const { key, at } = selected;
  useEffect(() => {
    // Once for each choice: whoever moves the map away from a track that sails on is not dragged back to it.
    if (key === '') {
      shown.current = '';
    } else if (at && fitted && shown.current !== key) {
      shown.current = key;
      const { width, height } = map.getCanvas().getBoundingClientRect();
      const { x, y } = map.project([at.lon, at.lat]);
      const inside = (part: number, whole: number) => part > whole * EDGE && part < whole * (1 - EDGE);
      const far = map.getZoom() < NEAR_ENOUGH;
      if (far || !inside(x, width) || !inside(y, height)) {
        map.easeTo({ center: [at.lon, at.lat], ...(far ? { zoom: NEAR_ENOUGH } : {}), duration: 300 });
      }
    }
  }, [map, key, at, fitted]);
  return <MapButtons onFit={fit} />;
}
