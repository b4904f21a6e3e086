import { authHeaders } from '../../api/client';
import { noAnswer, problemFrom } from '../../api/problem';
import type { Attachment } from '../../api/types';
import { mediaType } from '../model/attachments';

/** Sends a file. `fetch` tells nothing of an upload under way, so this is the older way. */
export function uploadAttachment(file: File, onProgress: (share: number) => void): Promise<Attachment> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const query = new URLSearchParams({ name: file.name, type: mediaType(file.type) });
    request.open('POST', `/api/v1/attachments?${query}`);
    for (const [name, value] of Object.entries(authHeaders())) {
      request.setRequestHeader(name, value);
    }
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total));
    request.addEventListener('error', () => reject(noAnswer()));
    request.addEventListener('load', () => {
      if (request.status === 201) {
        resolve(JSON.parse(request.responseText) as Attachment);
      } else {
        void problemFrom(new Response(request.responseText, { status: request.status })).then(reject);
      }
    });
    request.send(file);
  });
}
