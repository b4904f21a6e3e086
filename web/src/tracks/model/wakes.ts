import type { Track } from '../../api/types';

const SPACING_MILLIS = 15_000;
const LONGEST_MILLIS = 20 * 60_000;

interface WakePoint {
  readonly at: number;
  readonly longitude: number;
  readonly latitude: number;
}

/** Where each track was in the last twenty minutes, as far as this screen has seen it. Kept for all, so that it is there when wanted. */
export class Wakes {
  private readonly points = new Map<string, WakePoint[]>();
  private last = -Infinity;

  /** What is told at one time. Whoever goes back in time, or leaps, begins anew. */
  add(tracks: Iterable<Track>, at: number): void {
    if (at < this.last || at - this.last > LONGEST_MILLIS) {
      this.points.clear();
    }
    this.last = at;
    for (const { id, longitude, latitude, seenAt, coarse } of tracks) {
      const time = Date.parse(seenAt);
      const wake = this.points.get(id) ?? [];
      const before = wake.at(-1);
      if (!coarse && (before === undefined || time - before.at >= SPACING_MILLIS)) {
        const from = wake.findIndex((point) => time - point.at <= LONGEST_MILLIS);
        this.points.set(id, [...(from < 0 ? [] : wake.slice(from)), { at: time, longitude, latitude }]);
      }
    }
  }

  /** The line of a track up to where it is now; null while it has none. */
  of({ id, longitude, latitude }: Track): [number, number][] | null {
    const wake = this.points.get(id);
    return wake === undefined
      ? null
      : [...wake.map((point): [number, number] => [point.longitude, point.latitude]), [longitude, latitude]];
  }

  clear(): void {
    this.points.clear();
    this.last = -Infinity;
  }
}

export const liveWakes = new Wakes();
export const pastWakes = new Wakes();
