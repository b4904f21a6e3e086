import { level, parseLabel, type Label } from './label';

/** Something that a nation said under a label. */
interface Report {
  readonly party: string;
  readonly label: string;
}

/** What of several reports can be said to one nation, and how high that is. */
export interface Quoted<R extends Report> {
  readonly reports: readonly R[];
  readonly classification: string;
}

/**
 * Its own reports and those of ours that it may have. What a third nation said is not ours to pass on, and what bears
 * more than a classification and addressees is left to the person who asks.
 */
export function quotedTo<R extends Report>(asked: string, own: string, reports: readonly R[]): Quoted<R> {
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
