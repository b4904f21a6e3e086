import type { AcsaComparison } from '../../api/types';
import { account, DAY, DUE, ID } from './fake-acsa';

let said = false;

/** As soon as we say our account, USA has said its own: of before a payment that waits at our release officer. */
export function comparison(settled: number, from: string, to: string, saying = false): AcsaComparison {
  said ||= saying;
  const { hash, net } = account(DUE);
  const at = `${DAY}T09:00:00Z`;
  const ours = { hash, entries: 2, orders: 1, net };
  const shared = { own: 'JPN', partner: 'USA', from, to, ours, otherPeriods: [] };
  if (!said) {
    return {
      ...shared,
      verdict: 'partner-has-not-said',
      weSaid: null,
      partnerSaid: null,
      net: [],
      orders: [],
      alike: 0,
      apart: 0,
    };
  }
  const owed = [{ asset: 'JPY', unit: 'minor', amount: -DUE }];
  const theirs = { hash: '7d'.repeat(32), entries: 1, orders: 1, net: owed };
  return {
    ...shared,
    verdict: 'differ',
    weSaid: { record: ID, at, side: theirs, decision: 'released', confirmedAt: at },
    partnerSaid: { record: ID, at, side: theirs },
    net: [{ asset: 'JPY', unit: 'minor', ours: 0, theirs: -DUE }],
    orders: [
      {
        order: ID,
        ours: settled > 0 ? 'settled' : 'settling',
        theirs: 'settling',
        gaps: [{ party: 'JPN', number: 4, act: 'pay', record: ID, reason: 'at-review' }],
      },
    ],
    alike: 0,
    apart: 0,
  };
}
