import { zulu } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { useRevisions } from '../model/record-queries';

interface Props {
  readonly id: string;
  readonly newest: number;
  readonly shown: number;
  readonly onShow: (revision: number | null) => void;
}

/** The course of a record: every revision held here, oldest first. */
export function Revisions({ id, newest, shown, onShow }: Props) {
  const t = useTranslate();
  const revisions = useRevisions(id).data ?? [];
  if (revisions.length < 2) {
    return null;
  }
  return (
    <section aria-label={t('record.revisions')}>
      <h3>{t('record.revisions')}</h3>
      <ol className="revisions">
        {revisions.map((revision) => (
          <li key={revision.revision} aria-current={revision.revision === shown}>
            <button type="button" onClick={() => onShow(revision.revision === newest ? null : revision.revision)}>
              <strong>{t('record.revision', { n: revision.revision })}</strong>{' '}
              <span className="mono">{zulu(revision.time)}</span> <span>{revision.author}</span>
              {revision.state === 'recalled' && <span className="recalled"> {t('record.recalled')}</span>}
              {revision.revision === newest && <small> {t('record.current')}</small>}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
