import { isProblem } from '../../api/problem';
import { Failure } from '../../ui/failure';

/** Why the node did not take it, all reasons. */
export function Refusals({ error }: { error: unknown }) {
  if (!error) {
    return null;
  }
  const errors = isProblem(error) ? error.fieldErrors : [];
  return (
    <div role="alert">
      <Failure error={error} />
      <ul className="field-error">
        {errors.map(({ at, message }) => (
          <li key={at + message}>{message}</li>
        ))}
      </ul>
    </div>
  );
}
