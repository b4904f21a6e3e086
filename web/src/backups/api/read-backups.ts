import { call } from '../../api/client';
import type { BackupState } from '../../api/types';

export function readBackups(signal?: AbortSignal): Promise<BackupState> {
  return call('GET', '/api/v1/backups', { signal });
}
