import type { KindView } from '../../records/model/kind-view';

/** Hazards as instruments and agencies report them, and the alerts that agencies issue. */
export const hazardKinds: readonly KindView[] = [
  {
    kind: 'hazard',
    symbol: ({ magnitude }) => ({ type: 'hazard', magnitude: typeof magnitude === 'number' ? magnitude : 4 }),
  },
  {
    kind: 'alert',
    symbol: ({ severity, msgType, urgency }) => ({
      type: 'glyph',
      glyph: 'alert',
      tone: tone(severity, msgType, urgency),
    }),
  },
];

/** What is over, or was taken back, stands there without alarm. */
function tone(severity: unknown, message: unknown, urgency: unknown): 'plain' | 'caution' | 'critical' {
  if (message === 'Cancel' || urgency === 'Past' || severity === 'Minor') {
    return 'plain';
  }
  return severity === 'Moderate' ? 'caution' : 'critical';
}
