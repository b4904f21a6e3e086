import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReliefMovePage, ReliefMoveStep } from '../../api/types';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { enterInLog } from '../../navigation/log-link';
import { openRecord, openScreen } from '../../navigation/route';
import { LabelChip } from '../../release/components/label-chip';
import { parseLabel } from '../../release/model/label';
import { useOnScreen } from '../../release/model/on-screen';
import { may } from '../../session/session';
import { SayForm } from '../../statements/components/say-form';
import { typedInstant } from '../../statements/model/form';
import { decimal } from '../../ui/figures';
import { Failure, Loading } from '../../ui/failure';
import { getMove } from '../api/get-move';
import { sayOfMove } from '../api/say-of-move';
import { itemWord } from '../model/item-word';
import { titleOf } from '../model/move-words';
import { LegsTable, MoveSaid } from './move-lists';
import { MoveField } from './move-field';
import { MoveMark } from './move-mark';

const EVERY = 30_000;

/** One convoy or sortie: its legs, what each nation said of it, and what may be said next. */
export function MoveDetail({ id }: { id: string }) {
  const t = useTranslate();
  const state = useQuery({
    queryKey: ['relief', 'move', id],
    queryFn: ({ signal }) => getMove(id, signal),
    refetchInterval: EVERY,
  });
  return (
    <>
      <button type="button" className="link" onClick={() => openScreen('relief', 'moves')}>
        {t('moves.back')}
      </button>
      {state.isPending && <Loading />}
      {state.isError && <Failure error={state.error} retry={() => void state.refetch()} />}
      {state.data && <Whole whole={state.data} />}
    </>
  );
}

const keyOf = (step: ReliefMoveStep) => `${step.act} ${step.on ?? ''}`;

function Whole({ whole }: { whole: ReliefMovePage }) {
  const t = useTranslate();
  const [chosen, setChosen] = useState<string | null>(null);
  useOnScreen('move', [whole.label]);
  const steps = may('POST /api/v1/relief/moves/{id}/statements') ? whole.next : [];
  const step = steps.find((one) => keyOf(one) === chosen);
  return (
    <>
      <Head whole={whole} />
      {steps.length > 0 && (
        <div className="buttons case-acts" role="group" aria-label={t('cases.saySomething', { party: whole.own })}>
          {steps.map((one) => (
            <button
              key={keyOf(one)}
              type="button"
              className={keyOf(one) === chosen ? 'button' : 'button quiet'}
              aria-pressed={keyOf(one) === chosen}
              onClick={() => setChosen(keyOf(one) === chosen ? null : keyOf(one))}
            >
              {actWord(one, t)}
            </button>
          ))}
        </div>
      )}
      {step && <Say key={chosen} whole={whole} step={step} onEnd={() => setChosen(null)} />}
      <LegsTable move={whole.move} />
      <MoveSaid whole={whole} />
    </>
  );
}

function actWord(step: ReliefMoveStep, t: ReturnType<typeof useTranslate>): string {
  const word = t(`moves.act.${step.act}` as TextKey);
  return step.again ? t('moves.again', { act: word }) : word;
}

function Head({ whole }: { whole: ReliefMovePage }) {
  const t = useTranslate();
  const { move } = whole;
  return (
    <>
      <h3>
        <span className="mono">{move.party}</span> {titleOf(move, t)} <LabelChip text={move.label} />
      </h3>
      <p>
        <MoveMark move={move} />{' '}
        {may('POST /api/v1/watch-log') && (
          <button
            type="button"
            className="button quiet small"
            onClick={() => enterInLog({ to: 'move', id: move.id, name: titleOf(move, t) })}
          >
            {t('log.about')}
          </button>
        )}
      </p>
      <p>
        {t('moves.carries', {
          item: itemWord(move.item, t),
          n: decimal(move.quantity),
          unit: move.unit,
          receiver: move.receiver,
        })}{' '}
        {(['need', 'offer'] as const).map((name) => {
          const record = move[name];
          return (
            record && (
              <span key={name}>
                <button type="button" className="link" onClick={() => openRecord(record)}>
                  {t(`moves.field.${name}`)}
                </button>{' '}
              </span>
            )
          );
        })}
      </p>
      <p data-received={move.received ?? ''}>
        {t('moves.deliveredReceived', {
          delivered: move.delivered === 0 ? t('moves.notYet') : `${decimal(move.delivered)} ${move.unit}`,
          received: move.received === null ? t('moves.notYet') : `${decimal(move.received)} ${move.unit}`,
        })}{' '}
        {move.condition && t(`moves.condition.${move.condition}`)}
      </p>
      {whole.text !== '' && <p className="case-text">{whole.text}</p>}
    </>
  );
}

interface SayProps {
  readonly whole: ReliefMovePage;
  readonly step: ReliefMoveStep;
  readonly onEnd: () => void;
}

function Say({ whole, step, onEnd }: SayProps) {
  const t = useTranslate();
  const client = useQueryClient();
  return (
    <SayForm
      own={whole.own}
      step={step}
      typed={{ at: typedInstant(new Date()) }}
      to={step.act === 'note' ? [whole.own] : step.to}
      classification={parseLabel(whole.move.label)?.classification ?? 'UNCLASSIFIED'}
      purposes={whole.purposes}
      exercise={whole.exercise}
      head={
        <>
          <h4>{actWord(step, t)}</h4>
          <p className="quiet-text">{t(`moves.hint.${step.act}` as TextKey)}</p>
        </>
      }
      isAsked={(field, typed) => field.name !== 'quantity' || typed['condition'] !== 'not-received'}
      renderField={(slot) => <MoveField key={slot.field.name} {...slot} />}
      send={(saying) => sayOfMove(whole.move.id, step.act, saying)}
      onSaid={(now) => {
        client.setQueryData(['relief', 'move', whole.move.id], now);
        void client.invalidateQueries({ queryKey: ['relief', 'board'] });
      }}
      onEnd={onEnd}
    />
  );
}
