import { isProblem } from '../api/problem';
import { useTranslate } from '../i18n/translate';

/** What the node answered when something could not be had, and the next step. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const t = useTranslate();
  const problem = isProblem(error) ? error.problem : null;
  const text =
    problem === null
      ? t('common.failed')
      : problem.status === 0
        ? t('common.offline')
        : problem.detail || problem.title;
  return (
    <div className="failure" role="alert">
      <span>{text}</span>
      {retry && (
        <button type="button" className="button quiet" onClick={retry}>
          {t('common.retry')}
        </button>
      )}
    </div>
  );
}

export function Loading() {
  const t = useTranslate();
  return (
    <p className="loading" role="status">
      {t('common.loading')}
    </p>
  );
}
