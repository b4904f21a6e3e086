import type { Draft } from '../../api/types';
import { middleOf, MOST_POINTS, pointsOf, readGeometry, type ShapeGeometry } from '../../records/model/geometry';
import { shapeOf } from './shape';

export const MOST_BYTES = 2_000_000;
export const MOST_FEATURES = 500;
const LONGEST_TITLE = 200;

export interface ReadFeature {
  readonly title: string;
  readonly geometry: ShapeGeometry;
}

export type FeatureMistake = 'no-json' | 'no-features' | 'too-many' | 'too-large';

export interface ReadFeatures {
  readonly features: readonly ReadFeature[];
  /** By their number in the file, from 1: of a kind that cannot be drawn, outside the Earth, or with too many points. */
  readonly left: readonly number[];
}

/** The features of a GeoJSON file (RFC 7946), with what each calls itself. What is made of many parts becomes many. */
export function readFeatures(text: string, unnamed: string): ReadFeatures | { readonly mistake: FeatureMistake } {
  if (text.length > MOST_BYTES) {
    return { mistake: 'too-large' };
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { mistake: 'no-json' };
  }
  const all = listOf(content);
  if (all === null || all.length === 0) {
    return { mistake: 'no-features' };
  }
  const features: ReadFeature[] = [];
  const left: number[] = [];
  all.forEach((one, n) => {
    const parts = partsOf(one.geometry).map(readGeometry);
    if (parts.length === 0 || parts.some((part) => part === null || pointsOf(part).length > MOST_POINTS)) {
      left.push(n + 1);
      return;
    }
    const title = titleOf(one.properties) ?? `${unnamed} ${n + 1}`;
    parts.forEach((geometry, part) => {
      if (geometry) {
        features.push({ title: parts.length > 1 ? `${title} (${part + 1})` : title, geometry });
      }
    });
  });
  return features.length > MOST_FEATURES ? { mistake: 'too-many' } : { features, left };
}

interface Raw {
  readonly geometry: unknown;
  readonly properties: unknown;
}

function listOf(content: unknown): readonly Raw[] | null {
  const { type, features, geometry, properties } = (content ?? {}) as Record<string, unknown>;
  switch (type) {
    case 'FeatureCollection':
      return Array.isArray(features) ? features.map((one: unknown) => (one ?? {}) as Raw) : null;
    case 'Feature':
      return [{ geometry, properties }];
    default:
      return typeof type === 'string' ? [{ geometry: content, properties: null }] : null;
  }
}

function partsOf(geometry: unknown): readonly unknown[] {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  const single = typeof type === 'string' && type.startsWith('Multi') ? type.slice(5) : null;
  return single !== null && Array.isArray(coordinates)
    ? coordinates.map((part: unknown) => ({ type: single, coordinates: part }))
    : [geometry];
}

function titleOf(properties: unknown): string | null {
  const named = (properties ?? {}) as Record<string, unknown>;
  const title = ['title', 'name', 'Name', 'NAME', 'label', 'id']
    .map((key) => named[key])
    .find((value) => (typeof value === 'string' && value.trim() !== '') || typeof value === 'number');
  return title === undefined ? null : String(title).trim().slice(0, LONGEST_TITLE);
}

export function draftOf({ title, geometry }: ReadFeature, label: string): Draft {
  return {
    kind: 'feature',
    label,
    precedence: 'ROUTINE',
    body: { title, shape: shapeOf(geometry), geometry, position: middleOf(geometry) },
  };
}
