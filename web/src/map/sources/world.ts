import type { FeatureCollection, Geometry } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import worldUrl from 'world-atlas/countries-50m.json?url';

type World = Topology<{ land: GeometryCollection; countries: GeometryCollection }>;

export interface BaseMap {
  readonly land: FeatureCollection<Geometry>;
  readonly borders: Geometry;
}

/** Land and borders of Natural Earth 1:50m for the whole world, read from the node only. */
export async function loadWorld(): Promise<BaseMap> {
  const response = await fetch(worldUrl);
  const world = (await response.json()) as World;
  return {
    land: feature(world, world.objects.land),
    borders: mesh(world, world.objects.countries as never, (a, b) => a !== b),
  };
}
