import { callForFile } from '../../api/client';
import { keyInPath } from '../../api/key-in-path';

/** A medium for a party: entries after `since`, or after the last confirmed one. */
export function exportMedium(party: string, since?: number): Promise<Blob> {
  return callForFile('POST', `/api/v1/media/${keyInPath(party)}`, since === undefined ? {} : { query: { since } });
}
