import { call, callForFile } from '../../api/client';
import type { ReliefHxl } from '../../api/types';

/** Needs, offers and moves as a table with HXL tags. */
export function makeReliefHxl(exercise: boolean): Promise<Blob> {
  return callForFile('GET', '/api/v1/relief/hxl', { query: { exercise: String(exercise) } });
}

export function takeReliefHxl(text: string, label: string, store: boolean): Promise<ReliefHxl> {
  return call('POST', '/api/v1/relief/hxl', { body: { text, label, store } });
}
