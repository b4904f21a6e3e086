import type { FieldError } from '../../api/types';

/** What the fake node answers instead, as a problem document. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly errors: FieldError[] = [],
  ) {
    super(message);
  }
}
