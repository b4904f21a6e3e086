import type { SharedRecord } from '../../api/types';
import type { Screen } from '../../navigation/route';

export interface Place {
  readonly screen: Screen;
  readonly subject: string;
  /** What one must be allowed to do to see it there. */
  readonly needs: string;
}

interface Desk {
  readonly screen: Screen;
  readonly field: string;
  /** What stands before the id in the address of that screen. */
  readonly before?: string;
  readonly needs: string;
}

const DESKS: Readonly<Record<string, Desk>> = {
  'case-statement': { screen: 'cases', field: 'case', needs: 'GET /api/v1/cases' },
  'meeting-statement': { screen: 'meetings', field: 'meeting', needs: 'GET /api/v1/meetings' },
  'commitment-statement': { screen: 'commitments', field: 'commitment', needs: 'GET /api/v1/commitments' },
  'move-statement': { screen: 'relief', field: 'move', before: 'move-', needs: 'GET /api/v1/relief/board' },
  'acsa-statement': { screen: 'acsa', field: 'order', needs: 'GET /api/v1/acsa/orders' },
};

/** The desk on which a statement is worked; null for what stands by itself. */
export function deskOf({ kind, body }: SharedRecord): Place | null {
  const desk = DESKS[kind];
  const subject = desk === undefined ? undefined : body[desk.field];
  return desk !== undefined && typeof subject === 'string'
    ? { screen: desk.screen, subject: (desk.before ?? '') + subject, needs: desk.needs }
    : null;
}
