import * as maplibregl from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslate } from '../i18n/translate';
import { MapContext } from './map-context';
import { drawSymbol } from './sources/symbol-images';

maplibregl.setWorkerUrl(workerUrl);

const EMPTY = { type: 'FeatureCollection' as const, features: [] };
const SOURCES = [
  'land',
  'borders',
  'fine-land',
  'fine-coast',
  'graticule',
  'bathymetry',
  'places',
  'features',
  'moves',
  'hazards',
  'track-motion',
  'track-wakes',
  'track-trail',
  'tools',
  'selected',
];
/** Symbols that lie on each other stand as one: the sources make groups of them, in a worker. */
const GROUPED = ['tracks', 'records'];
export const GROUP_RADIUS = 24;

/** The empty map: sources and nothing on them. Layers are its children. */
export function MapCanvas({ sea, children }: { sea: string; children: ReactNode }) {
  const t = useTranslate();
  const place = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<maplibregl.Map | null>(null);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    if (!place.current) {
      return;
    }
    let created: maplibregl.Map;
    try {
      created = new maplibregl.Map({
        container: place.current,
        style: {
          version: 8,
          sources: Object.fromEntries([
            ...SOURCES.map((id) => [id, { type: 'geojson', data: EMPTY }] as const),
            ...GROUPED.map(
              (id) => [id, { type: 'geojson', data: EMPTY, cluster: true, clusterRadius: GROUP_RADIUS }] as const,
            ),
          ]),
          layers: [{ id: 'sea', type: 'background', paint: { 'background-color': '#0b1420' } }],
        },
        center: [134, 34.5],
        zoom: 4.3,
        maxZoom: 16,
        attributionControl: false,
        dragRotate: false,
        pitchWithRotate: false,
      });
    } catch {
      setFailed(true);
      return;
    }
    created.touchZoomRotate.disableRotation();
    created.setMissingStyleImageResolver((id) => {
      const drawn = drawSymbol(id);
      if (drawn && !created.hasImage(id)) {
        created.addImage(id, drawn.image, { pixelRatio: drawn.ratio });
      }
    });
    created.once('load', () => setMap(created));
    return () => {
      setMap(null);
      created.remove();
    };
  }, []);

  useEffect(() => {
    map?.setPaintProperty('sea', 'background-color', sea);
  }, [map, sea]);

  return (
    <div className="map" role="region" aria-label={t('map.label')} data-ready={map !== null}>
      <div className="map-canvas" ref={place} />
      {failed && <p className="empty">{t('map.failed')}</p>}
      {map && <MapContext value={map}>{children}</MapContext>}
      <small className="map-source">{t('map.source')}</small>
    </div>
  );
}
