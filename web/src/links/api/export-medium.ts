import { callForFile } from '../../api/client';

interface What {
  /** Entries after this position; without it, after the last confirmed one. */
  readonly since: number | undefined;
  /** With the contents of attachments; previews always go along. */
  readonly attachments: boolean;
}

/** A medium for a party. */
export function exportMedium(party: string, { since, attachments }: What): Promise<Blob> {
  return callForFile('POST', `/api/v1/media/${encodeURIComponent(party)}`, {
    query: { since, attachments: attachments || undefined },
  });
}
