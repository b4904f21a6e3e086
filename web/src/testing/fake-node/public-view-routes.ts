import type { PublicView } from '../../api/types';

let turned: Pick<PublicView, 'open' | 'since' | 'by' | 'reason'> = { open: false, since: null, by: null, reason: null };

/** The switch of the public view; undefined for everything else. */
export function answerPublicView(
  method: string,
  steps: readonly string[],
  body: Readonly<Record<string, unknown>>,
  caller: string,
): PublicView | undefined {
  if (steps[0] !== 'public-view') {
    return undefined;
  }
  if (method === 'PUT') {
    turned = {
      open: body['open'] === true,
      since: new Date().toISOString(),
      by: caller,
      reason: String(body['reason']),
    };
  }
  return {
    ...turned,
    counts: { places: 7, shelters: 35, alerts: 2, hazards: 1, needs: 4 },
    exercise: { places: 0, shelters: 0, alerts: 1, hazards: 0, needs: 0 },
  };
}
