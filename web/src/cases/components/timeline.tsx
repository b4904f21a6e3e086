import type { CasePage, CaseStatement, CaseStep } from '../../api/types';
import { zulu } from '../../i18n/time';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { openRecord } from '../../navigation/route';
import { AttachmentList } from '../../records/components/attachment-list';
import { LabelChip } from '../../release/components/label-chip';
import { StepButtons } from './step-buttons';
import { useBodies } from './use-bodies';

interface Props {
  readonly whole: CasePage;
  /** Those that this person had not seen. */
  readonly fresh: ReadonlySet<string>;
  readonly stepsOn: (record: string) => readonly CaseStep[];
  readonly onStep: (step: CaseStep) => void;
  /** Asks for more of what was said before. */
  readonly onEarlier: (() => void) | undefined;
}

/** What all sides said, in the order in which it counts: ours on the left, the others' on the right. */
export function Timeline({ whole, fresh, stepsOn, onStep, onEarlier }: Props) {
  const t = useTranslate();
  const refs = new Map([...whole.statements, ...whole.waiting].map((one) => [one.record, `${one.party}-${one.ref}`]));
  const here = new Set(whole.statements.map(({ record }) => record));
  const enclosures = whole.statements.filter(
    ({ act, fits, on }) => act === 'enclose' && fits && on.every((one) => here.has(one)),
  );
  const enclosed = new Set(enclosures);
  const shown = whole.statements.filter((one) => one.act !== 'receipt' && !enclosed.has(one));
  const said = (one: CaseStatement, waits: boolean) => (
    <Said
      key={one.record}
      said={one}
      waits={waits}
      fresh={fresh.has(one.record)}
      refs={refs}
      enclosures={enclosures.filter(({ on }) => on.includes(one.record))}
      steps={stepsOn(one.record).filter(({ act }) => ['status', 'result', 'withdraw'].includes(act))}
      onStep={onStep}
    />
  );
  return (
    <section>
      <h4>{t('cases.timeline')}</h4>
      {whole.earlier > 0 && (
        <p>
          {t('cases.earlier', { n: whole.earlier })}{' '}
          {onEarlier && (
            <button type="button" className="link" onClick={onEarlier}>
              {t('cases.showEarlier')}
            </button>
          )}
        </p>
      )}
      <div className="case-sides">
        <b>{t('cases.ours', { party: whole.own })}</b>
        <b>{t('cases.theirs')}</b>
        {shown.map((one) => said(one, false))}
        {whole.waiting.map((one) => said(one, true))}
      </div>
    </section>
  );
}

interface SaidProps {
  readonly said: CaseStatement;
  readonly waits: boolean;
  readonly fresh: boolean;
  readonly refs: ReadonlyMap<string, string>;
  /** Files to it that were said apart. */
  readonly enclosures: readonly CaseStatement[];
  readonly steps: readonly CaseStep[];
  readonly onStep: (step: CaseStep) => void;
}

function Said({ said, waits, fresh, refs, enclosures, steps, onStep }: SaidProps) {
  const t = useTranslate();
  const text = said.fields['text'];
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
      {typeof text === 'string' && <p className="case-text">{text}</p>}
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
