import type { Theme } from '../ui/theme';

export interface MapColors {
  readonly sea: string;
  readonly land: string;
  readonly coast: string;
  readonly border: string;
  readonly grid: string;
  readonly text: string;
  readonly halo: string;
  readonly hazard: string;
  readonly accent: string;
  readonly depth: string;
  readonly place: string;
  /** Of what is drawn by hand, after the colors of affiliation in APP-6. */
  readonly tones: Readonly<Record<'blue' | 'red' | 'green' | 'yellow', string>>;
}

export const MAP_COLORS: Readonly<Record<Theme, MapColors>> = {
  night: {
    sea: '#0b1420',
    land: '#22303f',
    coast: '#4d6278',
    border: '#3a4d60',
    grid: '#16222f',
    text: '#e6edf5',
    halo: '#0b1420',
    hazard: '#ff5c5c',
    accent: '#4dacff',
    depth: '#1f4263',
    place: '#8ea6bd',
    tones: { blue: '#7fd4ff', red: '#ff8080', green: '#a4f5a4', yellow: '#ffff80' },
  },
  day: {
    sea: '#cfdfec',
    land: '#f4f2ec',
    coast: '#7d8fa1',
    border: '#a9b4bf',
    grid: '#bccfdf',
    text: '#1b2733',
    halo: '#ffffff',
    hazard: '#c8102e',
    accent: '#005a8f',
    depth: '#a3c1d9',
    place: '#4c6378',
    tones: { blue: '#0063a8', red: '#b80f24', green: '#12681e', yellow: '#7a5d00' },
  },
  red: {
    sea: '#0c0000',
    land: '#2a0808',
    coast: '#7a1c1c',
    border: '#6a1818',
    grid: '#260606',
    // The filter over the map darkens it again.
    text: '#ff6e58',
    halo: '#0c0000',
    hazard: '#ff3a30',
    accent: '#ff3a30',
    depth: '#3a0a0a',
    place: '#d03a30',
    tones: { blue: '#ff4838', red: '#ff3a30', green: '#ff4838', yellow: '#ff4838' },
  },
};
