import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseStep, MeetingPage } from '../../api/types';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { parseLabel } from '../../release/model/label';
import { useOnScreen } from '../../release/model/on-screen';
import { may } from '../../session/session';
import { SaidList } from '../../statements/components/said-list';
import { SayForm } from '../../statements/components/say-form';
import { Failure, Loading } from '../../ui/failure';
import { getMeeting } from '../api/get-meeting';
import { sayOfMeeting } from '../api/say-of-meeting';
import { isAsked } from '../model/asked';
import { Agenda } from './agenda';
import { MeetingField } from './meeting-field';
import { MeetingHead } from './meeting-head';

const EVERY = 30_000;

/** One meeting: when and where, its agenda, and what came of it. */
export function MeetingPageView({ id }: { id: string }) {
  const state = useQuery({
    queryKey: ['meetings', 'one', id],
    queryFn: ({ signal }) => getMeeting(id, signal),
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

/** What is deferred from another meeting is taken up by the same act as a new item, and is told apart by what it is of. */
const keyOf = (step: CaseStep) => `${step.act} ${step.on ?? ''}`;

function Whole({ whole }: { whole: MeetingPage }) {
  const t = useTranslate();
  const [chosen, setChosen] = useState<string | null>(null);
  useOnScreen('meeting', [whole.label, ...whole.carried.map(({ label }) => label)]);
  const speaks = may('POST /api/v1/meetings/{id}/statements');
  const taken = whole.carried.flatMap(({ step }) => (step ? [step] : []));
  const steps = speaks ? [...whole.next, ...taken] : [];
  const step = steps.find((one) => keyOf(one) === chosen);
  const isTaken = (one: CaseStep) => one.act === 'item' && one.on !== null;
  const button = (one: CaseStep) => (
    <button
      key={keyOf(one)}
      type="button"
      className={keyOf(one) === chosen ? 'button' : 'button quiet'}
      aria-pressed={keyOf(one) === chosen}
      onClick={() => setChosen(keyOf(one) === chosen ? null : keyOf(one))}
    >
      {t(isTaken(one) ? 'meetings.takeUp' : (`meetings.act.${one.act}` as TextKey))}
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
      <MeetingHead whole={whole} buttonsOn={buttonsOn} />
      {steps.some(({ on }) => on === null) && (
        <div className="buttons case-acts" role="group" aria-label={t('cases.saySomething', { party: whole.own })}>
          {steps.filter((one) => one.on === null).map(button)}
        </div>
      )}
      {step && step.on === null && <Say key={chosen} whole={whole} step={step} onEnd={() => setChosen(null)} />}
      <Agenda whole={whole} buttonsOn={buttonsOn} />
      <SaidList
        title={t('meetings.timeline')}
        statements={whole.statements}
        waiting={whole.waiting}
        wordOf={({ act }) => t(`meetings.said.${act}` as TextKey)}
        detail={({ fields: { titleEn, result } }) => (
          <>
            {typeof result === 'string' && <b>{t(`meetings.result.${result}` as TextKey)}</b>}
            {typeof titleEn === 'string' && <span lang="en">{titleEn}</span>}
          </>
        )}
      />
    </>
  );
}

interface SayProps {
  readonly whole: MeetingPage;
  readonly step: CaseStep;
  readonly onEnd: () => void;
}

function Say({ whole, step, onEnd }: SayProps) {
  const t = useTranslate();
  const client = useQueryClient();
  // What an item was deferred from is sent as it is, and nobody types it.
  const given = Object.fromEntries(
    step.fields.flatMap(({ name, value }) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, shown(name, value)]] : [],
    ),
  );
  return (
    <SayForm
      own={whole.own}
      step={step}
      typed={given}
      to={step.to}
      classification={parseLabel(whole.label)?.classification ?? 'UNCLASSIFIED'}
      purposes={whole.purposes}
      exercise={whole.exercise}
      head={
        <>
          <h4>{t(`meetings.act.${step.act}` as TextKey)}</h4>
          <p className="quiet-text">{t(`meetings.hint.${step.act}` as TextKey)}</p>
        </>
      }
      isAsked={isAsked}
      renderField={(slot) => (slot.field.name === 'from' ? null : <MeetingField key={slot.field.name} {...slot} />)}
      send={(saying) => sayOfMeeting(whole.id, step.act, saying)}
      onSaid={(now) => {
        client.setQueryData(['meetings', 'one', whole.id], now);
        void client.invalidateQueries({ queryKey: ['meetings', 'list'] });
      }}
      onEnd={onEnd}
    />
  );
}

/** A time as one types it. */
function shown(name: string, value: string | number): string {
  return name === 'starts' ? String(value).slice(0, 16).replace('T', ' ') : String(value);
}
