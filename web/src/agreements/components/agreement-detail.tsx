import { useState } from 'react';
import type { Agreement } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { partialDate } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { may } from '../../session/session';
import type { AgreementChanged } from '../api/agreement-changed';
import { ChangeAgreement, type Change } from './change-agreement';
import { ChangeOutcome } from './change-outcome';

export function AgreementDetail({ agreement, today }: { agreement: Agreement; today: boolean }) {
  const t = useTranslate();
  const language = useLanguage();
  const [changing, setChanging] = useState<Change | null>(null);
  const [outcome, setOutcome] = useState<AgreementChanged | null>(null);
  const offered = today && may('POST /api/v1/agreements/{id}/suspend') ? changesOf(agreement) : [];
  return (
    <section className="register-detail" aria-label={agreement.name[language]}>
      <h3>{agreement.name[language]}</h3>
      <dl className="facts">
        <dt>{t('agreements.parties')}</dt>
        <dd>{agreement.parties.join(', ')}</dd>
        <dt>{t('agreements.signed')}</dt>
        <dd className="mono">{partialDate(agreement.signed, t)}</dd>
        <dt>{t('agreements.inForce')}</dt>
        <dd className="mono">{partialDate(agreement.inForce, t)}</dd>
        {agreement.ended && (
          <>
            <dt>{t('agreements.ended')}</dt>
            <dd>
              <span className="mono">{agreement.ended}</span> {agreement.endedReason}
            </dd>
          </>
        )}
        {agreement.ceiling && (
          <>
            <dt>{t('agreements.ceiling')}</dt>
            <dd>{agreement.ceiling.replace('_', ' ')}</dd>
          </>
        )}
        <dt>{t('agreements.state')}</dt>
        <dd data-testid="agreement-state">{t(`agreements.state.${agreement.state}`)}</dd>
        <dt>{t('agreements.source')}</dt>
        <dd>{agreement.source}</dd>
      </dl>
      {agreement.suspensions.length > 0 && (
        <section>
          <h3>{t('agreements.suspensions')}</h3>
          <ul>
            {agreement.suspensions.map(({ from, until, reason }) => (
              <li key={from + (until ?? '')}>
                <span className="mono">
                  {from} – {until ?? t('agreements.open')}
                </span>{' '}
                {reason}
              </li>
            ))}
          </ul>
        </section>
      )}
      {outcome && <ChangeOutcome outcome={outcome} />}
      {changing ? (
        <ChangeAgreement
          agreement={agreement}
          change={changing}
          onCancel={() => setChanging(null)}
          onDone={(changed) => {
            setOutcome(changed);
            setChanging(null);
          }}
        />
      ) : (
        <div className="buttons">
          {offered.map((change) => (
            <button
              key={change}
              type="button"
              className={change === 'end' ? 'button quiet' : 'button'}
              onClick={() => setChanging(change)}
            >
              {t(`agreements.${change}`)}
            </button>
          ))}
        </div>
      )}
    </section>
  );
}

function changesOf({ state }: Agreement): Change[] {
  switch (state) {
    case 'ended':
      return [];
    case 'suspended':
      return ['resume', 'end'];
    case 'in-force':
    case 'signed':
    case 'unknown':
      return ['suspend', 'end'];
  }
}
