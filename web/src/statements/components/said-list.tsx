import type { ReactNode } from 'react';
import { Glossed } from '../../glossary/components/glossed';
import { zulu } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { openRecord } from '../../navigation/route';
import { LabelChip } from '../../release/components/label-chip';
import { MachineTranslation } from '../../translation/components/machine-translation';

/** What of a statement every desk shows. */
interface Statement {
  readonly record: string;
  readonly party: string;
  readonly act: string;
  readonly time: string;
  readonly label: string;
  readonly fits: boolean;
  readonly objections: readonly { readonly at: string; readonly text: string }[];
  readonly fields: Readonly<Record<string, unknown>>;
}

interface Props<Said extends Statement> {
  readonly title: string;
  readonly statements: readonly Said[];
  /** Those that name something that is not here. */
  readonly waiting: readonly Said[];
  readonly wordOf: (said: Said) => string;
  /** What stands between the act and the text. */
  readonly detail: (said: Said) => ReactNode;
}

/** What all sides said, in the order in which it counts. */
export function SaidList<Said extends Statement>({ title, statements, waiting, wordOf, detail }: Props<Said>) {
  const t = useTranslate();
  const line = (said: Said, waits: boolean) => (
    <li key={said.record} className="said-line" data-act={said.act} data-fits={said.fits}>
      <span className="mono">{zulu(said.time)}</span> <b className="mono">{said.party}</b>{' '}
      <button type="button" className="link" onClick={() => openRecord(said.record)}>
        {wordOf(said)}
      </button>{' '}
      {detail(said)} {typeof said.fields['text'] === 'string' && <Glossed text={said.fields['text']} />}{' '}
      <LabelChip text={said.label} />
      {typeof said.fields['text'] === 'string' && (
        <MachineTranslation record={said.record} at="/text" text={said.fields['text']} />
      )}
      {waits && <small className="quiet-text"> {t('cases.waitsHere')}</small>}
      {!said.fits && <span className="field-error">{t('cases.doesNotFit')}</span>}
      {said.objections.map((one) => (
        <span key={one.at + one.text} className="field-error">
          {one.text}
        </span>
      ))}
    </li>
  );
  return (
    <section>
      <h4>{title}</h4>
      <ul className="case-list">
        {statements.map((said) => line(said, false))}
        {waiting.map((said) => line(said, true))}
      </ul>
    </section>
  );
}
