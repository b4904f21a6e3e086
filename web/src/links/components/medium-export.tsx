import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { LinkState } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { Failure } from '../../ui/failure';
import { exportMedium } from '../api/export-medium';
import { byteCount } from '../../ui/figures';
import { saveFile } from '../../ui/save-file';
import { readSince } from '../model/link-figures';

interface Props {
  readonly link: LinkState;
  readonly onClose: () => void;
}

/** Makes a file for one partner, to be carried by hand where no line goes. */
export function MediumExport({ link: { party, ledger, waiting }, onClose }: Props) {
  const t = useTranslate();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [attachments, setAttachments] = useState(false);
  const since = readSince(typed, ledger.size);
  const name = `for-${party}.renkei`;
  const made = useMutation({
    mutationFn: (after: number | undefined) => exportMedium(party, { since: after, attachments }),
    onSuccess: (medium) => saveFile(medium, name),
  });
  return (
    <form
      className="confirm"
      data-tone="plain"
      aria-label={`${t('media.export')} ${party}`}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      onSubmit={(event) => {
        event.preventDefault();
        if (since !== 'wrong') {
          made.mutate(since === 'nothing' ? undefined : since);
        }
      }}
    >
      <div className="effect">
        <p>{t('media.exportEffect', { party, n: ledger.acknowledged })}</p>
        {waiting === 0 && <p>{t('media.allConfirmed', { party })}</p>}
      </div>
      <label htmlFor={id}>
        {t('media.since')} <small>{t('form.optional')}</small>
      </label>
      <input
        id={id}
        className="position-input mono"
        inputMode="numeric"
        autoFocus
        placeholder={String(ledger.acknowledged)}
        aria-invalid={since === 'wrong'}
        aria-describedby={since === 'wrong' ? `${id}-wrong` : undefined}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {since === 'wrong' && (
        <span className="field-error" id={`${id}-wrong`}>
          {t('media.sinceWrong', { n: ledger.size })}
        </span>
      )}
      <label className="check">
        <input type="checkbox" checked={attachments} onChange={(event) => setAttachments(event.target.checked)} />
        {t('media.attachments')}
      </label>
      {made.isError && <Failure error={made.error} />}
      {made.data && (
        <p className="notice" data-tone="normal" role="status">
          {t('media.exported', { name, size: byteCount(made.data.size), party })}
        </p>
      )}
      <div className="buttons">
        <button type="submit" className="button primary" disabled={since === 'wrong' || made.isPending}>
          {made.isPending ? t('media.exporting') : t('media.save', { name })}
        </button>
        <button type="button" className="button quiet" onClick={onClose}>
          {t('common.close')}
        </button>
      </div>
    </form>
  );
}
