import type { Feed, Tak } from '../../api/types';

export const FEEDS: readonly Feed[] = [
  {
    id: 'bay-ais',
    kind: 'ais',
    source: 'tcp://10.0.0.2:4001',
    label: 'UNCLASSIFIED//PUBLIC',
    on: true,
    state: 'running',
    messages: 1_482_345,
    messagesPerSecond: 81.4,
    sightings: 1_207_112,
    duplicates: 240_120,
    lost: 0,
    dropped: 0,
    lagMillis: 1_240,
    refused: [
      { reason: 'wrong-checksum', count: 4 },
      { reason: 'too-short', count: 1 },
    ],
    examples: [
      {
        at: '2016-04-16T01:35:58Z',
        reason: 'wrong-checksum',
        line: '!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4B',
      },
      { at: '2016-04-16T01:31:07Z', reason: 'too-short', line: '!AIVDM,1,1,,A,D06rQm0,2*18' },
    ],
    problem: null,
  },
  {
    id: 'airfield-sbs',
    kind: 'sbs',
    source: 'tcp://10.0.0.9:30003',
    label: 'SECRET//REL TO JPN',
    on: true,
    state: 'waiting',
    messages: 20_411,
    messagesPerSecond: 0,
    sightings: 18_004,
    duplicates: 0,
    lost: 0,
    dropped: 12,
    lagMillis: 9_000,
    refused: [{ reason: 'form', count: 2 }],
    examples: null,
    problem: {
      at: '2016-04-16T01:36:02Z',
      fault: 'cannot-connect',
      detail: 'tcp://10.0.0.9:30003: Connection refused',
    },
  },
  {
    id: 'exercise-strait',
    kind: 'ais',
    source: 'file:/srv/renkei/strait.nmea.gz × 10',
    label: 'UNCLASSIFIED//PUBLIC//EXERCISE',
    on: false,
    state: 'stopped',
    messages: 0,
    messagesPerSecond: 0,
    sightings: 0,
    duplicates: 0,
    lost: 0,
    dropped: 0,
    lagMillis: null,
    refused: [],
    examples: [],
    problem: null,
  },
];

const now = new Map(FEEDS.map((feed) => [feed.id, feed]));

export const TAK: Tak = {
  address: '0.0.0.0:8089',
  feed: 'field-teams',
  most: 200,
  clients: [
    {
      id: '3e8c6a52-6b0f-4c39-8a11-1f6f7d9b2a01',
      account: 'team-asagiri',
      from: '10.1.4.21:50112',
      since: '2016-04-16T01:02:11Z',
      protocol: 'protobuf',
      reads: true,
      sends: true,
      in: 2_410,
      inPerSecond: 1,
      out: 182_006,
      outPerSecond: 64,
      dropped: 0,
      refused: [{ reason: 'chat', count: 3 }],
    },
    {
      id: '3e8c6a52-6b0f-4c39-8a11-1f6f7d9b2a02',
      account: 'usa.liaison',
      from: '10.1.4.40:41822',
      since: '2016-04-16T01:20:45Z',
      protocol: 'xml',
      reads: true,
      sends: false,
      in: 77,
      inPerSecond: 0.1,
      out: 40_112,
      outPerSecond: 21,
      dropped: 312,
      refused: [],
    },
  ],
  refused: [
    {
      at: '2016-04-16T01:30:02Z',
      from: '10.1.4.77:39914',
      sha256: 'AB:41:09:5C:77:E2:10:9F:3D:6A:81:CC:20:4E:95:B7:1A:63:F8:0D:42:9E:D5:38:7B:C4:06:E1:5F:A2:93:68',
      reason: 'certificate-unknown',
    },
  ],
};

/** What the screen Feeds asks for; undefined for everything else. */
export function answerFeeds(steps: readonly string[]): unknown {
  const [head, id, verb] = steps;
  if (head === 'tak') {
    return TAK;
  }
  if (head !== 'feeds') {
    return undefined;
  }
  const feed = now.get(id ?? '');
  if (feed === undefined) {
    return { feeds: [...now.values()] };
  }
  const on = verb === 'start';
  const turned: Feed = { ...feed, on, state: on ? 'running' : 'stopped' };
  now.set(feed.id, turned);
  return turned;
}
