import { randomUUID } from 'node:crypto';
import type { SavedView, SavedViews, ViewDraft } from '../../api/types';
import type { Speak } from './decide';
import { Refusal } from './refusal';

const MOST = 50;

/** By caller, over all fake nodes of a process. */
const kept = new Map<string, SavedView[]>();

/** One that a colleague shares. */
const OFFICE: SavedView = {
  id: '5d1f0c9a-0a51-4a7e-9f3f-0d0a5b0c0051',
  name: 'Yatsushiro sea',
  owner: { en: 'Watch officer, second shift', ja: '当直幹部（第2直）' },
  shared: true,
  first: false,
  content: {
    lon: 130.45,
    lat: 32.35,
    zoom: 8.2,
    time: { mode: 'now' },
    choice: {
      hidden: ['airfields'],
      grouped: true,
      trails: true,
      filter: { source: '', nation: '', minutes: 60, upTo: '', releasableTo: '', domain: 'sea' },
    },
  },
  changedAt: '2026-04-16T01:00:00.000Z',
};

/** What the card of saved views asks for; undefined for everything else. */
export function answerViews(
  method: string,
  [head, what, id]: readonly string[],
  body: Record<string, unknown>,
  caller: string,
  speak: Speak,
): unknown {
  if (head !== 'account' || what !== 'views') {
    return undefined;
  }
  const own = kept.get(caller) ?? [];
  if (method === 'GET') {
    return { most: MOST, views: [...own, OFFICE] } satisfies SavedViews;
  }
  const rest = own.filter((one) => one.id !== id);
  if (id !== undefined && rest.length === own.length) {
    throw new Refusal(404, speak === 'ja' ? 'その表示は保存されていません' : 'you have no such view');
  }
  if (method === 'DELETE') {
    kept.set(caller, rest);
    return {};
  }
  const view = saved(id ?? randomUUID(), body as unknown as ViewDraft);
  if (rest.some(({ name }) => name === view.name)) {
    throw new Refusal(409, speak === 'ja' ? 'その名前の表示はすでにあります' : 'You have a view of that name already');
  }
  const others = view.first ? rest.map((one) => ({ ...one, first: false })) : rest;
  kept.set(
    caller,
    [...others, view].sort((one, other) => one.name.localeCompare(other.name)),
  );
  return view;
}

function saved(id: string, { name, shared = false, first = false, content }: ViewDraft): SavedView {
  return { id, name: name.trim(), shared, first, content, changedAt: new Date().toISOString() };
}
