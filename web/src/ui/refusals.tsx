import { isProblem } from '../api/problem';
import { Failure } from './failure';

interface Props {
  readonly error: unknown;
  /** Names of the fields that show their reasons themselves. */
  readonly fields?: readonly string[];
}

/** Why the node did not take it: all reasons that no field shows. */
export function Refusals({ error, fields = [] }: Props) {
  if (!error) {
    return null;
  }
  const errors = isProblem(error) ? error.fieldErrors : [];
  return (
    <div role="alert">
      <Failure error={error} />
      <ul className="field-error">
        {errors
          .filter(({ at }) => !fields.includes(at.replace('/fields/', '')))
          .map(({ at, message }) => (
            <li key={at + message}>{message}</li>
          ))}
      </ul>
    </div>
  );
}
