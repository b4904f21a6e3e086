import { isProblem } from '../../api/problem';
import type { FieldError } from '../../api/types';
import { useTranslate, type Translate } from '../../i18n/translate';
import type { DraftState } from '../model/draft-state';

interface Props {
  readonly state: DraftState;
  readonly errors: readonly FieldError[];
  readonly failure: unknown;
  readonly busy: boolean;
  readonly blocked: boolean;
  readonly onDiscard: () => void;
}

/** Sends, and says why it was not taken, all reasons at once. */
export function ComposeFoot({ errors, failure, busy, blocked, onDiscard }: Props) {
  const t = useTranslate();
  return (
    <footer className="compose-foot">
      {failure !== null && (
        <div className="notice" data-tone="critical" role="alert">
          {explain(failure, t)}
          {errors.length > 0 && (
            <ul aria-label={t('form.errors')}>
              {errors.map(({ at, message }) => (
                <li key={at + message}>
                  <code>{at}</code> {message}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      <div className="buttons">
        <button type="submit" className="button primary" disabled={busy || blocked}>
          {busy ? t('form.sending') : t('form.send')}
        </button>
        <button type="button" className="button quiet" onClick={onDiscard}>
          {t('form.discard')}
        </button>
      </div>
    </footer>
  );
}

function explain(failure: unknown, t: Translate): string {
  if (!isProblem(failure)) {
    return t('common.failed');
  }
  switch (failure.status) {
    case 0:
    case 503:
      return t('form.unavailable');
    case 409:
      return t('form.conflict');
    default:
      return t('form.refused', { detail: failure.problem.detail });
  }
}
