import type { Attachment, CaseFile } from '../../api/types';
import { labelOf } from '../../statements/model/form';

/** A file that is to go with a statement. */
export interface ChosenFile {
  readonly attachment: Attachment;
  /** Null while it goes to all who are told the statement, under its label. */
  readonly own: OwnLabel | null;
}

export interface OwnLabel {
  readonly to: readonly string[];
  readonly classification: string;
}

/** Under what all labels of a case have in common. */
export interface Setting {
  readonly purposes: readonly string[];
  readonly exercise: boolean;
}

/** Whoever is no longer told the statement is not told of its file either. */
export function toldOf(file: ChosenFile, to: readonly string[]): readonly string[] {
  return file.own ? file.own.to.filter((party) => to.includes(party)) : to;
}

export function labelOfFile(own: OwnLabel, to: readonly string[], { purposes, exercise }: Setting): string {
  const told = own.to.filter((party) => to.includes(party));
  return labelOf(own.classification, told, purposes, exercise);
}

export function filesFor(files: readonly ChosenFile[], to: readonly string[], setting: Setting): CaseFile[] {
  return files.map(({ attachment, own }) =>
    own ? { ...attachment, label: labelOfFile(own, to, setting) } : { ...attachment },
  );
}
