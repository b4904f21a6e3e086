import type { FeatureCollection, Geometry } from 'geojson';

/** Meridians and parallels every ten degrees. */
export function graticule(step = 10): FeatureCollection<Geometry> {
  const lines: Geometry[] = [];
  for (let lon = -180; lon <= 180; lon += step) {
    lines.push({ type: 'LineString', coordinates: range(-85, 85, 5).map((lat) => [lon, lat]) });
  }
  for (let lat = -80; lat <= 80; lat += step) {
    lines.push({ type: 'LineString', coordinates: range(-180, 180, 5).map((lon) => [lon, lat]) });
  }
  return {
    type: 'FeatureCollection',
    features: lines.map((geometry) => ({ type: 'Feature', geometry, properties: {} })),
  };
}

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
}
