import { createStore, useStore } from '../ui/store';

export const SCREENS = [
  'picture',
  'records',
  'search',
  'glossary',
  'bodies',
  'overview',
  'watching',
  'cases',
  'meetings',
  'commitments',
  'relief',
  'acsa',
  'reviews',
  'agreements',
  'feeds',
  'links',
  'ledgers',
  'audit',
  'people',
  'backups',
  'keys',
  'operation',
  'account',
] as const;
export type Screen = (typeof SCREENS)[number];

/** What the right panel holds. */
export type Panel =
  | { readonly kind: 'none' }
  | { readonly kind: 'record'; readonly id: string }
  | { readonly kind: 'track'; readonly id: string }
  | { readonly kind: 'compose'; readonly revises: string | null };

/** Where the person is. It lives in the fragment of the address, which never reaches any server. */
export interface Route {
  readonly screen: Screen;
  /** The party of Links and of Ledgers, the agreement of Agreements, the record of Audit, the case or tab of Reviews. */
  readonly subject: string | null;
  readonly panel: Panel;
  /** The picture as of this instant; null for now. It stays while one goes between picture and records. */
  readonly at: string | null;
}

const HOME: Route = { screen: 'picture', subject: null, panel: { kind: 'none' }, at: null };
const IN_TIME: readonly Screen[] = ['picture', 'records'];

export const route = createStore<Route>(parseRoute(location.hash));

window.addEventListener('hashchange', () => route.set(parseRoute(location.hash)));

export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [screen = '', subject] = path.split('/');
  const parameters = new URLSearchParams(query);
  const record = parameters.get('record');
  const track = parameters.get('track');
  const compose = parameters.get('compose');
  const panel: Panel =
    compose !== null
      ? { kind: 'compose', revises: compose === 'new' ? null : compose }
      : record !== null
        ? { kind: 'record', id: record }
        : track !== null
          ? { kind: 'track', id: track }
          : { kind: 'none' };
  return {
    screen: isScreen(screen) ? screen : HOME.screen,
    subject: subject ? decodeURIComponent(subject) : null,
    panel,
    at: instantOf(parameters.get('at')),
  };
}

/** The instant in its one form; null for what is none. */
export function instantOf(text: string | null): string | null {
  const millis = text === null ? NaN : Date.parse(text);
  return Number.isNaN(millis) ? null : new Date(millis).toISOString();
}

export function printRoute({ screen, subject, panel, at }: Route): string {
  const path = subject === null ? screen : `${screen}/${encodeURIComponent(subject)}`;
  const query = [printPanel(panel), at === null ? '' : `at=${at}`].filter((part) => part !== '').join('&');
  return `#/${path}${query === '' ? '' : `?${query}`}`;
}

function printPanel(panel: Panel): string {
  switch (panel.kind) {
    case 'none':
      return '';
    case 'record':
      return `record=${encodeURIComponent(panel.id)}`;
    case 'track':
      return `track=${encodeURIComponent(panel.id)}`;
    case 'compose':
      return `compose=${encodeURIComponent(panel.revises ?? 'new')}`;
  }
}

function isScreen(text: string): text is Screen {
  return (SCREENS as readonly string[]).includes(text);
}

export function useRoute(): Route {
  return useStore(route);
}

export function go(change: Partial<Route>): void {
  const next = { ...route.get(), ...change };
  const hash = printRoute(next);
  if (hash !== location.hash) {
    history.pushState(null, '', hash);
  }
  route.set(next);
}

export function openScreen(screen: Screen, subject: string | null = null): void {
  go({ screen, subject, at: IN_TIME.includes(screen) ? route.get().at : null });
}

/** Goes to another time. A step of a replay leaves no step in the history of the browser. */
export function openTime(at: string | null, step: 'leap' | 'replay' = 'leap'): void {
  if (step === 'leap') {
    go({ at });
    return;
  }
  const next = { ...route.get(), at };
  history.replaceState(null, '', printRoute(next));
  route.set(next);
}

export function openRecord(id: string): void {
  go({ panel: { kind: 'record', id } });
}

export function openTrack(id: string): void {
  go({ panel: { kind: 'track', id } });
}

export function compose(revises: string | null = null): void {
  go({ panel: { kind: 'compose', revises } });
}

export function closePanel(): void {
  go({ panel: { kind: 'none' } });
}
