import { call } from '../../api/client';
import type { SavedViews } from '../../api/types';

export function listSavedViews(signal?: AbortSignal): Promise<SavedViews> {
  return call('GET', '/api/v1/account/views', { signal });
}
