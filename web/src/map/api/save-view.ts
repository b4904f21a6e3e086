import { call } from '../../api/client';
import type { SavedView, ViewDraft } from '../../api/types';

export function saveView(draft: ViewDraft): Promise<SavedView> {
  return call('POST', '/api/v1/account/views', { body: draft });
}
