const METRES_PER_PIXEL_AT_EQUATOR = 78_271.517;
const METRES_PER_MILE = 1_852;
const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000] as const;

export interface Scale {
  readonly pixels: number;
  readonly miles: number;
}

/** The longest round distance that is not longer than so many pixels, in the middle of the map. */
export function scaleAt(lat: number, zoom: number, most: number): Scale {
  const perPixel = (METRES_PER_PIXEL_AT_EQUATOR * Math.cos((lat * Math.PI) / 180)) / 2 ** zoom;
  const fits = STEPS.filter((miles) => (miles * METRES_PER_MILE) / perPixel <= most);
  const miles = fits.at(-1) ?? STEPS[0];
  return { miles, pixels: (miles * METRES_PER_MILE) / perPixel };
}
