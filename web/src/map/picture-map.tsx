import type { MapMouseEvent } from 'maplibre-gl';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useLanguage } from '../i18n/language';
import { useTranslate } from '../i18n/translate';
import { openRecord, openTrack, useRoute } from '../navigation/route';
import { useKindViews } from '../records/model/kind-view';
import type { Position } from '../records/model/position';
import { useRecord } from '../records/model/record-queries';
import { useOnScreen } from '../release/model/on-screen';
import { liveTracks } from '../tracks/model/live-tracks';
import { useStore } from '../ui/store';
import { useTheme } from '../ui/theme';
import { BaseLayer } from './layers/base-layer';
import { CoastLayer } from './layers/coast-layer';
import { DotLayer } from './layers/dot-layer';
import { GraticuleLayer } from './layers/graticule-layer';
import { HazardLayer } from './layers/hazard-layer';
import { SelectionLayer } from './layers/selection-layer';
import { SymbolLayer } from './layers/symbol-layer';
import { TrackLayer, TRACKS } from './layers/track-layer';
import { useSource } from './layers/use-layer';
import { MapCanvas } from './map-canvas';
import { MAP_COLORS } from './map-colors';
import { useMap } from './map-context';
import { locatedRecords } from './sources/located-records';
import { recordFeatures } from './sources/record-features';
import { Coordinates } from './tools/coordinates';
import { GRATICULE, LayerToggles } from './tools/layer-toggles';
import { MapButtons } from './tools/map-buttons';
import { draftPosition, picking } from './tools/pick-position';

/** The common picture: every record that has a position. */
export function PictureMap() {
  const t = useTranslate();
  const colors = MAP_COLORS[useTheme()];
  const { records, loading, read } = useStore(locatedRecords);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo(() => [...records.values()].filter(({ kind }) => !hidden.has(kind)), [records, hidden]);
  useOnScreen(
    'map',
    useMemo(() => shown.map(({ banner }) => banner), [shown]),
  );
  const counts = useMemo(() => countByKind(records.values()), [records]);
  const hiddenKinds = useMemo(() => [...hidden].sort(), [hidden]);
  const asked = useStore(picking);
  return (
    <MapCanvas sea={colors.sea}>
      <RecordSource />
      <SelectionLayer colors={colors} at={useSelectedPosition()} />
      <SymbolLayer colors={colors} hidden={hiddenKinds} />
      <DotLayer colors={colors} hidden={hiddenKinds} />
      <TrackLayer colors={colors} shown={!hidden.has(TRACKS)} />
      <HazardLayer colors={colors} hidden={hiddenKinds} />
      <GraticuleLayer colors={colors} shown={!hidden.has(GRATICULE)} />
      <CoastLayer colors={colors} />
      <BaseLayer colors={colors} />
      <Pointer />
      <Camera />
      <LayerToggles counts={counts} hidden={hidden} onToggle={(layer) => setHidden(toggled(hidden, layer))} />
      <Coordinates />
      {loading && (
        <p className="map-note" role="status">
          {t('map.loading', { n: read })}
        </p>
      )}
      {asked && (
        <p className="map-note" role="status">
          {t('map.pick')}
        </p>
      )}
    </MapCanvas>
  );
}

function RecordSource() {
  const t = useTranslate();
  const language = useLanguage();
  const views = useKindViews();
  const { records } = useStore(locatedRecords);
  useSource(
    'records',
    useMemo(() => recordFeatures(records.values(), views, language, t), [records, views, language, t]),
  );
  return null;
}

function useSelectedPosition(): Position | null {
  const { panel } = useRoute();
  const draft = useStore(draftPosition);
  const record = useRecord(panel.kind === 'record' ? panel.id : null);
  const { tracks } = useStore(liveTracks);
  const track = panel.kind === 'track' ? tracks.get(panel.id) : undefined;
  const { latitude, longitude } = track ?? {};
  const trackPosition = useMemo(
    () => (latitude === undefined || longitude === undefined ? null : { lat: latitude, lon: longitude }),
    [latitude, longitude],
  );
  if (panel.kind === 'track') {
    return trackPosition;
  }
  return panel.kind === 'compose' ? draft : (record.data?.position ?? null);
}

/** A click opens the record under the pointer, or answers the form that asked for a position. */
function Pointer() {
  const map = useMap();
  const asked = useStore(picking);
  useEffect(() => {
    const layers = ['symbols', 'dots', TRACKS, 'hazards'];
    const found = (event: MapMouseEvent) =>
      map.queryRenderedFeatures(event.point, { layers: layers.filter((layer) => map.getLayer(layer)) })[0];
    const click = (event: MapMouseEvent) => {
      if (asked) {
        const { lat, lng } = event.lngLat.wrap();
        asked({ lat: Number(lat.toFixed(5)), lon: Number(lng.toFixed(5)) });
        picking.set(null);
        return;
      }
      const hit = found(event);
      const id: unknown = hit?.properties['id'];
      if (typeof id === 'string') {
        (hit?.source === TRACKS ? openTrack : openRecord)(id);
      }
    };
    const move = (event: MapMouseEvent) => {
      map.getCanvas().style.cursor = asked ? 'crosshair' : found(event) ? 'pointer' : '';
    };
    map.on('click', click);
    map.on('mousemove', move);
    return () => {
      map.off('click', click);
      map.off('mousemove', move);
    };
  }, [map, asked]);
  return null;
}

/** Shows all records once they are there, and brings the selected one into view when it is outside. */
function Camera() {
  const map = useMap();
  const { records, loading } = useStore(locatedRecords);
  const selected = useSelectedPosition();
  const [fitted, setFitted] = useState(false);
  const fit = useCallback(() => {
    const positions = [...records.values()].flatMap(({ position }) => (position ? [position] : []));
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
    if (!fitted && !loading && records.size > 0) {
      setFitted(true);
      fit();
    }
  }, [fitted, loading, records, fit]);
  useEffect(() => {
    if (selected && !map.getBounds().contains([selected.lon, selected.lat])) {
      map.easeTo({ center: [selected.lon, selected.lat], duration: 300 });
    }
  }, [map, selected]);
  return <MapButtons onFit={fit} />;
}

function countByKind(records: Iterable<{ kind: string }>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kind } of records) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

function toggled(set: ReadonlySet<string>, item: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(item)) {
    next.add(item);
  }
  return next;
}
