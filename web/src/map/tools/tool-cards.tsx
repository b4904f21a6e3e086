import { useEffect } from 'react';
import type { ReliefMove, SharedRecord, Track } from '../../api/types';
import type { Position } from '../../records/model/position';
import { useStore } from '../../ui/store';
import { DrawCard } from '../drawing/draw-card';
import { PrintCard } from '../print/print-card';
import { ViewsCard } from '../views/views-card';
import { FilterCard } from './filter-card';
import { MeasureCard } from './measure-card';
import { openTool } from './open-tool';
import { askedGeometry } from './pick-position';
import { RingsCard } from './rings-card';
import { rings } from './rings-state';

interface Props {
  readonly held: readonly SharedRecord[];
  readonly shown: readonly SharedRecord[];
  readonly tracks: readonly Track[];
  readonly moves: readonly ReliefMove[];
  readonly selected: { readonly key: string; readonly at: Position | null };
}

/** The card of the tool that is open. A form that asks for a shape opens the drawing by itself. */
export function ToolCards({ held, shown, tracks, moves, selected }: Props) {
  const tool = useStore(openTool);
  const asked = useStore(askedGeometry);
  useEffect(() => {
    if (asked) {
      openTool.set('draw');
    }
  }, [asked]);
  useEffect(() => () => openTool.set(null), []);
  useFollowingRings(tracks);
  switch (tool) {
    case null:
      return null;
    case 'measure':
      return <MeasureCard />;
    case 'rings':
      return <RingsCard selected={selected} />;
    case 'draw':
      return <DrawCard />;
    case 'filter':
      return <FilterCard records={held} />;
    case 'views':
      return <ViewsCard />;
    case 'print':
      return <PrintCard records={shown} tracks={tracks} moves={moves} />;
  }
}

/** Rings around a track go with it. */
function useFollowingRings(tracks: readonly Track[]): void {
  const { follows } = useStore(rings);
  useEffect(() => {
    const track = follows === null ? undefined : tracks.find(({ id }) => id === follows);
    if (track) {
      rings.update((now) => ({ ...now, center: { lat: track.latitude, lon: track.longitude } }));
    }
  }, [follows, tracks]);
}
