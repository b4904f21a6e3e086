import type { FeatureCollection, Geometry } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import fineUrl from 'world-atlas/countries-10m.json?url';
import coarseUrl from 'world-atlas/countries-50m.json?url';

type World = Topology<{ land: GeometryCollection; countries: GeometryCollection }>;

export interface BaseMap {
  readonly land: FeatureCollection<Geometry>;
  readonly borders: Geometry;
}

export type Detail = 'coarse' | 'fine';

const URLS: Readonly<Record<Detail, string>> = { coarse: coarseUrl, fine: fineUrl };

/** Land and borders of Natural Earth, 1:50m to begin with and 1:10m after it, read from the node only. */
export async function loadWorld(detail: Detail): Promise<BaseMap> {
  const response = await fetch(URLS[detail]);
  const world = (await response.json()) as World;
  return {
    land: feature(world, world.objects.land),
    borders: mesh(world, world.objects.countries as never, (a, b) => a !== b),
  };
}

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
