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
  },
  red: {
    sea: '#0c0202',
    land: '#301717',
    coast: '#7a3c3c',
    border: '#7a3a3a',
    grid: '#2c1010',
    text: '#ff8a7a',
    halo: '#0c0202',
    hazard: '#ff4c3c',
    accent: '#ff7060',
  },
};
