import { type Speak } from './decide';
import { Refusal } from './refusal';
import type { Track, TrackChanges, TrackDetail, TrackPicture } from '../../api/types';

const MINUTE = 60_000;
const SHIPS = [
  ['FERRY SUNFLOWER', '431000123', '60', 33.31, 131.62, 62, 9.8],
  ['TANKER NANTO', '431000456', '80', 33.62, 131.95, 141, 6.4],
  ['DAI-SAN KAIUN MARU', '431004711', '70', 33.87, 130.71, 275, 5.1],
  ['YAMATO MARU', '431000789', '30', 32.95, 132.18, 10, 2.2],
] as const;

/** A few ships, an aircraft, and a ship that is shown coarsely; all of them go on while one looks. */
export function fakeTracks(now: number): readonly Track[] {
  const seconds = (now / 1000) % 600;
  const ships: Track[] = SHIPS.map(([name, mmsi, type, latitude, longitude, course, speed], n) => ({
    id: `5f0e0000-0000-8000-8000-00000000000${n}`,
    coarse: false,
    domain: 'sea',
    state: n === 3 ? 'lost' : 'live',
    label: n === 1 ? 'UNCLASSIFIED//REL TO JPN, USA//EXERCISE' : 'UNCLASSIFIED//EXERCISE//PUBLIC',
    ...moved(latitude, longitude, course, speed * seconds),
    seenAt: new Date(now - (n === 3 ? 14 * MINUTE : n * 4_000)).toISOString(),
    accuracyMetres: 12,
    course,
    speed,
    heading: course,
    name,
    callsign: `JD${2300 + n}`,
    type,
    identities: n === 1 ? [`mmsi:${mmsi}`, 'radar:KUNISAKI/12'] : [`mmsi:${mmsi}`],
    feeds: n === 1 ? ['ais', 'kunisaki-radar'] : ['ais'],
    origin: 'JPN/ichigaya',
    receivedAt: new Date(now - n * 4_000).toISOString(),
  }));
  const aircraft: Track = {
    id: '5f0e0000-0000-8000-8000-000000000010',
    coarse: false,
    domain: 'air',
    state: 'live',
    label: 'UNCLASSIFIED//EXERCISE//PUBLIC',
    ...moved(33.1, 130.9, 40, 210 * seconds),
    seenAt: new Date(now - 1_000).toISOString(),
    accuracyMetres: 25,
    course: 40,
    speed: 210,
    altitude: 9_750,
    callsign: 'ANA786',
    identities: ['icao24:84c0de'],
    feeds: [],
    origin: 'USA/yokota',
    receivedAt: new Date(now - 400).toISOString(),
  };
  const coarse: Track = {
    id: '5f0e0000-0000-8000-8000-000000000020',
    coarse: true,
    domain: 'sea',
    state: 'live',
    label: 'UNCLASSIFIED//REL TO AUS, JPN//EXERCISE',
    latitude: 33.75,
    longitude: 131.2042,
    cellKm: 11.1,
    seenAt: new Date(Math.floor(now / (15 * MINUTE) - 1) * 15 * MINUTE).toISOString(),
    identities: [],
    feeds: [],
    origin: 'JPN/ichigaya',
  };
  return [...ships, aircraft, coarse, ...crowd(now)];
}

/** So many ships more all round Japan, for measuring; none without being asked. */
function crowd(now: number): Track[] {
  const many = Number(process.env['RENKEI_FAKE_TRACKS'] ?? 0);
  return Array.from({ length: many }, (_, n): Track => {
    const course = (n * 37) % 360;
    const place = moved(
      24 + ((n * 7919) % 20_000) / 1000,
      122 + ((n * 104_729) % 26_000) / 1000,
      course,
      7 * ((now / 1000) % 3600),
    );
    return {
      id: `5f0e1000-0000-8000-8000-${String(n).padStart(12, '0')}`,
      origin: 'JPN/ichigaya',
      coarse: false,
      domain: n % 9 === 0 ? 'air' : 'sea',
      state: 'live',
      label: 'UNCLASSIFIED//EXERCISE//PUBLIC',
      ...place,
      seenAt: new Date(now - (n % 10) * 1000).toISOString(),
      course,
      speed: 7,
      name: `CROWD ${n}`,
      type: '70',
      identities: [`mmsi:${432_000_000 + n}`],
      feeds: ['ais'],
    };
  });
}

/** First everything; afterwards of a crowd a tenth each second, as ships report. */
export function fakeTrackChanges(now: number, whole: boolean): TrackChanges {
  const second = Math.floor(now / 1000) % 10;
  const tracks = fakeTracks(now).filter((_, n) => whole || n < 6 || n % 10 === second);
  return { asOf: new Date(now).toISOString(), whole, tracks: [...tracks], gone: [], ended: [] };
}

export function fakePicture(at: number): TrackPicture {
  const tracks = [...fakeTracks(at)];
  return { asOf: new Date(at).toISOString(), total: tracks.length, tracks };
}

export function fakeTrackDetail(id: string, now: number, speak: Speak): TrackDetail {
  const track = fakeTracks(now).find((one) => one.id === id);
  if (!track) {
    throw new Refusal(404, speak === 'ja' ? '見つかりません。' : 'Not found.');
  }
  const { course = 0, speed = 0 } = track;
  const at = (seconds: number) => ({
    at: new Date(now + seconds * 1000).toISOString(),
    ...moved(track.latitude, track.longitude, course, speed * seconds),
  });
  const past = track.coarse
    ? []
    : Array.from({ length: 60 }, (_, n) => ({ ...at((n - 60) * 60), feed: track.feeds[0] }));
  return {
    asOf: new Date(now).toISOString(),
    track,
    sources: (track.feeds.length === 0 ? [] : track.identities).map((identity, n) => ({
      feed: track.feeds[n] ?? 'ais',
      identity,
      seenAt: track.seenAt,
      receivedAt: track.seenAt,
      ...(n === 0 && track.name ? { name: track.name, destination: 'OITA', length: 192, beam: 27 } : {}),
    })),
    predicted:
      track.coarse || track.state !== 'live' || track.origin !== 'JPN/ichigaya'
        ? []
        : [1, 5, 10, 15].map((minutes) => ({ ...at(minutes * 60), accuracyMetres: 20 * minutes ** 1.5 })),
    history: past.map(({ feed, ...place }) => (feed === undefined ? place : { ...place, feed })),
  };
}

function moved(latitude: number, longitude: number, course: number, way: number) {
  const angle = (course * Math.PI) / 180;
  return {
    latitude: latitude + (way * Math.cos(angle)) / 111_200,
    longitude: longitude + (way * Math.sin(angle)) / 111_200 / Math.cos((latitude * Math.PI) / 180),
  };
}
