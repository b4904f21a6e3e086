import type { CommitmentPage } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { openRecord } from '../../navigation/route';
import { LabelChip } from '../../release/components/label-chip';
import { SideMark, StateMark } from './state-mark';
import { useBodyNames } from './use-commitments';

/** What was promised where, in both languages, and how it stands. */
export function CommitmentHead({ whole }: { whole: CommitmentPage }) {
  const t = useTranslate();
  const language = useLanguage();
  const { nameOf } = useBodyNames();
  const minutes = whole.minutes;
  return (
    <header className="case-head commitment-head">
      <h3>{whole.title[language]}</h3>
      <LabelChip text={whole.label} />
      <p>
        {nameOf(whole.meeting)} <span className="mono">{whole.held}</span> · {whole.reference}{' '}
        {minutes && (
          <button type="button" className="link" onClick={() => openRecord(minutes)}>
            {t('commitments.minutes')}
          </button>
        )}
      </p>
      <dl className="commitment-texts">
        <dt>{t('commitments.sentence')}</dt>
        <dd lang="en">{whole.sentence.en}</dd>
        <dd lang="ja">{whole.sentence.ja}</dd>
        <dt>{t('commitments.outcome')}</dt>
        <dd lang="en">{whole.outcome.en}</dd>
        <dd lang="ja">{whole.outcome.ja}</dd>
      </dl>
      <table className="commitment-standing">
        <tbody>
          <tr>
            <th scope="row">{t('commitments.column.agreed')}</th>
            <td data-part="agreed">
              <StateMark state={whole.state} />
            </td>
          </tr>
          <tr>
            <th scope="row">{t('commitments.column.due')}</th>
            <td>
              <span className="mono">{whole.due}</span>{' '}
              <span className={whole.horizon === 'overdue' ? 'case-late' : 'quiet-text'}>
                {t(`commitments.horizon.${whole.horizon}`)}
              </span>
            </td>
          </tr>
          {whole.sides.map((side) => (
            <tr key={side.party} data-side={side.party}>
              <th scope="row">
                <SideMark side={side} />
              </th>
              <td>
                {side.owner === null ? t('commitments.noOwner') : nameOf(side.owner)}
                {side.office && <small className="quiet-text"> {side.office}</small>}
                {whole.duties
                  .filter(({ party }) => party === side.party)
                  .map((duty) => (
                    <span key={duty.kind + duty.on} className="commitment-duty" data-duty={duty.kind}>
                      {t('commitments.hasTo', { what: t(`commitments.duty.${duty.kind}` as TextKey) })}
                    </span>
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {whole.waiting.length > 0 && (
        <p className="notice" data-tone="caution">
          {t('cases.waiting', { n: whole.waiting.length })}
        </p>
      )}
    </header>
  );
}
