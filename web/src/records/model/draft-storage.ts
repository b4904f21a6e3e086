import type { DraftState } from './draft-state';

/** A draft may be classified: it lives in this tab only and is gone with it. */
const key = (revises: string | null) => `renkei.draft.${revises ?? 'new'}`;

export function loadDraft(revises: string | null): DraftState | null {
  const text = sessionStorage.getItem(key(revises));
  try {
    return text === null ? null : (JSON.parse(text) as DraftState);
  } catch {
    return null;
  }
}

export function keepDraft(revises: string | null, draft: DraftState): void {
  sessionStorage.setItem(key(revises), JSON.stringify(draft));
}

export function dropDraft(revises: string | null): void {
  sessionStorage.removeItem(key(revises));
}
