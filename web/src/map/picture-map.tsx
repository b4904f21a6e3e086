import type { GeoJSONSource } from 'maplibre-gl';
import { useEffect, useMemo, type ReactNode } from 'react';
import type { SharedRecord } from '../api/types';
import { useLanguage } from '../i18n/language';
import { zuluFull } from '../i18n/time';
import { useTranslate } from '../i18n/translate';
import { useRoute } from '../navigation/route';
import { useKindViews } from '../records/model/kind-view';
import type { Position } from '../records/model/position';
import { useRecord } from '../records/model/record-queries';
import { useOnScreen } from '../release/model/on-screen';
import { lookBack, pastTracks } from '../tracks/model/past-tracks';
import { useTracks } from '../tracks/model/use-tracks';
import { useStore } from '../ui/store';
import { useTheme } from '../ui/theme';
import { BaseLayer } from './layers/base-layer';
import { CoastLayer } from './layers/coast-layer';
import { DotLayer } from './layers/dot-layer';
import { FeatureLayer } from './layers/feature-layer';
import { GraticuleLayer } from './layers/graticule-layer';
import { GroupLayer } from './layers/group-layer';
import { HazardLayer } from './layers/hazard-layer';
import { MoveLayer } from './layers/move-layer';
import { ReferenceLayer } from './layers/reference-layer';
import { SelectionLayer } from './layers/selection-layer';
import { SymbolLayer } from './layers/symbol-layer';
import { ToolLayer } from './layers/tool-layer';
import { TrackLayer } from './layers/track-layer';
import { useSource } from './layers/use-layer';
import { GROUP_RADIUS, MapCanvas } from './map-canvas';
import { MAP_COLORS } from './map-colors';
import { useMap } from './map-context';
import { mapChoice } from './model/map-choice';
import { TRACKS, useShownMoves, useShownRecords, useShownTracks } from './model/shown';
import { PictureSearch } from './search/picture-search';
import { locatedRecords } from './sources/located-records';
import { recordFeatures } from './sources/record-features';
import { Timeline } from './timeline/timeline';
import { Camera } from './tools/camera';
import { Coordinates } from './tools/coordinates';
import { GroupCard } from './tools/group-card';
import { GRATICULE, LayerToggles } from './tools/layer-toggles';
import { draftPosition, picking } from './tools/pick-position';
import { Pointer } from './tools/pointer';
import { ToolCards } from './tools/tool-cards';

/** The common picture: every record that has a position, and everything that moves, now or at another time. */
export function PictureMap() {
  const t = useTranslate();
  const colors = MAP_COLORS[useTheme()];
  const { records, loading, read } = useStore(locatedRecords);
  const { held, shown, later } = useShownRecords();
  const tracks = useShownTracks();
  const moves = useShownMoves();
  const { hidden, grouped, trails } = useStore(mapChoice);
  const { at } = useRoute();
  useOnScreen(
    'map',
    useMemo(() => shown.map(({ banner }) => banner), [shown]),
  );
  useEffect(() => lookBack(at), [at]);
  const counts = useMemo(() => countByKind(held), [held]);
  const times = useMemo(() => [...records.values()].map(({ storedAt }) => storedAt), [records]);
  const asked = useStore(picking);
  const selected = useSelected();
  return (
    <div className="picture">
      <MapCanvas sea={colors.sea}>
        <RecordSource records={shown} grouped={grouped} />
        <SelectionLayer colors={colors} at={selected.at} />
        <SymbolLayer colors={colors} />
        <DotLayer colors={colors} />
        <TrackLayer colors={colors} tracks={tracks} wakes={trails} />
        <HazardLayer colors={colors} />
        <FeatureLayer colors={colors} records={shown} />
        <MoveLayer colors={colors} moves={moves} />
        <GroupLayer colors={colors} />
        <ToolLayer colors={colors} />
        <GraticuleLayer colors={colors} shown={!hidden.includes(GRATICULE)} />
        <ReferenceLayer colors={colors} hidden={hidden} />
        <CoastLayer colors={colors} />
        <BaseLayer colors={colors} />
        <Pointer />
        <Camera records={held} selected={selected} />
        <div className="map-head">
          <PictureSearch />
          <LayerToggles counts={counts} />
        </div>
        <GroupCard />
        <ToolCards held={held} shown={shown} tracks={tracks} moves={moves} selected={selected} />
        <Coordinates />
        {loading && <Note>{t('map.loading', { n: read })}</Note>}
        {asked && <Note>{t('map.pick')}</Note>}
        <PastNote later={later} />
      </MapCanvas>
      <Timeline times={times} />
    </div>
  );
}

function Note({ children }: { children: ReactNode }) {
  return (
    <p className="map-note" role="status">
      {children}
    </p>
  );
}

/** What is missing in the picture of another time, and why. */
function PastNote({ later }: { later: number }) {
  const t = useTranslate();
  const { at } = useRoute();
  const past = useStore(pastTracks);
  if (at === null) {
    return null;
  }
  return past.failure !== null ? (
    <Note>{t('time.failed')}</Note>
  ) : past.at === null ? (
    <Note>{t('time.loading', { time: zuluFull(at) })}</Note>
  ) : later > 0 ? (
    <Note>{t('time.later', { n: later })}</Note>
  ) : null;
}

function RecordSource({ records, grouped }: { records: readonly SharedRecord[]; grouped: boolean }) {
  const t = useTranslate();
  const map = useMap();
  const language = useLanguage();
  const views = useKindViews();
  const features = useMemo(() => recordFeatures(records, views, language, t), [records, views, language, t]);
  useSource('records', features.grouped);
  useSource('hazards', features.apart);
  useEffect(() => {
    for (const id of ['records', TRACKS]) {
      void map.getSource<GeoJSONSource>(id)?.setClusterOptions({ cluster: grouped, clusterRadius: GROUP_RADIUS });
    }
  }, [map, grouped]);
  return null;
}

/** What is open in the panel, and where it is. */
function useSelected(): { readonly key: string; readonly at: Position | null } {
  const { panel } = useRoute();
  const draft = useStore(draftPosition);
  const record = useRecord(panel.kind === 'record' ? panel.id : null).data;
  const { tracks } = useTracks();
  const track = panel.kind === 'track' ? tracks.get(panel.id) : undefined;
  const { lat, lon } = track ? { lat: track.latitude, lon: track.longitude } : (record?.position ?? {});
  return useMemo(() => {
    const at = lat === undefined || lon === undefined ? null : { lat, lon };
    switch (panel.kind) {
      case 'none':
        return { key: '', at: null };
      case 'record':
      case 'track':
        return { key: panel.id, at };
      case 'compose':
        return { key: draft === null ? '' : `${draft.lat} ${draft.lon}`, at: draft };
    }
  }, [panel, lat, lon, draft]);
}

function countByKind(records: Iterable<{ kind: string }>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kind } of records) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}
