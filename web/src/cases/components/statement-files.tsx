import { useTranslate } from '../../i18n/translate';
import { FileDrop } from '../../records/components/file-drop';
import { LabelChip } from '../../release/components/label-chip';
import { CLASSIFICATIONS } from '../../release/model/label';
import { NationChecks } from '../../statements/components/nation-checks';
import { byteCount } from '../../ui/figures';
import { labelOfFile, toldOf, type ChosenFile, type OwnLabel, type Setting } from '../model/files';

interface Props {
  readonly own: string;
  /** Who is told the statement. */
  readonly to: readonly string[];
  readonly classification: string;
  readonly setting: Setting;
  readonly files: readonly ChosenFile[];
  readonly onChange: (change: (files: readonly ChosenFile[]) => readonly ChosenFile[]) => void;
  readonly onBusy: (busy: boolean) => void;
}

/** The files that go with a statement; one of them may go to fewer nations. */
export function StatementFiles({ own, to, classification, setting, files, onChange, onBusy }: Props) {
  const t = useTranslate();
  const put = (place: number, label: OwnLabel | null) =>
    onChange((now) => now.map((file, at) => (at === place ? { ...file, own: label } : file)));
  return (
    <FileDrop
      name={t('cases.files')}
      hint={t('cases.filesHint')}
      onUploaded={(attachment) => onChange((now) => [...now, { attachment, own: null }])}
      onBusy={onBusy}
    >
      <ul className="attachments">
        {files.map((file, place) => {
          const { name, size, sha256 } = file.attachment;
          return (
            <li key={`${place}-${sha256}`}>
              <span>
                <strong>{name}</strong> <span className="mono">{byteCount(size)}</span>{' '}
                <button
                  type="button"
                  className="link"
                  aria-pressed={file.own !== null}
                  onClick={() => put(place, file.own ? null : { to: [own], classification })}
                >
                  {file.own ? t('cases.fileForAll', { name }) : t('cases.fileForFewer', { name })}
                </button>{' '}
                <button
                  type="button"
                  className="link"
                  onClick={() => onChange((now) => now.filter((_, at) => at !== place))}
                >
                  {t('attachment.remove', { name })}
                </button>
              </span>
              {file.own && (
                <FewerNations
                  name={name}
                  own={own}
                  to={to}
                  told={toldOf(file, to)}
                  label={file.own}
                  setting={setting}
                  onChange={(label) => put(place, label)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </FileDrop>
  );
}

interface FewerProps {
  readonly name: string;
  readonly own: string;
  readonly to: readonly string[];
  readonly told: readonly string[];
  readonly label: OwnLabel;
  readonly setting: Setting;
  readonly onChange: (label: OwnLabel) => void;
}

function FewerNations({ name, own, to, told, label, setting, onChange }: FewerProps) {
  const t = useTranslate();
  return (
    <fieldset className="case-addressees">
      <legend>{t('cases.fileTo', { name })}</legend>
      <div className="buttons">
        <NationChecks
          own={own}
          nations={to}
          to={told}
          name="file-to"
          onTo={(next) => onChange({ ...label, to: next })}
        />
        <select
          aria-label={t('label.classification')}
          value={label.classification}
          onChange={({ target }) => onChange({ ...label, classification: target.value })}
        >
          {CLASSIFICATIONS.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
        <LabelChip text={labelOfFile(label, to, setting)} />
      </div>
      <p className="quiet-text">{t('cases.fileToHint')}</p>
    </fieldset>
  );
}
