import type { ReactNode } from 'react';
import type { CommitmentPage, CommitmentProposal } from '../../api/types';
import { zulu } from '../../i18n/time';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { openRecord, openScreen } from '../../navigation/route';
import { SaidList } from '../../statements/components/said-list';
import { StateMark } from './state-mark';

interface Props {
  readonly whole: CommitmentPage;
  /** What may be said on a statement, and the form for it. */
  readonly buttonsOn: (record: string) => ReactNode;
}

/** What was proposed to agree on, the newest first: who agrees, who objects and why, who has not answered. */
export function ProposalList({ whole, buttonsOn }: Props) {
  const t = useTranslate();
  return (
    <section>
      <h4>{t('commitments.proposals')}</h4>
      {whole.proposals.map((one) => (
        <article key={one.on} className="case-asked" data-proposal={one.state} data-standing={one.standing}>
          <header>
            <b className="mono">{one.party}</b> <StateMark state={one.state} />{' '}
            <span className="mono quiet-text">{zulu(one.time)}</span> <b>{t(`commitments.standing.${one.standing}`)}</b>
          </header>
          <ProposalTexts proposal={one} />
          <p>
            {t('commitments.agreedBy', { list: one.agreedBy.join(' ') })}
            {one.waitsFor.length > 0 && ` · ${t('commitments.waitsFor', { list: one.waitsFor.join(' ') })}`}
          </p>
          {one.objectedBy.map(({ party, text }) => (
            <p key={party} className="field-error" data-objection={party}>
              {t('commitments.objects', { party })} {text}
            </p>
          ))}
          {buttonsOn(one.on)}
        </article>
      ))}
    </section>
  );
}

function ProposalTexts({ proposal }: { proposal: CommitmentProposal }) {
  const t = useTranslate();
  const { text, measured, due, by } = proposal;
  return (
    <>
      {text !== '' && <p className="case-text">{text}</p>}
      {measured && (
        <p className="case-text">
          <b>{t('commitments.field.measured')}</b> {measured}
        </p>
      )}
      {due && (
        <p>
          <b>{t('commitments.newDue')}</b> <span className="mono">{due}</span>
        </p>
      )}
      {by && (
        <p>
          <button type="button" className="link" onClick={() => openScreen('commitments', by)}>
            {t('commitments.successor')}
          </button>
        </p>
      )}
    </>
  );
}

/** What shows that something was done. */
export function EvidenceList({ whole, buttonsOn }: Props) {
  const t = useTranslate();
  return (
    <section>
      <h4>{t('commitments.evidence')}</h4>
      {whole.evidence.length === 0 && <p className="quiet-text">{t('commitments.noEvidence')}</p>}
      {whole.evidence.map((one) => {
        const record = one.record;
        return (
          <article key={one.on} className="case-asked" data-evidence={one.party}>
            <b className="mono">{one.party}</b> <span className="mono quiet-text">{zulu(one.time)}</span>{' '}
            {one.document && <b>{one.document}</b>}{' '}
            {record &&
              (one.here ? (
                <button type="button" className="link" onClick={() => openRecord(record)}>
                  {t('commitments.openRecord')}
                </button>
              ) : (
                <small className="quiet-text">{t('commitments.recordNotHere')}</small>
              ))}
            <p className="case-text">{one.text}</p>
            {buttonsOn(one.on)}
          </article>
        );
      })}
    </section>
  );
}

/** What all sides said of it. */
export function CommitmentSaid({ whole }: { whole: CommitmentPage }) {
  const t = useTranslate();
  return (
    <SaidList
      title={t('commitments.timeline')}
      statements={whole.statements}
      waiting={whole.waiting}
      wordOf={({ act }) => t(`commitments.said.${act}` as TextKey)}
      detail={({ fields: { state } }) =>
        typeof state === 'string' && <b>{t(`commitments.state.${state}` as TextKey)}</b>
      }
    />
  );
}
