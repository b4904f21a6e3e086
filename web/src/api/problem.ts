import type { FieldError, Problem } from './types';

/** A refusal or failure the node answered with (RFC 9457), or the lack of an answer (`status` 0). */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail || problem.title);
    this.name = 'ProblemError';
  }

  get status(): number {
    return this.problem.status;
  }

  get fieldErrors(): readonly FieldError[] {
    return this.problem.errors ?? [];
  }
}

export function isProblem(error: unknown): error is ProblemError {
  return error instanceof ProblemError;
}

/** Reads the body of a failed answer; an answer that is no problem document still becomes one. */
export async function problemFrom(response: Response): Promise<ProblemError> {
  const fallback: Problem = {
    type: 'about:blank',
    title: response.statusText || `HTTP ${response.status}`,
    status: response.status,
    detail: '',
  };
  try {
    const body = (await response.json()) as Partial<Problem>;
    return new ProblemError({ ...fallback, ...body, status: response.status });
  } catch {
    return new ProblemError(fallback);
  }
}

export function noAnswer(): ProblemError {
  return new ProblemError({ type: 'about:blank', title: '', status: 0, detail: '' });
}
