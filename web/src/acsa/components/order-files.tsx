import { useTranslate } from '../../i18n/translate';
import { FileDrop } from '../../records/components/file-drop';
import { byteCount } from '../../ui/figures';
import type { ChosenFile } from '../model/files';

interface Props {
  readonly files: readonly ChosenFile[];
  readonly onChange: (change: (files: readonly ChosenFile[]) => readonly ChosenFile[]) => void;
  readonly onBusy: (busy: boolean) => void;
}

/** The files that go with a statement: to both nations, or kept by the own one. */
export function OrderFiles({ files, onChange, onBusy }: Props) {
  const t = useTranslate();
  return (
    <FileDrop
      name={t('acsa.files')}
      hint={t('acsa.filesHint')}
      onUploaded={(attachment) => onChange((now) => [...now, { attachment, own: false }])}
      onBusy={onBusy}
    >
      <ul className="attachments">
        {files.map(({ attachment, own }, place) => (
          <li key={`${place}-${attachment.sha256}`}>
            <span>
              <strong>{attachment.name}</strong> <span className="mono">{byteCount(attachment.size)}</span>{' '}
              <label>
                <input
                  type="checkbox"
                  name="own-file"
                  checked={own}
                  onChange={({ target }) =>
                    onChange((now) => now.map((file, at) => (at === place ? { ...file, own: target.checked } : file)))
                  }
                />{' '}
                {t('acsa.fileOwn')}
              </label>{' '}
              <button
                type="button"
                className="link"
                onClick={() => onChange((now) => now.filter((_, at) => at !== place))}
              >
                {t('attachment.remove', { name: attachment.name })}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </FileDrop>
  );
}
