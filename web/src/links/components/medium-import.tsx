import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportedMedium } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { Failure } from '../../ui/failure';
import { importMedium } from '../api/import-medium';
import { UNKNOWN } from '../model/link-figures';

/** Takes in a file that a partner made for this node. */
export function MediumImport() {
  const t = useTranslate();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const taken = useMutation({
    mutationFn: importMedium,
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <section className="medium-import" aria-label={t('media.import')}>
      <h3>{t('media.import')}</h3>
      <p className="quiet-text">{t('media.importHint')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (file) {
            taken.mutate(file);
          }
        }}
      >
        <label className="file-pick">
          <input
            type="file"
            accept=".renkei,application/octet-stream"
            className="hidden-text"
            onChange={({ target }) => {
              setFile(target.files?.[0] ?? null);
              taken.reset();
            }}
          />
          <span className="button">{t('media.choose')}</span>
          <span className="file-name">{file?.name ?? t('media.noFile')}</span>
        </label>
        <button type="submit" className="button primary" disabled={!file || taken.isPending}>
          {taken.isPending ? t('media.importing') : t('media.doImport')}
        </button>
      </form>
      {taken.isError && <Failure error={taken.error} />}
      {taken.data && <Result medium={taken.data} />}
    </section>
  );
}

function Result({ medium: { from, first, last, added, confirmed } }: { medium: ImportedMedium }) {
  const t = useTranslate();
  return (
    <div className="notice" data-tone="normal" role="status">
      <p>{added === 0 ? t('media.nothingNew') : t('media.imported', { n: added })}</p>
      <dl className="facts">
        <dt>{t('media.from')}</dt>
        <dd>
          <code>{from}</code>
        </dd>
        <dt>{t('media.entries')}</dt>
        <dd className="mono">{first === 0 ? UNKNOWN : `${first}–${last}`}</dd>
        <dt>{t('media.added')}</dt>
        <dd className="mono">{added}</dd>
        <dt>{t('media.confirmed')}</dt>
        <dd className="mono">{confirmed}</dd>
      </dl>
    </div>
  );
}
