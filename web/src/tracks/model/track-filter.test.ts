import { describe, expect, it } from 'vitest';
import type { Track } from '../../api/types';
import { matches, NO_CHOICE } from './track-filter';

const ferry: Track = {
  id: '1',
  coarse: false,
  domain: 'sea',
  state: 'live',
  label: 'UNCLASSIFIED//PUBLIC',
  latitude: 33,
  longitude: 131,
  seenAt: '2027-01-15T01:00:00Z',
  name: 'FERRY SUNFLOWER',
  callsign: 'JD2345',
  identities: ['mmsi:431000123', 'radar:KUNISAKI/7'],
  feeds: ['ais'],
  origin: 'JPN/ichigaya',
};

describe('the search for tracks', () => {
  it.each(['', ' sunflower ', 'jd23', '431000', 'kunisaki'])('finds the ferry by "%s"', (text) => {
    expect(matches(ferry, { ...NO_CHOICE, text })).toBe(true);
  });

  it.each(['asahi', '3c6444'])('does not find it by "%s"', (text) => {
    expect(matches(ferry, { ...NO_CHOICE, text })).toBe(false);
  });

  it('keeps to the nation asked for', () => {
    expect(matches(ferry, { ...NO_CHOICE, nation: 'JPN' })).toBe(true);
    expect(matches(ferry, { ...NO_CHOICE, nation: 'USA' })).toBe(false);
  });

  it('keeps to the kind asked for', () => {
    expect(matches(ferry, { ...NO_CHOICE, domain: 'sea' })).toBe(true);
    expect(matches(ferry, { ...NO_CHOICE, domain: 'air' })).toBe(false);
  });
});
