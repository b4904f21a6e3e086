import { language, setLanguage } from '../i18n/language';
import type { TextKey } from '../i18n/translate';
import { toggleTool, TOOLS, type Tool } from '../map/tools/open-tool';
import { closePanel, compose, openScreen, route } from '../navigation/route';
import { recallAsked } from '../records/components/record-actions';
import { step } from '../records/model/list-selection';
import { may, session } from '../session/session';
import { setTheme } from '../ui/theme';
import { leave } from './leave';
import { overlay } from './overlay';

/** What somebody must be or hold to do it. The node has the last word; here it only decides what is offered. */
export type Permission =
  | 'picture'
  | 'signed-in'
  | 'record-open'
  | 'writer'
  | 'people'
  | 'backups'
  | 'keys'
  | 'operation'
  | 'watching'
  | 'search'
  | 'glossary'
  | 'bodies'
  | 'register'
  | 'overview'
  | 'cases'
  | 'meetings'
  | 'commitments'
  | 'relief'
  | 'acsa'
  | 'feeds'
  | 'reviews'
  | 'emergencies'
  | 'consents'
  | 'policy';

export interface Action {
  readonly id: string;
  readonly name: TextKey;
  /** Keys pressed one after another, or one chord such as `Ctrl+K`. */
  readonly shortcut?: string;
  readonly permission: Permission;
  /** Moves within a list make no sense from the palette. */
  readonly inPalette: boolean;
  readonly perform: () => void;
}

const open = (
  name: TextKey,
  id: string,
  shortcut: string | undefined,
  perform: () => void,
  permission: Permission = 'signed-in',
): Action => ({
  id,
  name,
  ...(shortcut ? { shortcut } : {}),
  permission,
  inPalette: true,
  perform,
});

const move = (name: TextKey, id: string, shortcut: string, perform: () => void): Action => ({
  ...open(name, id, shortcut, perform),
  inPalette: false,
});

/** `t` for tool, then its first letter. */
const TOOL_KEYS: Readonly<Record<Tool, string>> = {
  measure: 't m',
  rings: 't r',
  draw: 't d',
  filter: 't f',
  views: 't v',
  print: 't p',
};

/** Everything that can be done, in one place: menu, palette, shortcuts and help all read it. */
export const ACTIONS: readonly Action[] = [
  open('action.goPicture', 'go-picture', 'g p', () => openScreen('picture')),
  open('action.goRecords', 'go-records', 'g r', () => openScreen('records')),
  open('action.goSearch', 'go-search', 'g s', () => openScreen('search'), 'search'),
  open('action.goGlossary', 'go-glossary', 'g t', () => openScreen('glossary'), 'glossary'),
  open('action.goBodies', 'go-bodies', 'g n', () => openScreen('bodies'), 'bodies'),
  open('action.goBodyRegister', 'go-body-register', undefined, () => openScreen('bodies', 'register'), 'register'),
  open('action.goOverview', 'go-overview', 'g h', () => openScreen('overview'), 'overview'),
  open('action.goBrief', 'go-brief', 'g b', () => openScreen('overview', 'brief'), 'overview'),
  open('action.goLog', 'go-log', 'g v', () => openScreen('overview', 'log'), 'overview'),
  open('action.goWatching', 'go-watching', 'g w', () => openScreen('watching'), 'watching'),
  open('action.goCases', 'go-cases', 'g k', () => openScreen('cases'), 'cases'),
  open('action.goCaseInbox', 'go-case-inbox', 'g i', () => openScreen('cases', 'inbox'), 'cases'),
  open('action.goMeetings', 'go-meetings', 'g e', () => openScreen('meetings'), 'meetings'),
  open('action.goCommitments', 'go-commitments', 'g y', () => openScreen('commitments'), 'commitments'),
  open('action.goRelief', 'go-relief', 'g f', () => openScreen('relief'), 'relief'),
  open('action.goAcsa', 'go-acsa', 'g o', () => openScreen('acsa'), 'acsa'),
  open('action.goReviews', 'go-reviews', 'g d', () => openScreen('reviews'), 'reviews'),
  open('action.goEmergencies', 'go-emergencies', undefined, () => openScreen('reviews', 'emergencies'), 'emergencies'),
  open('action.goConsents', 'go-consents', undefined, () => openScreen('reviews', 'consents'), 'consents'),
  open('action.goReleasePolicy', 'go-release-policy', undefined, () => openScreen('reviews', 'policy'), 'policy'),
  open('action.goAgreements', 'go-agreements', 'g a', () => openScreen('agreements')),
  open('action.goLinks', 'go-links', 'g c', () => openScreen('links')),
  open('action.goFeeds', 'go-feeds', undefined, () => openScreen('feeds'), 'feeds'),
  open('action.goAudit', 'go-audit', 'g u', () => openScreen('audit')),
  open('action.goLedgers', 'go-ledgers', 'g l', () => openScreen('ledgers')),
  open('action.goPeople', 'go-people', undefined, () => openScreen('people'), 'people'),
  open('action.goBackups', 'go-backups', undefined, () => openScreen('backups'), 'backups'),
  open('action.goKeys', 'go-keys', undefined, () => openScreen('keys'), 'keys'),
  open('action.goOperation', 'go-operation', undefined, () => openScreen('operation'), 'operation'),
  open('action.goAccount', 'go-account', 'g m', () => openScreen('account')),
  open('action.newRecord', 'new-record', 'n', () => compose(), 'writer'),
  open('action.revise', 'revise-record', 'e', reviseOpen, 'record-open'),
  open('action.recall', 'recall-record', undefined, () => recallAsked.update((n) => n + 1), 'record-open'),
  open('action.closePanel', 'close-panel', 'Escape', closePanel),
  move('action.next', 'next', 'j', () => step(1)),
  move('action.previous', 'previous', 'k', () => step(-1)),
  // On the map the search of the picture, elsewhere the one of the list.
  move('action.filter', 'filter', '/', () =>
    (
      document.getElementById('picture-search') ??
      document.getElementById('search-text') ??
      document.getElementById('record-filter')
    )?.focus(),
  ),
  ...TOOLS.map((tool) => open(`tool.${tool}`, `tool-${tool}`, TOOL_KEYS[tool], () => toggleTool(tool), 'picture')),
  move('action.palette', 'palette', 'Ctrl+K', () => overlay.set('palette')),
  open('action.help', 'help', '?', () => overlay.set('help')),
  open('action.language', 'language', 'g j', () => setLanguage(language.get() === 'ja' ? 'en' : 'ja')),
  open('action.themeNight', 'theme-night', undefined, () => setTheme('night')),
  open('action.themeDay', 'theme-day', undefined, () => setTheme('day')),
  open('action.themeRed', 'theme-red', undefined, () => setTheme('red')),
  open('action.signOut', 'sign-out', undefined, leave),
];

export function isPermitted({ permission }: Action): boolean {
  const signedIn = session.get().caller !== null;
  switch (permission) {
    case 'signed-in':
      return signedIn;
    case 'picture':
      return signedIn && route.get().screen === 'picture';
    case 'record-open':
      return route.get().panel.kind === 'record' && may('PUT /api/v1/records/{id}');
    case 'writer':
      return may('POST /api/v1/records');
    case 'people':
      return may('GET /api/v1/people');
    case 'keys':
      return may('GET /api/v1/keys');
    case 'backups':
      return may('GET /api/v1/backups');
    case 'overview':
      return may('GET /api/v1/overview');
    case 'meetings':
      return may('GET /api/v1/meetings');
    case 'commitments':
      return may('GET /api/v1/commitments');
    case 'cases':
      return may('GET /api/v1/cases');
    case 'relief':
      return may('GET /api/v1/relief/board');
    case 'acsa':
      return may('GET /api/v1/acsa/orders');
    case 'search':
      return may('GET /api/v1/search');
    case 'glossary':
      return may('GET /api/v1/glossary');
    case 'bodies':
      return may('GET /api/v1/bodies');
    case 'register':
      return may('GET /api/v1/bodies/register');
    case 'watching':
      return may('GET /api/v1/watching');
    case 'operation':
      return may('GET /api/v1/operation');
    case 'feeds':
      return may('GET /api/v1/feeds');
    case 'reviews':
      return may('GET /api/v1/reviews');
    case 'emergencies':
      return may('GET /api/v1/emergencies');
    case 'consents':
      return may('GET /api/v1/consents');
    case 'policy':
      return may('GET /api/v1/release-policy');
  }
}

function reviseOpen(): void {
  const { panel } = route.get();
  if (panel.kind === 'record') {
    compose(panel.id);
  }
}
