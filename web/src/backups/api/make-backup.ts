import { call } from '../../api/client';
import type { BackupState } from '../../api/types';

export function makeBackup(): Promise<BackupState> {
  return call('POST', '/api/v1/backups');
}
