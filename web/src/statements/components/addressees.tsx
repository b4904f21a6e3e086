import { useTranslate } from '../../i18n/translate';
import { LabelChip } from '../../release/components/label-chip';
import { CLASSIFICATIONS } from '../../release/model/label';
import { NationChecks } from './nation-checks';

const PRECEDENCES = ['ROUTINE', 'PRIORITY', 'IMMEDIATE', 'FLASH'] as const;

interface Props {
  readonly own: string;
  readonly nations: readonly string[];
  /** Whether all of them have to be told. */
  readonly everybody: boolean;
  readonly to: readonly string[];
  readonly classification: string;
  readonly precedence: string;
  readonly label: string;
  readonly onTo: (to: readonly string[]) => void;
  readonly onClassification: (classification: string) => void;
  readonly onPrecedence: (precedence: string) => void;
}

/** Who is told, how urgent it is, and the label that follows. */
export function Addressees(props: Props) {
  const t = useTranslate();
  const { own, nations, everybody, to, classification, precedence, label } = props;
  return (
    <fieldset className="case-addressees">
      <legend>{t('cases.to')}</legend>
      <div className="buttons">
        <NationChecks own={own} nations={nations} to={to} name="to" everybody={everybody} onTo={props.onTo} />
        <small className="quiet-text">{everybody ? t('cases.toAll') : t('cases.toHint', { party: own })}</small>
      </div>
      <div className="limit-row">
        <label className="form-row">
          <span className="form-name">{t('label.title')}</span>
          <select
            name="classification"
            value={classification}
            onChange={({ target }) => props.onClassification(target.value)}
          >
            {CLASSIFICATIONS.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <label className="form-row">
          <span className="form-name">{t('cases.precedence')}</span>
          <select name="precedence" value={precedence} onChange={({ target }) => props.onPrecedence(target.value)}>
            {PRECEDENCES.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <LabelChip text={label} />
      </div>
    </fieldset>
  );
}
