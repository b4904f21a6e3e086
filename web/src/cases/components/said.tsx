import type { CaseStatement, CaseStep } from '../../api/types';
import { zulu } from '../../i18n/time';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { openRecord } from '../../navigation/route';
import { AttachmentList } from '../../records/components/attachment-list';
import { LabelChip } from '../../release/components/label-chip';
import { MachineTranslation } from '../../translation/components/machine-translation';
import { SaidText } from './said-text';
import { StepButtons } from './step-buttons';
import { useBodies } from './use-bodies';

interface Props {
  readonly said: CaseStatement;
  readonly waits: boolean;
  readonly fresh: boolean;
  readonly refs: ReadonlyMap<string, string>;
  /** Files to it that were said apart. */
  readonly enclosures: readonly CaseStatement[];
  readonly steps: readonly CaseStep[];
  readonly onStep: (step: CaseStep) => void;
  /** Begins a reply; undefined for who says nothing here. */
  readonly onReply: (() => void) | undefined;
}

/** One statement: who said it to whom, what it says, and where it has come to. */
export function Said({ said, waits, fresh, refs, enclosures, steps, onStep, onReply }: Props) {
  const t = useTranslate();
  return (
    <article
      className="case-said"
      data-side={said.own ? 'left' : 'right'}
      data-fits={said.fits}
      data-act={said.act}
      data-record={said.record}
    >
      <header>
        <button type="button" className="link" onClick={() => openRecord(said.record)}>
          {t(`cases.act.${said.act}` as TextKey)} <small className="mono">{refs.get(said.record)}</small>
        </button>
        <span>
          {fresh && <b className="case-new">{t('cases.isNew')}</b>} <small className="mono">{zulu(said.time)}</small>
        </span>
      </header>
      <small className="mono quiet-text">
        → {said.to.join(' ')}
        {said.on.length > 0 && ` · ${t('cases.on', { refs: said.on.map((on) => refs.get(on) ?? '…').join(' ') })}`}
      </small>{' '}
      <LabelChip text={said.label} />
      <Values said={said} />
      <SaidText fields={said.fields} />
      {typeof said.fields['text'] === 'string' && (
        <MachineTranslation record={said.record} at="/text" text={said.fields['text']} />
      )}
      <Files said={said} enclosures={enclosures} />
      {waits && <p className="field-error">{t('cases.waitsHere')}</p>}
      {!said.fits && (
        <div className="field-error">
          {t('cases.doesNotFit')}
          <ul>
            {said.objections.map((one) => (
              <li key={one.at + one.text}>{one.text}</li>
            ))}
          </ul>
        </div>
      )}
      <Reached said={said} />
      <StepButtons steps={steps} onStep={onStep} />
      {onReply && (
        <button type="button" className="button quiet small" onClick={onReply}>
          {t('cases.reply')}
        </button>
      )}
    </article>
  );
}

/** What came with it, and what only some of its readers were told of. */
function Files({ said, enclosures }: { said: CaseStatement; enclosures: readonly CaseStatement[] }) {
  const t = useTranslate();
  const own = said.fields['attachments'];
  return (
    <>
      {own !== undefined && <AttachmentList value={own} />}
      {enclosures.map((one) => (
        <div key={one.record} className="case-enclosure" data-record={one.record}>
          <small>{t('cases.enclosedFor', { list: one.to.join(' ') })}</small> <LabelChip text={one.label} />
          <AttachmentList value={one.fields['attachments']} />
        </div>
      ))}
    </>
  );
}

const SHOWN = [
  'party',
  'phase',
  'category',
  'extent',
  'status',
  'quantity',
  'place',
  'authority',
  'body',
  'due',
  'neededBy',
  'at',
];

function Values({ said }: { said: CaseStatement }) {
  const t = useTranslate();
  const { nameOf } = useBodies();
  const values = SHOWN.flatMap((name) => {
    const value = said.fields[name];
    if (value === undefined || value === null) {
      return [];
    }
    return [`${t(`cases.field.${name}` as TextKey)}: ${word(name, value)}`];
  });
  function word(name: string, value: unknown): string {
    switch (name) {
      case 'phase':
        return t(`cases.phase.${String(value)}` as TextKey);
      case 'category':
      case 'extent':
      case 'status':
        return t(`cases.choice.${String(value)}` as TextKey);
      case 'body':
        return nameOf(String(value));
      case 'due':
      case 'neededBy':
      case 'at':
        return zulu(String(value));
      case 'quantity':
        return `${String(value)} ${String(said.fields['unit'] ?? '')}`.trim();
      default:
        return String(value);
    }
  }
  return values.length === 0 ? null : <p className="case-values">{values.join(' · ')}</p>;
}

/** Of ours: who holds it and who has taken note. */
function Reached({ said }: { said: CaseStatement }) {
  const t = useTranslate();
  const words = [
    ...(said.released ?? []).map((one) =>
      one.confirmedAt ? t('cases.held', { party: one.party }) : t('cases.sent', { party: one.party }),
    ),
    ...said.receipts.map((one) =>
      t(`cases.receipt.${one.receipt}` as TextKey, { party: one.party, time: zulu(one.time) }),
    ),
  ];
  return words.length === 0 ? null : <small className="quiet-text">{words.join(' · ')}</small>;
}
