import type { CaseReplay, CaseReplayLine } from '../../api/types';

/** One statement as a nation had it at some time. */
export interface SideLine {
  readonly line: CaseReplayLine;
  readonly from: string;
  readonly evidence: string;
  readonly delaySeconds: number;
  /** When it was taken back there, if that was before. */
  readonly takenBack: string | null;
}

/** The times at which one of these nations learned something, or something was taken back there; in order, each once. */
export function marksOf(replay: CaseReplay, parties: readonly string[]): readonly string[] {
  const known = replay.lines
    .flatMap(({ knew }) => knew)
    .filter(({ party }) => parties.includes(party))
    .flatMap(({ from, until }) => [from, until]);
  const gone = parties.includes(replay.own) ? replay.gone.flatMap(({ from, until }) => [from, until]) : [];
  const byTime = new Map([...known, ...gone].flatMap((one) => (one === null ? [] : [[Date.parse(one), one] as const])));
  return [...byTime.entries()].sort(([one], [other]) => one - other).map(([, text]) => text);
}

/** What a nation had at a time. What it had and was taken back since stands there with that. */
export function sideAt(replay: CaseReplay, party: string, at: string): readonly SideLine[] {
  const time = Date.parse(at);
  return replay.lines.flatMap((line) => {
    const knew = line.knew.find((one) => one.party === party);
    if (!knew?.from || !knew.evidence || Date.parse(knew.from) > time) {
      return [];
    }
    const { from, evidence, until, delaySeconds } = knew;
    const takenBack = until !== null && Date.parse(until) <= time ? until : null;
    return [{ line, from, evidence, delaySeconds: delaySeconds ?? 0, takenBack }];
  });
}

/** What stood here at a time and of which nothing is left, as another nation took it back. */
export function goneAt(replay: CaseReplay, at: string): CaseReplay['gone'] {
  const time = Date.parse(at);
  return replay.gone.filter(({ from }) => from !== null && Date.parse(from) <= time);
}

/** The place of the last mark that is not after a time, the first where all are; without a time the last of all. */
export function placeOf(marks: readonly string[], time: string | null): number {
  const after = time === null ? -1 : marks.findIndex((mark) => Date.parse(mark) > Date.parse(time));
  return Math.max(0, (after < 0 ? marks.length : after) - 1);
}
