import type { BackupState } from '../../api/types';

let made: BackupState['made'] = [backup('20261120T030000Z', '2026-11-20T03:00:00Z')];

function backup(name: string, at: string): BackupState['made'][number] {
  return { name, from: at, until: at, bytes: 734_003_200, version: '0.2.0' };
}

/** What the screen Backups asks for; undefined for everything else. A backup is made at once. */
export function answerBackups(method: string, [head]: readonly string[]): unknown {
  if (head !== 'backups') {
    return undefined;
  }
  if (method === 'POST') {
    made = [backup('20261122T030000Z', '2026-11-22T03:00:00Z'), ...made];
  }
  return {
    folder: '/mnt/backups/jpn',
    hours: 24,
    keep: 14,
    running: null,
    failure: null,
    log: { pieces: 312, lastAt: '2026-11-22T02:59:00Z', failedAt: null },
    made,
  } satisfies BackupState;
}
