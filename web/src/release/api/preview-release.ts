import { call } from '../../api/client';
import type { Decision, Draft } from '../../api/types';

export interface Preview {
  readonly banner: string;
  readonly decisions: readonly Decision[];
}

export function previewRelease(draft: Draft, signal?: AbortSignal): Promise<Preview> {
  return call('POST', '/api/v1/release/preview', { body: draft, signal });
}
