import { call } from '../../api/client';

/** This person has seen these; nobody else is told. */
export function seeCase(id: string, statements: readonly string[]): Promise<void> {
  return call('POST', `/api/v1/cases/${encodeURIComponent(id)}/seen`, { body: { statements } });
}
