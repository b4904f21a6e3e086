import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseStep, CommitmentPage } from '../../api/types';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { parseLabel } from '../../release/model/label';
import { useOnScreen } from '../../release/model/on-screen';
import { may } from '../../session/session';
import { SayForm } from '../../statements/components/say-form';
import { Failure, Loading } from '../../ui/failure';
import { getCommitment } from '../api/get-commitment';
import { sayOfCommitment } from '../api/say-of-commitment';
import { isAsked } from '../model/asked';
import { CommitmentField } from './commitment-field';
import { CommitmentHead } from './commitment-head';
import { EvidenceList, ProposalList, CommitmentSaid } from './commitment-lists';

const EVERY = 30_000;

/** One commitment: what was promised, how each side sees it, what is proposed, and what shows it. */
export function CommitmentPageView({ id }: { id: string }) {
  const state = useQuery({
    queryKey: ['commitments', 'one', id],
    queryFn: ({ signal }) => getCommitment(id, signal),
    refetchInterval: EVERY,
  });
  return (
    <>
      {state.isPending && <Loading />}
      {state.isError && <Failure error={state.error} retry={() => void state.refetch()} />}
      {state.data && <Whole whole={state.data} />}
    </>
  );
}

const keyOf = (step: CaseStep) => `${step.act} ${step.on ?? ''}`;

function Whole({ whole }: { whole: CommitmentPage }) {
  const t = useTranslate();
  const [chosen, setChosen] = useState<string | null>(null);
  useOnScreen('commitment', [whole.label]);
  const steps = may('POST /api/v1/commitments/{id}/statements') ? whole.next : [];
  const step = steps.find((one) => keyOf(one) === chosen);
  const button = (one: CaseStep) => (
    <button
      key={keyOf(one)}
      type="button"
      className={keyOf(one) === chosen ? 'button' : 'button quiet'}
      aria-pressed={keyOf(one) === chosen}
      onClick={() => setChosen(keyOf(one) === chosen ? null : keyOf(one))}
    >
      {t(`commitments.act.${one.act}` as TextKey)}
    </button>
  );
  const buttonsOn = (record: string) => {
    const on = steps.filter((one) => one.on === record);
    return (
      <>
        {on.length > 0 && <span className="buttons">{on.map(button)}</span>}
        {step?.on === record && <Say key={chosen} whole={whole} step={step} onEnd={() => setChosen(null)} />}
      </>
    );
  };
  return (
    <>
      <CommitmentHead whole={whole} />
      {steps.length > 0 && (
        <div className="buttons case-acts" role="group" aria-label={t('cases.saySomething', { party: whole.own })}>
          {steps.filter((one) => one.on === null).map(button)}
        </div>
      )}
      {step && step.on === null && <Say key={chosen} whole={whole} step={step} onEnd={() => setChosen(null)} />}
      <ProposalList whole={whole} buttonsOn={buttonsOn} />
      <EvidenceList whole={whole} buttonsOn={buttonsOn} />
      <CommitmentSaid whole={whole} />
    </>
  );
}

interface SayProps {
  readonly whole: CommitmentPage;
  readonly step: CaseStep;
  readonly onEnd: () => void;
}

function Say({ whole, step, onEnd }: SayProps) {
  const t = useTranslate();
  const client = useQueryClient();
  return (
    <SayForm
      own={whole.own}
      step={step}
      to={step.act === 'note' ? [whole.own] : step.to}
      classification={parseLabel(whole.label)?.classification ?? 'UNCLASSIFIED'}
      purposes={whole.purposes}
      exercise={whole.exercise}
      head={
        <>
          <h4>{t(`commitments.act.${step.act}` as TextKey)}</h4>
          <p className="quiet-text">{t(`commitments.hint.${step.act}` as TextKey)}</p>
        </>
      }
      isAsked={isAsked}
      renderField={(slot) => <CommitmentField key={slot.field.name} {...slot} />}
      send={(saying) => sayOfCommitment(whole.id, step.act, saying)}
      onSaid={(now) => {
        client.setQueryData(['commitments', 'one', whole.id], now);
        void client.invalidateQueries({ queryKey: ['commitments', 'list'] });
      }}
      onEnd={onEnd}
    />
  );
}
