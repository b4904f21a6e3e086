import type { FieldError as Refusal } from '../../api/types';

/** What the node refused at this place of the request or below it. */
export function FieldError({ errors, at, id }: { errors: readonly Refusal[]; at: string; id?: string }) {
  const mine = errorsAt(errors, at);
  return mine.length === 0 ? null : (
    <span className="field-error" role="alert" id={id} data-at={at}>
      {mine.map(({ message }) => message).join(' ')}
    </span>
  );
}

export function errorsAt(errors: readonly Refusal[], at: string): Refusal[] {
  return errors.filter((error) => error.at === at || error.at.startsWith(`${at}/`));
}
