export const CLASSIFICATIONS = ['UNCLASSIFIED', 'RESTRICTED', 'CONFIDENTIAL', 'SECRET', 'TOP SECRET'] as const;
export type Classification = (typeof CLASSIFICATIONS)[number];

/** Who may get it: nobody but the origin, the parties named, or everybody. */
export type Releasable = { kind: 'nobody' } | { kind: 'parties'; parties: readonly string[] } | { kind: 'public' };

/** A confidentiality label, as its text form reads (see `Label` in the API description). */
export interface Label {
  readonly policy: string | null;
  readonly classification: Classification;
  readonly caveats: readonly string[];
  readonly orcon: boolean;
  readonly eyesOnly: boolean;
  readonly releasable: Releasable;
  readonly foreign: readonly string[];
  readonly purposes: readonly string[];
  readonly exercise: boolean;
}

export const NOBODY: Releasable = { kind: 'nobody' };

export const UNCLASSIFIED_LABEL: Label = {
  policy: null,
  classification: 'UNCLASSIFIED',
  caveats: [],
  orcon: false,
  eyesOnly: false,
  releasable: NOBODY,
  foreign: [],
  purposes: [],
  exercise: false,
};

export function level(label: Label): number {
  return CLASSIFICATIONS.indexOf(label.classification);
}

/** Reads the text form; null when any part of it is not understood, so that nobody takes it for less than it is. */
export function parseLabel(text: string): Label | null {
  const trimmed = text.trim();
  const foreignPolicy = trimmed.startsWith('//');
  const [head = '', ...rest] = (foreignPolicy ? trimmed.slice(2) : trimmed).split('//').map((part) => part.trim());
  const policy = foreignPolicy ? (/^\S+/.exec(head)?.[0] ?? null) : null;
  const classification = policy === null ? head : head.slice(policy.length).trim();
  if (!isClassification(classification)) {
    return null;
  }
  let label: Label = { ...UNCLASSIFIED_LABEL, policy, classification };
  for (const part of rest) {
    const next = withPart(label, part);
    if (next === null) {
      return null;
    }
    label = next;
  }
  return label;
}

function withPart(label: Label, part: string): Label | null {
  if (part === 'ORCON') return { ...label, orcon: true };
  if (part === 'EYES ONLY') return { ...label, eyesOnly: true };
  if (part === 'PUBLIC') return { ...label, releasable: { kind: 'public' } };
  if (part === 'EXERCISE') return { ...label, exercise: true };
  if (part.startsWith('REL TO ')) return { ...label, releasable: { kind: 'parties', parties: names(part.slice(7)) } };
  if (part.startsWith('FGI ')) return { ...label, foreign: names(part.slice(4)) };
  if (part.startsWith('FOR ')) return { ...label, purposes: names(part.slice(4)) };
  const caveats = part.split('/').map((caveat) => caveat.trim());
  return label.caveats.length === 0 && caveats.every((caveat) => /^[A-Z0-9][A-Z0-9 -]*$/.test(caveat))
    ? { ...label, caveats }
    : null;
}

function names(list: string): string[] {
  return list
    .split(/[,\s]+/)
    .filter((name) => name !== '')
    .sort();
}

export function isClassification(text: string): text is Classification {
  return (CLASSIFICATIONS as readonly string[]).includes(text);
}

export function printLabel(label: Label): string {
  const parts: string[] = [label.policy === null ? label.classification : `//${label.policy} ${label.classification}`];
  if (label.caveats.length > 0) parts.push([...label.caveats].sort().join('/'));
  if (label.orcon) parts.push('ORCON');
  if (label.eyesOnly) parts.push('EYES ONLY');
  if (label.releasable.kind === 'public') parts.push('PUBLIC');
  if (label.releasable.kind === 'parties' && label.releasable.parties.length > 0) {
    parts.push(`REL TO ${[...label.releasable.parties].sort().join(', ')}`);
  }
  if (label.foreign.length > 0) parts.push(`FGI ${[...label.foreign].sort().join(', ')}`);
  if (label.purposes.length > 0) parts.push(`FOR ${[...label.purposes].sort().join(', ')}`);
  if (label.exercise) parts.push('EXERCISE');
  return parts.join('//');
}
