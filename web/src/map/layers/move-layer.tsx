import type { ExpressionSpecification } from 'maplibre-gl';
import { useMemo } from 'react';
import type { ReliefMove } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { useOnScreen } from '../../release/model/on-screen';
import { moveLine } from '../../relief/model/move-words';
import type { MapColors } from '../map-colors';
import { MOVES, usePictureTime } from '../model/shown';
import { moveFeatures } from '../sources/move-features';
import { useLayer, useSource } from './use-layer';

/** Those of the layers that can be clicked. */
export const MOVE_LAYERS = ['move-expected', 'move-planned', 'move-legs'] as const;
const FONT = ['Noto Sans JP Variable'];
const PLANNED: ExpressionSpecification = ['==', ['get', 'state'], 'planned'];
const LEG: ExpressionSpecification = ['==', ['get', 'part'], 'leg'];

/** The ways of convoys and sorties, and where those on the way would be at the time of the picture. */
export function MoveLayer({ colors, moves }: { colors: MapColors; moves: readonly ReliefMove[] }) {
  const t = useTranslate();
  const now = usePictureTime();
  useOnScreen(
    'map-moves',
    useMemo(() => moves.map(({ label }) => label), [moves]),
  );
  useSource(
    MOVES,
    useMemo(() => moveFeatures(moves, now, (move) => moveLine(move, t)), [moves, now, t]),
  );
  const color: ExpressionSpecification = [
    'match',
    ['get', 'state'],
    'over-closed',
    colors.tones.red,
    'late',
    colors.tones.yellow,
    'done',
    colors.tones.green,
    colors.accent,
  ];
  useLayer(
    {
      id: 'move-expected',
      type: 'circle',
      source: MOVES,
      filter: ['==', ['get', 'part'], 'expected'],
      paint: {
        'circle-radius': 6,
        'circle-color': colors.halo,
        'circle-stroke-color': color,
        'circle-stroke-width': 2.4,
      },
    },
    'dots',
  );
  useLayer(
    {
      id: 'move-arrows',
      type: 'symbol',
      source: MOVES,
      filter: LEG,
      layout: {
        'text-field': '▶',
        'text-font': FONT,
        'text-size': 10,
        'symbol-placement': 'line',
        'symbol-spacing': 90,
        'text-keep-upright': false,
        'text-allow-overlap': true,
      },
      paint: { 'text-color': color, 'text-halo-color': colors.halo, 'text-halo-width': 1 },
    },
    'move-expected',
  );
  useLayer(
    {
      id: 'move-titles',
      type: 'symbol',
      source: MOVES,
      minzoom: 5,
      filter: LEG,
      layout: {
        'text-field': ['get', 'title'],
        'text-font': FONT,
        'text-size': 11.5,
        'symbol-placement': 'line-center',
        'text-offset': [0, -1],
      },
      paint: { 'text-color': color, 'text-halo-color': colors.halo, 'text-halo-width': 1.6 },
    },
    'move-expected',
  );
  useLayer(
    {
      id: 'move-planned',
      type: 'line',
      source: MOVES,
      filter: ['all', LEG, PLANNED],
      paint: { 'line-color': color, 'line-width': 2, 'line-dasharray': [3, 2] },
    },
    'hazards',
  );
  useLayer(
    {
      id: 'move-legs',
      type: 'line',
      source: MOVES,
      filter: ['all', LEG, ['!', PLANNED]],
      paint: { 'line-color': color, 'line-width': 2.6 },
    },
    'hazards',
  );
  return null;
}
