import { SCREENS, type Screen } from '../navigation/route';
import { isLiaison, may } from '../session/session';

/** What the node must let one do for a screen to make sense; of several, one is enough. */
const NEEDS: Record<Screen, string | readonly string[]> = {
  picture: 'GET /api/v1/records',
  records: 'GET /api/v1/records',
  search: 'GET /api/v1/search',
  glossary: 'GET /api/v1/glossary',
  bodies: ['GET /api/v1/bodies', 'GET /api/v1/bodies/register'],
  watching: 'GET /api/v1/watching',
  overview: 'GET /api/v1/overview',
  cases: 'GET /api/v1/cases',
  meetings: 'GET /api/v1/meetings',
  commitments: 'GET /api/v1/commitments',
  relief: 'GET /api/v1/relief/board',
  acsa: 'GET /api/v1/acsa/orders',
  reviews: ['GET /api/v1/reviews', 'GET /api/v1/emergencies', 'GET /api/v1/consents', 'GET /api/v1/release-policy'],
  agreements: 'GET /api/v1/agreements',
  feeds: 'GET /api/v1/feeds',
  links: 'GET /api/v1/node',
  ledgers: 'GET /api/v1/ledgers/{party}',
  audit: 'GET /api/v1/audit',
  people: 'GET /api/v1/people',
  backups: 'GET /api/v1/backups',
  keys: 'GET /api/v1/keys',
  operation: 'GET /api/v1/operation',
  account: 'GET /api/v1/session',
};

export function isOpen(screen: Screen): boolean {
  // A liaison learns of this node that it is there, and nothing of its links.
  return [NEEDS[screen]].flat().some(may) && !(screen === 'links' && isLiaison());
}

export function openScreens(): readonly Screen[] {
  return SCREENS.filter(isOpen);
}

/** The screen asked for, or the first that is open. */
export function nearest(screen: Screen): Screen {
  return isOpen(screen) ? screen : (openScreens()[0] ?? 'account');
}
