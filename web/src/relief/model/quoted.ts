import type { ReliefPlace } from '../../api/types';
import { level, parseLabel, type Label } from '../../release/model/label';

type Report = ReliefPlace['reports'][number];

/** What of the reports on a place can be said to one nation, and how high that is. */
export interface Quoted {
  readonly reports: readonly Report[];
  readonly classification: string;
}

/**
 * Its own reports and those of ours that it may have. What a third nation said is not ours to pass on, and what bears
 * more than a classification and addressees is left to the person who asks.
 */
export function quotedTo(asked: string, own: string, reports: readonly Report[]): Quoted {
  const quoted = reports.flatMap((report) => {
    const label = parseLabel(report.label);
    const fits = label !== null && isPlain(label) && (report.party === asked || goesTo(asked, label));
    return fits && [asked, own].includes(report.party) ? [{ report, label }] : [];
  });
  const highest = quoted.map(({ label }) => label).sort((one, other) => level(other) - level(one))[0];
  return {
    reports: quoted.map(({ report }) => report),
    classification: highest?.classification ?? 'UNCLASSIFIED',
  };
}

function isPlain(label: Label): boolean {
  return label.caveats.length === 0 && !label.orcon && !label.eyesOnly && label.foreign.length === 0;
}

function goesTo(party: string, { releasable }: Label): boolean {
  return releasable.kind === 'public' || (releasable.kind === 'parties' && releasable.parties.includes(party));
}
