// Packs ports, airfields and the 200 m depth line of Natural Earth 1:10m (public domain) into public/assets/base/. Run by hand, with
// the folder that holds ne_10m_ports, ne_10m_airports (.geojson or .geojson.gz) and ne_10m_bathymetry_K_200*: they change every few years.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const folders = process.argv.slice(2);
const target = new URL('../public/assets/base/', import.meta.url);

async function load(start) {
  for (const folder of folders) {
    const name = (await readdir(folder)).find((one) => one.startsWith(start));
    if (name) {
      const bytes = await readFile(join(folder, name));
      return JSON.parse((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
    }
  }
  throw new Error(`none of the folders holds ${start}`);
}

const short = ([lon, lat]) => [Number(lon.toFixed(3)), Number(lat.toFixed(3))];
const isNew = (point, n, all) => n === 0 || point[0] !== all[n - 1][0] || point[1] !== all[n - 1][1];

const point = (kind, name, rank, { geometry }) => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: short(geometry.coordinates) },
  properties: { kind, name, rank },
});
const ports = (await load('ne_10m_ports')).features.map((one) =>
  point('port', one.properties.name, one.properties.scalerank, one),
);
const airfields = (await load('ne_10m_airports')).features.map((one) =>
  point('airfield', one.properties.gps_code || one.properties.name, one.properties.scalerank, one),
);
const depth = (await load('ne_10m_bathymetry_K_200')).features
  .flatMap(({ geometry }) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates))
  .flat()
  .map((ring) => ring.map(short).filter(isNew));

const collection = (features) => JSON.stringify({ type: 'FeatureCollection', features });
await mkdir(target, { recursive: true });
await writeFile(new URL('places.json', target), collection([...ports, ...airfields]));
await writeFile(
  new URL('depth-200.json', target),
  JSON.stringify({ type: 'Feature', geometry: { type: 'MultiLineString', coordinates: depth }, properties: {} }),
);
