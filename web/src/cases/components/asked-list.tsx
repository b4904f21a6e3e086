import type { CasePage, CaseStep } from '../../api/types';
import { zulu } from '../../i18n/time';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { SaidText } from './said-text';
import { StepButtons } from './step-buttons';

interface Props {
  readonly whole: CasePage;
  readonly stepsOn: (record: string) => readonly CaseStep[];
  readonly onStep: (step: CaseStep) => void;
}

/** What was asked for, and who offered what of it. */
export function AskedList({ whole, stepsOn, onStep }: Props) {
  const t = useTranslate();
  if (whole.asked.length === 0) {
    return null;
  }
  return (
    <section>
      <h4>{t('cases.asked')}</h4>
      {whole.asked.map((asked) => (
        <article key={asked.on} className="case-asked" data-state={asked.state}>
          <header>
            <b>{t(`cases.asked.${asked.state}` as TextKey)}</b> <span className="mono">{asked.party}</span>{' '}
            {t(`cases.act.${asked.act}` as TextKey)}
            {asked.category && ` · ${t(`cases.choice.${asked.category}` as TextKey)}`}
            {asked.quantity && (
              <span className="mono">
                {' '}
                {t('cases.acceptedOf', { n: asked.accepted, of: asked.quantity, unit: asked.unit ?? '' })}
              </span>
            )}
            {asked.due && <small className="mono"> {t('cases.answerBy', { time: zulu(asked.due) })}</small>}
          </header>
          <SaidText
            fields={whole.statements.find(({ record }) => record === asked.on)?.fields ?? { text: asked.text }}
          />
          <ul className="case-list">
            {asked.offers.map((offer) => (
              <li key={offer.on} data-offer={offer.state}>
                <b className="mono">{offer.party}</b> {t(`cases.offer.${offer.state}` as TextKey)}
                {offer.quantity && ` · ${offer.quantity} ${asked.unit ?? ''}`}
                {offer.progress && ` · ${t(`cases.choice.${offer.progress}` as TextKey)}`}{' '}
                <StepButtons steps={stepsOn(offer.on)} onStep={onStep} />
              </li>
            ))}
            {asked.refusedBy.map((party) => (
              <li key={party}>
                <b className="mono">{party}</b> {t('cases.refuses')}
              </li>
            ))}
          </ul>
          <StepButtons steps={stepsOn(asked.on)} onStep={onStep} />
        </article>
      ))}
    </section>
  );
}
