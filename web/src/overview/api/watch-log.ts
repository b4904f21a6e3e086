import { call, callForFile } from '../../api/client';
import type { WatchLog } from '../../api/types';
import type { Saying } from '../../statements/model/form';

export interface LogAsked {
  /** Null for the beginning of the watch. */
  readonly since: string | null;
  readonly act: string | null;
  readonly words: string;
}

export function readWatchLog({ since, act, words }: LogAsked, signal?: AbortSignal): Promise<WatchLog> {
  return call('GET', '/api/v1/watch-log', {
    query: {
      ...(since === null ? {} : { since }),
      ...(act === null ? {} : { act }),
      ...(words.trim() === '' ? {} : { words: words.trim() }),
    },
    signal,
  });
}

/** Enters something, or takes or gives up the watch. */
export function enterInWatchLog(act: string, saying: Saying): Promise<WatchLog> {
  return call('POST', '/api/v1/watch-log', { body: { act, ...saying } });
}

/** As PDF; that it was made is put on record. */
export function makeWatchLog(since: string): Promise<Blob> {
  return callForFile('GET', '/api/v1/watch-log/pdf', { query: { since } });
}
