/** Whose difference view a page of the overview shows: `told`, `told-USA`, or of one case `told-USA-<case>`. */
export interface ToldSubject {
  readonly party: string | null;
  readonly caseId: string | null;
}

const FORM = /^told(?:-([A-Z0-9]+)(?:-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))?)?$/;

/** Null for a page that is another one. */
export function toldSubject(subject: string | null): ToldSubject | null {
  const found = FORM.exec(subject ?? '');
  return found ? { party: found[1] ?? null, caseId: found[2] ?? null } : null;
}
