import { call } from '../../api/client';
import type { SavedView, ViewDraft } from '../../api/types';

/** Name, content and sharing as a whole take the place of those before. */
export function changeView(id: string, draft: ViewDraft): Promise<SavedView> {
  return call('PUT', `/api/v1/account/views/${encodeURIComponent(id)}`, { body: draft });
}
