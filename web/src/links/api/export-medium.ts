import { callForFile } from '../../api/client';
import { keyInPath } from '../../api/key-in-path';

interface What {
  /** Entries after this position; without it, after the last confirmed one. */
  readonly since: number | undefined;
  /** With the contents of attachments; previews always go along. */
  readonly attachments: boolean;
}

/** A medium for a party. */
export function exportMedium(party: string, { since, attachments }: What): Promise<Blob> {
  return callForFile('POST', `/api/v1/media/${keyInPath(party)}`, {
    query: { since, attachments: attachments || undefined },
  });
}
