import type { Attachment } from '../../api/types';

/** A file that is to go with a statement; one for the own nation alone leaves no trace at the partner. */
export interface ChosenFile {
  readonly attachment: Attachment;
  readonly own: boolean;
}

/** As a request names them: what both nations get, and what the own one keeps. */
export function filesFor(files: readonly ChosenFile[]): {
  readonly shared: readonly Attachment[];
  readonly ownFiles: readonly Attachment[];
} {
  return {
    shared: files.filter(({ own }) => !own).map(({ attachment }) => attachment),
    ownFiles: files.filter(({ own }) => own).map(({ attachment }) => attachment),
  };
}
