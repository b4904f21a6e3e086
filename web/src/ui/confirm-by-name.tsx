import { useId, useState, type ReactNode } from 'react';
import type { TextKey } from '../i18n/translate';
import { useTranslate } from '../i18n/translate';

interface Props {
  readonly title: string;
  readonly effect: ReactNode;
  /** The word to type: destructive work is confirmed by name. */
  readonly word: string;
  readonly confirmText: TextKey;
  readonly reasonText: TextKey;
  /** How many characters a reason has at least. */
  readonly leastReason?: number;
  readonly submitText: string;
  readonly busy: boolean;
  readonly children?: ReactNode;
  readonly onConfirm: (reason: string) => void;
  readonly onCancel: () => void;
}

/** Says exactly what will happen to whom, asks for the reason, and starts only when the name is typed. */
export function ConfirmByName(props: Props) {
  const t = useTranslate();
  const id = useId();
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const missing = (props.leastReason ?? 1) - reason.trim().length;
  const ready = missing <= 0 && typed.trim() === props.word && !props.busy;
  return (
    <form
      className="confirm"
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) {
          props.onConfirm(reason.trim());
        }
      }}
    >
      <h3 id={`${id}-title`}>{props.title}</h3>
      <div className="effect">{props.effect}</div>
      <label htmlFor={`${id}-reason`}>{t(props.reasonText)}</label>
      <textarea
        id={`${id}-reason`}
        rows={2}
        maxLength={500}
        required
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {props.leastReason !== undefined && missing > 0 && <small>{t('emergency.short', { n: missing })}</small>}
      {props.children}
      <label htmlFor={`${id}-word`}>{t(props.confirmText, { word: props.word })}</label>
      <input id={`${id}-word`} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
      <div className="buttons">
        <button type="submit" className="button danger" disabled={!ready}>
          {props.submitText}
        </button>
        <button type="button" className="button quiet" onClick={props.onCancel}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  );
}
