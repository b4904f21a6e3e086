import type { LineLayerSpecification } from 'maplibre-gl';
import { useMemo } from 'react';
import { useTranslate } from '../../i18n/translate';
import { useRoute } from '../../navigation/route';
import { useOnScreen } from '../../release/model/on-screen';
import { liveTracks } from '../../tracks/model/live-tracks';
import { matches, trackChoice } from '../../tracks/model/track-filter';
import { useTrack } from '../../tracks/model/use-track';
import { useStore } from '../../ui/store';
import type { MapColors } from '../map-colors';
import { motionFeatures, trackFeatures, trailFeatures } from '../sources/track-features';
import { useLayer, useSource } from './use-layer';

export const TRACKS = 'tracks';

/** Everything that moves: symbols, a line ahead of each, cells of what is shown coarsely, the trail of the selected one. */
export function TrackLayer({ colors, shown }: { colors: MapColors; shown: boolean }) {
  const t = useTranslate();
  const { tracks } = useStore(liveTracks);
  const choice = useStore(trackChoice);
  const { panel } = useRoute();
  const detail = useTrack(panel.kind === 'track' ? panel.id : null).data;
  const visible = useMemo(
    () => (shown ? [...tracks.values()].filter((track) => matches(track, choice)) : []),
    [tracks, choice, shown],
  );
  useOnScreen(
    'tracks',
    useMemo(() => visible.map(({ label }) => label), [visible]),
  );
  useSource(
    TRACKS,
    useMemo(() => trackFeatures(visible, t), [visible, t]),
  );
  useSource(
    'track-motion',
    useMemo(() => motionFeatures(visible), [visible]),
  );
  useSource(
    'track-trail',
    useMemo(() => trailFeatures(panel.kind === 'track' && shown ? detail : undefined), [panel, detail, shown]),
  );
  useLayer(
    {
      id: TRACKS,
      type: 'symbol',
      source: TRACKS,
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
