import type { ReliefLine } from '../../api/types';

/** A line as a person edits it. */
export interface EditedLine {
  readonly line: ReliefLine;
  readonly chosen: boolean;
  /** As typed. */
  readonly quantity: string;
}

/** What is sent of a line. */
export interface DecidedLine {
  readonly need: string;
  readonly offer: string;
  readonly via: string;
  readonly quantity: number;
  readonly arrival: string;
}

export function editedFrom(lines: readonly ReliefLine[]): readonly EditedLine[] {
  return lines.map((line) => ({ line, chosen: true, quantity: String(line.quantity) }));
}

/** Units that are typed; null for what is no whole number from 1 or more than was proposed. */
export function unitsOf({ line, quantity }: EditedLine): number | null {
  const units = /^\d{1,10}$/.test(quantity.trim()) ? Number(quantity.trim()) : 0;
  return units >= 1 && units <= line.quantity ? units : null;
}

/** What is chosen, ready to be sent; null while one of it cannot be read. */
export function decidedFrom(edited: readonly EditedLine[]): readonly DecidedLine[] | null {
  const decided: DecidedLine[] = [];
  for (const one of edited.filter(({ chosen }) => chosen)) {
    const quantity = unitsOf(one);
    if (quantity === null) {
      return null;
    }
    const { need, offer, via, arrival } = one.line;
    decided.push({ need, offer, via, quantity, arrival });
  }
  return decided;
}

/** How many of the chosen are promises of our own, and how many go to others as proposals. */
export function countsOf(edited: readonly EditedLine[]): { readonly promised: number; readonly proposed: number } {
  const chosen = edited.filter((one) => one.chosen);
  const promised = chosen.filter(({ line }) => line.decision === 'promised').length;
  return { promised, proposed: chosen.length - promised };
}

/** A part of a whole in percent, with one digit. There is a whole. */
export function percentOf(part: number, whole: number): string {
  return ((100 * part) / whole).toFixed(1);
}
