// Cuts the land of Natural Earth 1:10m into cells of ten degrees under public/assets/coast/, so that the map loads what it shows
// and not sixteen megabytes of the whole world. Coordinates become whole ten-thousandths of a degree, each relative to the last.
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { feature, mesh } from 'topojson-client';

const SIZE = 10;
const SCALE = 10_000;
const source = new URL('../node_modules/world-atlas/countries-10m.json', import.meta.url);
const target = new URL('../public/assets/coast/', import.meta.url);
const stamp = new URL('cells.json', target);

const newest = (url) =>
  stat(url).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
if ((await newest(stamp)) > Math.max(await newest(source), await newest(new URL(import.meta.url)))) {
  process.exit(0);
}

const world = JSON.parse(await readFile(source, 'utf8'));
const polygons = feature(world, world.objects.land).features.flatMap(({ geometry }) =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
);
const coast = mesh(world, world.objects.land).coordinates;

/** Sutherland and Hodgman, one side at a time: enough for filling; the edges along the cut are never drawn. */
function clipRing(ring, inside, cut) {
  const kept = [];
  for (let at = 0; at < ring.length; at += 1) {
    const here = ring[at];
    const before = ring[(at + ring.length - 1) % ring.length];
    if (inside(here) !== inside(before)) kept.push(cut(before, here));
    if (inside(here)) kept.push(here);
  }
  return kept;
}

const atLon = (lon) => (a, b) => [lon, a[1] + ((b[1] - a[1]) * (lon - a[0])) / (b[0] - a[0])];
const atLat = (lat) => (a, b) => [a[0] + ((b[0] - a[0]) * (lat - a[1])) / (b[1] - a[1]), lat];

function sides([west, south, east, north]) {
  return [
    [(p) => p[0] >= west, atLon(west)],
    [(p) => p[0] <= east, atLon(east)],
    [(p) => p[1] >= south, atLat(south)],
    [(p) => p[1] <= north, atLat(north)],
  ];
}

const clipPolygon = (rings, box) =>
  rings
    .map((ring) => sides(box).reduce((kept, [inside, cut]) => clipRing(kept, inside, cut), ring))
    .filter((ring) => ring.length > 2);

/** A line, cut at the four sides; what lies outside falls away. */
function clipLine(line, box) {
  return sides(box).reduce((lines, [inside, cut]) => lines.flatMap((one) => cutLine(one, inside, cut)), [line]);
}

function cutLine(line, inside, cut) {
  const lines = [];
  let open = null;
  line.forEach((here, at) => {
    const before = line[at - 1];
    if (before && inside(before) !== inside(here)) {
      const edge = cut(before, here);
      if (open) lines.push([...open, edge]);
      open = inside(here) ? [edge] : null;
    }
    if (inside(here)) (open ??= []).push(here);
  });
  if (open && open.length > 1) lines.push(open);
  return lines;
}

function packed(points) {
  const out = [];
  let [x, y] = [0, 0];
  for (const [lon, lat] of points) {
    const [nx, ny] = [Math.round(lon * SCALE), Math.round(lat * SCALE)];
    if (out.length === 0 || nx !== x || ny !== y) out.push(nx - x, ny - y);
    [x, y] = [nx, ny];
  }
  return out;
}

const bounds = (points) =>
  points.reduce(
    ([w, e, so, n], [x, y]) => [Math.min(w, x), Math.max(e, x), Math.min(so, y), Math.max(n, y)],
    [180, -180, 90, -90],
  );
const boxed = (list, points) => list.map((one) => ({ one, box: bounds(points(one)) }));
const meets = ([w, e, s, n], [west, south, east, north]) => w < east && e > west && s < north && n > south;

/** What of the list lies in the box, each with its own box again. */
function cut(list, box, clip, points) {
  const pieces = list
    .flatMap(({ one, box: own }) => (meets(own, box) ? clip(one) : []))
    .filter((one) => one.length > 0);
  return boxed(pieces, points);
}

const landBoxes = boxed(polygons, (rings) => rings[0]);
const coastBoxes = boxed(coast, (line) => line);
await mkdir(target, { recursive: true });
const cells = [];
for (let west = -180; west < 180; west += SIZE) {
  // First the strip of all cells of these meridians: the continents are then cut 36 times and not 648.
  const strip = [west, -90, west + SIZE, 90];
  const stripLand = cut(
    landBoxes,
    strip,
    (rings) => [clipPolygon(rings, strip)],
    (rings) => rings[0],
  );
  const stripCoast = cut(
    coastBoxes,
    strip,
    (line) => clipLine(line, strip),
    (line) => line,
  );
  for (let south = -90; south < 90; south += SIZE) {
    const cell = [west, south, west + SIZE, south + SIZE];
    const land = cut(
      stripLand,
      cell,
      (rings) => [clipPolygon(rings, cell)],
      (rings) => rings[0],
    );
    const lines = cut(
      stripCoast,
      cell,
      (line) => clipLine(line, cell),
      (line) => line,
    );
    if (land.length > 0) {
      const name = `${west}_${south}`;
      cells.push(name);
      const content = {
        land: land.map(({ one }) => one.map(packed)),
        coast: lines.map(({ one }) => packed(one)).filter((line) => line.length > 3),
      };
      await writeFile(new URL(`${name}.json`, target), JSON.stringify(content));
    }
  }
}
await writeFile(stamp, JSON.stringify(cells));
