import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useAgreements } from '../../agreements/model/agreement-queries';
import { isProblem } from '../../api/problem';
import type { Decision, Draft } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { Failure } from '../../ui/failure';
import { useDebounced } from '../../ui/use-debounced';
import { previewRelease } from '../api/preview-release';
import { useOnScreen } from '../model/on-screen';
import { DecisionList } from './decision-list';
import { LabelChip } from './label-chip';

interface Props {
  /** Null while the form cannot be read. */
  readonly draft: Draft | null;
  readonly renderForm: (body: Readonly<Record<string, unknown>>) => ReactNode;
}

const REST_MILLIS = 350;

/** Before sending: who would get what, and why. Asked from the node, which decides; nothing is decided here. */
export function ReleasePreview({ draft, renderForm }: Props) {
  const t = useTranslate();
  const language = useLanguage();
  const agreements = useAgreements().data?.agreements ?? [];
  const key = draft === null ? null : JSON.stringify(draft);
  const rested = useDebounced(key, REST_MILLIS);
  const preview = useQuery({
    queryKey: ['preview', rested, language],
    queryFn: ({ signal }) => previewRelease(JSON.parse(rested ?? '{}') as Draft, signal),
    enabled: rested !== null,
    placeholderData: (before) => before,
    staleTime: 0,
    gcTime: 0,
  });
  const stale = key !== rested || preview.isPlaceholderData;
  useOnScreen('preview', preview.data ? [preview.data.banner] : []);
  const unfinished =
    preview.isError && isProblem(preview.error) && (preview.error.status === 422 || preview.error.status === 400);
  return (
    <section className="preview" aria-label={t('preview.title')} data-stale={stale} aria-busy={preview.isFetching}>
      <h3>{t('preview.title')}</h3>
      {key === null && <p className="quiet-text">{t('preview.waiting')}</p>}
      {preview.isError && unfinished && (
        <div className="quiet-text">
          <p>{t('preview.waiting')}</p>
          <ul>
            {isProblem(preview.error) &&
              preview.error.fieldErrors.map(({ at, message }) => (
                <li key={at + message}>
                  <code>{at}</code> {message}
                </li>
              ))}
          </ul>
        </div>
      )}
      {preview.isError && !unfinished && <Failure error={preview.error} retry={() => void preview.refetch()} />}
      {preview.isFetching && !preview.data && <p className="quiet-text">{t('preview.deciding')}</p>}
      {key !== null && preview.data && !preview.isError && (
        <>
          <p className="chips">
            <small>{t('preview.banner')}</small> <LabelChip text={preview.data.banner} />
          </p>
          <DecisionList
            decisions={preview.data.decisions}
            agreements={agreements}
            preview
            extra={(decision) => <PreviewForm decision={decision} renderForm={renderForm} />}
          />
        </>
      )}
    </section>
  );
}

function PreviewForm({ decision, renderForm }: { decision: Decision; renderForm: Props['renderForm'] }) {
  const t = useTranslate();
  const { party, form } = decision;
  if (!form || decision.decision === 'withheld' || decision.decision === 'needs-review') {
    return <p className="preview-form quiet-text">{t('preview.nothing', { party })}</p>;
  }
  return (
    <details className="preview-form">
      <summary>{t('preview.form', { party })}</summary>
      <div>{renderForm(form as Record<string, unknown>)}</div>
    </details>
  );
}
