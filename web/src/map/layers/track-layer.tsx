import type { LineLayerSpecification } from 'maplibre-gl';
import { useMemo } from 'react';
import type { FeatureCollection } from 'geojson';
import type { Track } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { useRoute } from '../../navigation/route';
import { useOnScreen } from '../../release/model/on-screen';
import { useTrack } from '../../tracks/model/use-track';
import { liveWakes, pastWakes } from '../../tracks/model/wakes';
import type { MapColors } from '../map-colors';
import { MOTION_FROM, useTracksInView, useView } from '../model/in-view';
import { TRACKS } from '../model/shown';
import { motionFeatures, trackFeatures, trailFeatures, wakeFeatures } from '../sources/track-features';
import { useLayer, useSource } from './use-layer';

/** So few lines cost nothing at any zoom. */
const FEW = 500;
const ALONE = ['!', ['has', 'point_count']] as const;
const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Everything that moves: symbols, a line ahead of each, cells of what is shown coarsely, the trail of the selected one. */
export function TrackLayer({
  colors,
  tracks: all,
  wakes,
}: {
  colors: MapColors;
  tracks: readonly Track[];
  wakes: boolean;
}) {
  const t = useTranslate();
  const { panel, at } = useRoute();
  const detail = useTrack(panel.kind === 'track' ? panel.id : null, at).data;
  useOnScreen(
    'tracks',
    useMemo(() => all.map(({ label }) => label), [all]),
  );
  const view = useView();
  const tracks = useTracksInView(all, view);
  const withMotion = view.zoom >= MOTION_FROM || tracks.length < FEW;
  useSource(
    TRACKS,
    useMemo(() => trackFeatures(tracks, t), [tracks, t]),
  );
  useSource(
    'track-motion',
    useMemo(() => (withMotion ? motionFeatures(tracks) : NOTHING), [tracks, withMotion]),
  );
  useSource(
    'track-trail',
    useMemo(() => trailFeatures(panel.kind === 'track' ? detail : undefined), [panel, detail]),
  );
  useSource(
    'track-wakes',
    useMemo(() => (wakes ? wakeFeatures(tracks, at === null ? liveWakes : pastWakes) : NOTHING), [tracks, wakes, at]),
  );
  useLayer(
    {
      id: TRACKS,
      type: 'symbol',
      source: TRACKS,
      filter: ALONE as never,
      layout: { 'icon-image': ['get', 'image'], 'icon-allow-overlap': true, 'icon-size': 0.8 },
      paint: { 'icon-opacity': ['get', 'opacity'] },
    },
    'selected',
  );
  useLayer(
    {
      id: 'track-names',
      type: 'symbol',
      source: TRACKS,
      minzoom: 8,
      filter: ALONE as never,
      layout: {
        'text-field': ['get', 'title'],
        'text-font': ['Noto Sans JP Variable'],
        'text-size': 11,
        'text-anchor': 'left',
        'text-offset': [1.3, 0],
        'text-optional': true,
      },
      paint: { 'text-color': colors.text, 'text-halo-color': colors.halo, 'text-halo-width': 1.4 },
    },
    TRACKS,
  );
  useLine('track-trail', 'track-trail', 'past', { 'line-color': colors.accent, 'line-width': 2 });
  useLine('track-future', 'track-trail', 'future', {
    'line-color': colors.accent,
    'line-width': 1.5,
    'line-dasharray': [2, 2],
  });
  useLine('track-wakes', 'track-wakes', 'wake', { 'line-color': colors.text, 'line-width': 1, 'line-opacity': 0.55 });
  useLine('track-ahead', 'track-motion', 'ahead', { 'line-color': colors.text, 'line-width': 1.2 });
  useLine('track-cells', 'track-motion', 'cell', {
    'line-color': colors.accent,
    'line-width': 1.2,
    'line-dasharray': [3, 2],
  });
  return null;
}

/** Lines of one part of a source, below the names. */
function useLine(id: string, source: string, part: string, paint: NonNullable<LineLayerSpecification['paint']>) {
  useLayer({ id, type: 'line', source, filter: ['==', ['get', 'part'], part], paint }, 'track-names');
}
