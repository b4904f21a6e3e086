import type { Cuts } from './cuts';

/** An unfinished ruling. It may quote what is classified: it lives in this tab only and is gone with it. */
export interface UnfinishedRuling {
  readonly cuts: Cuts;
  readonly reason: string;
}

const key = (review: string) => `renkei.review.${review}`;

export function loadRuling(review: string): UnfinishedRuling | null {
  const text = sessionStorage.getItem(key(review));
  try {
    return text === null ? null : (JSON.parse(text) as UnfinishedRuling);
  } catch {
    return null;
  }
}

export function keepRuling(review: string, ruling: UnfinishedRuling): void {
  sessionStorage.setItem(key(review), JSON.stringify(ruling));
}

export function dropRuling(review: string): void {
  sessionStorage.removeItem(key(review));
}
