import type { Feature, Geometry, Position } from 'geojson';

const SIZE = 10;
const SCALE = 10_000;
/** Where `scripts/generate-coast.mjs` puts the cells. */
const PLACE = '/assets/coast';

interface PackedCell {
  readonly land: readonly (readonly (readonly number[])[])[];
  readonly coast: readonly (readonly number[])[];
}

export interface CoastCell {
  readonly land: Feature<Geometry>;
  readonly coast: Feature<Geometry>;
}

export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** The names of the cells that a view touches, longitudes wrapped. */
export function cellsIn({ west, south, east, north }: Bounds): string[] {
  const names: string[] = [];
  for (let lon = Math.floor(west / SIZE) * SIZE; lon < east; lon += SIZE) {
    for (let lat = Math.floor(south / SIZE) * SIZE; lat < north; lat += SIZE) {
      const wrapped = ((((lon + 180) % 360) + 360) % 360) - 180;
      names.push(`${wrapped}_${lat}`);
    }
  }
  return [...new Set(names)];
}

export async function listCells(): Promise<ReadonlySet<string>> {
  return new Set((await (await fetch(`${PLACE}/cells.json`)).json()) as string[]);
}

export async function loadCell(name: string): Promise<CoastCell> {
  const cell = (await (await fetch(`${PLACE}/${name}.json`)).json()) as PackedCell;
  const land: Geometry = {
    type: 'MultiPolygon',
    coordinates: cell.land.map((rings) => rings.map((ring) => closed(unpacked(ring)))),
  };
  const coast: Geometry = { type: 'MultiLineString', coordinates: cell.coast.map(unpacked) };
  return {
    land: { type: 'Feature', geometry: land, properties: {} },
    coast: { type: 'Feature', geometry: coast, properties: {} },
  };
}

/** Each number is the step from the point before, in ten-thousandths of a degree. */
export function unpacked(steps: readonly number[]): Position[] {
  const points: Position[] = [];
  let lon = 0;
  let lat = 0;
  for (let at = 0; at + 1 < steps.length; at += 2) {
    lon += steps[at] ?? 0;
    lat += steps[at + 1] ?? 0;
    points.push([lon / SCALE, lat / SCALE]);
  }
  return points;
}

function closed(ring: Position[]): Position[] {
  const [first] = ring;
  return first ? [...ring, first] : ring;
}
