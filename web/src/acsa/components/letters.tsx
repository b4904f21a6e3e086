import { useQuery } from '@tanstack/react-query';
import type { AcsaDraft, AcsaOrder } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { saveFile } from '../../ui/save-file';
import { listDrafts } from '../api/follow-up';

/** Drafts of what this nation writes next, in the reader's language first. */
export function Letters({ order }: { order: AcsaOrder }) {
  const t = useTranslate();
  const language = useLanguage();
  const state = useQuery({
    queryKey: ['acsa', 'drafts', order.id, order.hash],
    queryFn: ({ signal }) => listDrafts(order.id, signal),
  });
  const drafts = state.data?.drafts ?? [];
  if (drafts.length === 0) {
    return null;
  }
  const sorted = drafts.toSorted((a, b) => Number(b.language === language) - Number(a.language === language));
  return (
    <section>
      <h4>{t('acsa.letters')}</h4>
      <p className="quiet-text">{t('acsa.lettersMean')}</p>
      {sorted.map((draft) => (
        <Letter key={`${draft.kind} ${draft.delivery} ${draft.language}`} draft={draft} label={order.label} />
      ))}
    </section>
  );
}

function Letter({ draft, label }: { draft: AcsaDraft; label: string }) {
  const t = useTranslate();
  const save = () =>
    saveFile(
      new Blob([`${label}\n\n${draft.title}\n\n${draft.body}\n${label}\n`], { type: 'text/plain;charset=utf-8' }),
      `${draft.title}.txt`,
    );
  return (
    <details className="acsa-letter" lang={draft.language} data-draft={draft.kind}>
      <summary>{draft.title}</summary>
      <pre>{draft.body}</pre>
      <button type="button" className="button quiet" onClick={save}>
        {t('acsa.saveLetter')}
      </button>
    </details>
  );
}
