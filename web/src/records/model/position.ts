declare const unit: unique symbol;

/** Degrees, WGS 84. The brands keep longitude and latitude from being swapped. */
export type Lon = number & { readonly [unit]: 'longitude' };
export type Lat = number & { readonly [unit]: 'latitude' };
export type Metres = number & { readonly [unit]: 'metres' };

export interface Position {
  readonly lat: number;
  readonly lon: number;
}

export function lonOf(degrees: number): Lon {
  return (((((degrees + 180) % 360) + 360) % 360) - 180) as Lon;
}

export function latOf(degrees: number): Lat {
  return Math.max(-90, Math.min(90, degrees)) as Lat;
}

export function isPosition(value: unknown): value is Position {
  return (
    typeof value === 'object' &&
    value !== null &&
    'lat' in value &&
    'lon' in value &&
    typeof value.lat === 'number' &&
    typeof value.lon === 'number'
  );
}

/** `32.83700N 130.85500E`, as on charts. */
export function formatPosition({ lat, lon }: Position, digits = 5): string {
  const north = `${Math.abs(lat).toFixed(digits)}${lat < 0 ? 'S' : 'N'}`;
  return `${north} ${Math.abs(lon).toFixed(digits)}${lon < 0 ? 'W' : 'E'}`;
}
