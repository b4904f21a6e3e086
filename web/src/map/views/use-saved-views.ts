import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SavedView, ViewDraft } from '../../api/types';
import { may } from '../../session/session';
import { changeView } from '../api/change-view';
import { listSavedViews } from '../api/list-saved-views';
import { removeView } from '../api/remove-view';
import { saveView } from '../api/save-view';
import { browserViews, forgetBrowserViews } from './browser-views';

const KEY = ['account', 'views'] as const;

/** Whether whoever is signed in has an account to keep views in: the service account has none. */
export function keepsViews(): boolean {
  return may('GET /api/v1/account/views');
}

/** The person's own views and those that colleagues share. */
export function useSavedViews() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => listSavedViews(signal),
    enabled: keepsViews(),
    staleTime: 60_000,
  });
}

export function draftOf({ name, shared, first, content }: SavedView): ViewDraft {
  return { name, shared, first, content };
}

/** What can be done with views; the list is read anew after each. */
export function useViewChanges() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: KEY });
  const save = useMutation({ mutationFn: saveView, onSettled });
  const change = useMutation({
    mutationFn: ({ view, by }: { readonly view: SavedView; readonly by: Partial<ViewDraft> }) =>
      changeView(view.id, { ...draftOf(view), ...by }),
    // One after the other: the last that was asked for is what stays.
    scope: { id: 'saved-views' },
    onSettled,
  });
  const remove = useMutation({ mutationFn: removeView, onSettled });
  const takeOver = useMutation({ mutationFn: takeOverBrowserViews, onSettled });
  return { save, change, remove, takeOver };
}

/** One after the other; the account's own view of a name stays. The browser keeps them until all are in the account. */
async function takeOverBrowserViews(known: readonly SavedView[]): Promise<void> {
  const names = new Set(known.map(({ name }) => name));
  const hasFirst = known.some(({ first }) => first);
  for (const draft of browserViews()) {
    if (!names.has(draft.name)) {
      names.add(draft.name);
      await saveView({ ...draft, first: draft.first === true && !hasFirst });
    }
  }
  forgetBrowserViews();
}
