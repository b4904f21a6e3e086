import type { GeoJSONSource, Map as MapLibreMap, MapGeoJSONFeature, MapMouseEvent } from 'maplibre-gl';
import { useEffect } from 'react';
import type { Point } from 'geojson';
import { openRecord, openScreen, openTrack } from '../../navigation/route';
import { useStore } from '../../ui/store';
import { FEATURE_LAYERS } from '../layers/feature-layer';
import { GROUPS } from '../layers/group-layer';
import { MOVE_LAYERS } from '../layers/move-layer';
import { useMap } from '../map-context';
import { MOVES, TRACKS } from '../model/shown';
import { openGroup, type GroupMember } from './group-card';
import { mapClick } from './map-click';
import { picking } from './pick-position';

const LAYERS = [...GROUPS, 'urgent-symbols', 'symbols', TRACKS, 'dots', ...MOVE_LAYERS, ...FEATURE_LAYERS, 'hazards'];
/** From this zoom on a group that does not fall apart is told as a list. */
const CLOSEST = 15;
const MOST = 100;

/** A click opens what is under the pointer, or answers the tool or the form that asked for a position. */
export function Pointer() {
  const map = useMap();
  const asked = useStore(picking);
  const taken = useStore(mapClick);
  useEffect(() => {
    const found = (event: MapMouseEvent) =>
      map.queryRenderedFeatures(event.point, { layers: LAYERS.filter((layer) => map.getLayer(layer)) })[0];
    const click = (event: MapMouseEvent) => {
      const { lat, lng } = event.lngLat.wrap();
      const position = { lat: Number(lat.toFixed(5)), lon: Number(lng.toFixed(5)) };
      if (asked) {
        asked(position);
        picking.set(null);
      } else if (taken) {
        taken(position);
      } else {
        open(map, found(event));
      }
    };
    const move = (event: MapMouseEvent) => {
      map.getCanvas().style.cursor = asked || taken ? 'crosshair' : found(event) ? 'pointer' : '';
    };
    map.on('click', click);
    map.on('mousemove', move);
    return () => {
      map.off('click', click);
      map.off('mousemove', move);
    };
  }, [map, asked, taken]);
  return null;
}

function open(map: MapLibreMap, hit: MapGeoJSONFeature | undefined): void {
  openGroup.set([]);
  const id: unknown = hit?.properties['id'];
  if (hit && typeof hit.properties['cluster_id'] === 'number') {
    void openUp(map, hit, hit.properties['cluster_id']);
  } else if (typeof id === 'string') {
    if (hit?.source === MOVES) {
      openScreen('relief', `move-${id}`);
    } else {
      (hit?.source === TRACKS ? openTrack : openRecord)(id);
    }
  }
}

/** Zooms in until the group falls apart; what never does is listed. */
async function openUp(map: MapLibreMap, hit: MapGeoJSONFeature, group: number): Promise<void> {
  const source = map.getSource<GeoJSONSource>(hit.source);
  const center = (hit.geometry as Point).coordinates as [number, number];
  if (!source) {
    return;
  }
  const zoom = await source.getClusterExpansionZoom(group);
  if (zoom <= CLOSEST) {
    map.easeTo({ center, zoom: zoom + 0.2, duration: 300 });
    return;
  }
  const leaves = await source.getClusterLeaves(group, MOST, 0);
  openGroup.set(
    leaves.map(({ properties }): GroupMember => {
      const id = String(properties?.['id']);
      const title = String(properties?.['title'] ?? '');
      return { id, title: title === '' ? id.slice(0, 8) : title, source: hit.source as GroupMember['source'] };
    }),
  );
}
