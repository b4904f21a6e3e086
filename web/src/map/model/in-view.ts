import { useEffect, useMemo, useRef, useState } from 'react';
import type { Track } from '../../api/types';
import { useMap } from '../map-context';

/** From here on only what is in sight goes to the map, and not with every word of the stream. */
const MANY = 1_500;
const EVERY_MILLIS = 3_000;
/** How far beyond the edge, as a part of the view: who moves the map a little finds it filled. */
const MARGIN = 0.3;
/** Below this zoom the line ahead of a ship is shorter than its symbol. */
export const MOTION_FROM = 7;

export interface View {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly zoom: number;
}

export function useView(): View {
  const map = useMap();
  const [view, setView] = useState<View>({ west: -180, south: -90, east: 180, north: 90, zoom: 0 });
  useEffect(() => {
    const look = () => {
      const bounds = map.getBounds();
      const [width, height] = [bounds.getEast() - bounds.getWest(), bounds.getNorth() - bounds.getSouth()];
      setView({
        west: bounds.getWest() - width * MARGIN,
        east: bounds.getEast() + width * MARGIN,
        south: bounds.getSouth() - height * MARGIN,
        north: bounds.getNorth() + height * MARGIN,
        zoom: map.getZoom(),
      });
    };
    look();
    map.on('moveend', look);
    return () => {
      map.off('moveend', look);
    };
  }, [map]);
  return view;
}

export function isInView({ longitude, latitude }: Track, { west, south, east, north }: View): boolean {
  const turned = longitude + 360 * Math.ceil((west - longitude) / 360);
  return latitude >= south && latitude <= north && turned <= east;
}

/** Few tracks as they are; of many those in sight, anew every few seconds. */
export function useTracksInView(tracks: readonly Track[], view: View): readonly Track[] {
  const many = tracks.length > MANY;
  const settled = useSettled(tracks, many);
  return useMemo(
    () => (many ? settled.filter((track) => isInView(track, view)) : tracks),
    [many, settled, tracks, view],
  );
}

function useSettled(tracks: readonly Track[], many: boolean): readonly Track[] {
  const newest = useRef(tracks);
  newest.current = tracks;
  const [settled, setSettled] = useState(tracks);
  useEffect(() => {
    if (!many) {
      return undefined;
    }
    setSettled(newest.current);
    const timer = setInterval(() => setSettled(newest.current), EVERY_MILLIS);
    return () => clearInterval(timer);
  }, [many]);
  return settled;
}
