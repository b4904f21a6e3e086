import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CasePage, CaseStep } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { prefill } from '../../navigation/prefill';
import { ShownLabel } from '../../release/components/shown-label';
import { isLiaison, may } from '../../session/session';
import { Failure, Loading } from '../../ui/failure';
import { confirmReceipt } from '../api/confirm-receipt';
import { getCase } from '../api/get-case';
import { getCaseAsTold } from '../api/get-case-as-told';
import { seeCase } from '../api/see-case';
import { AskedList } from './asked-list';
import { BodyChip } from './body-chip';
import { CaseNations } from './case-nations';
import { CaseLinks } from './case-links';
import { Consultations } from './consultations';
import { DutyTable } from './duty-table';
import { ReplayView, type Told } from './replay-view';
import { StatementForm } from './statement-form';
import { Timeline } from './timeline';

const EVERY = 30_000;
const NEWEST = 200;
/** As many as the node gives at once. */
const MOST = 10_000;

/** One case: how it stands, who has to act, what was asked and offered, and what all sides said. */
export function CasePageView({ id }: { id: string }) {
  const t = useTranslate();
  const [told, setTold] = useState<Told | null>(null);
  const [replaying, setReplaying] = useState(false);
  const [newest, setNewest] = useState(NEWEST);
  const state = useQuery({
    queryKey: ['cases', 'case', id],
    queryFn: ({ signal }) => getCase(id, newest, signal),
    refetchInterval: EVERY,
  });
  const { refetch } = state;
  useEffect(() => {
    if (newest !== NEWEST) {
      void refetch();
    }
  }, [newest, refetch]);
  return (
    <>
      {state.data && !told && may('GET /api/v1/cases/{id}/replay') && !isLiaison() && (
        <div className="buttons">
          <button type="button" className="button quiet" onClick={() => setReplaying(!replaying)}>
            {replaying ? t('replay.end') : t('replay.open')}
          </button>
        </div>
      )}
      {told && (
        <p className="notice" data-tone="caution" role="status">
          {t('cases.toldIs', { party: told.to, time: told.until })}{' '}
          <button type="button" className="button quiet" onClick={() => setTold(null)}>
            {t('cases.toldEnd')}
          </button>
        </p>
      )}
      {told && <AsTold id={id} told={told} />}
      {replaying && !told && <ReplayView id={id} onWhole={setTold} />}
      {state.isPending && <Loading />}
      {state.isError && <Failure error={state.error} retry={() => void state.refetch()} />}
      {state.data && !told && !replaying && (
        <Whole whole={state.data} onEarlier={() => setNewest(Math.min(newest * 5, MOST))} />
      )}
    </>
  );
}

function AsTold({ id, told }: { id: string; told: Told }) {
  const state = useQuery({
    queryKey: ['cases', 'told', id, told.to, told.until],
    queryFn: ({ signal }) => getCaseAsTold(id, told.to, told.until, signal),
  });
  return (
    <>
      {state.isPending && <Loading />}
      {state.isError && <Failure error={state.error} />}
      {state.data && <Whole whole={state.data} />}
    </>
  );
}

/** The form that another desk has filled in, if this case has it. */
function handedOver(whole: CasePage): string | null {
  const act = prefill.get()?.act;
  const step = whole.next.find((one) => one.act === act && one.on === null);
  return step ? keyOf(step) : null;
}

/** The form of a reply to the statement that was chosen for one: told to those who were told that one. */
function replyTo(whole: CasePage, chosen: string | null): CaseStep | null {
  const said = whole.statements.find(({ record }) => chosen === `remark ${record}`);
  return said && whole.remark
    ? {
        ...whole.remark,
        on: said.record,
        to: said.to,
        fields: whole.remark.fields.map((field) => (field.name === 'on' ? { ...field, value: said.record } : field)),
      }
    : null;
}

const keyOf = (step: CaseStep) => `${step.act} ${step.on ?? ''}`;

function Whole({ whole, onEarlier }: { whole: CasePage; onEarlier?: () => void }) {
  const t = useTranslate();
  const [chosen, setChosen] = useState<string | null>(() => handedOver(whole));
  const fresh = useFresh(whole);
  const maySay = may('POST /api/v1/cases/{id}/statements');
  const steps = maySay ? whole.next : [];
  const reply = replyTo(whole, chosen);
  const step = steps.find((one) => keyOf(one) === chosen);
  const choose = (one: CaseStep) => setChosen(keyOf(one) === chosen ? null : keyOf(one));
  const stepsOn = (record: string) => steps.filter((one) => one.on === record);
  return (
    <>
      <Head whole={whole} />
      {steps.length > 0 && (
        <div className="buttons case-acts" role="group" aria-label={t('cases.saySomething', { party: whole.own })}>
          {steps
            .filter((one) => !one.on)
            .map((one) => (
              <button
                key={keyOf(one)}
                type="button"
                className={keyOf(one) === chosen ? 'button' : 'button quiet'}
                aria-pressed={keyOf(one) === chosen}
                onClick={() => choose(one)}
              >
                {t(`cases.act.${one.act}` as TextKey)}
              </button>
            ))}
        </div>
      )}
      {step && <StatementForm key={chosen} whole={whole} step={step} onEnd={() => setChosen(null)} />}
      <section>
        <h4>{t('cases.duties')}</h4>
        {whole.duties.length === 0 ? (
          <p className="quiet-text">{t('cases.nothing')}</p>
        ) : (
          <DutyTable duties={whole.duties} withCase={false} />
        )}
      </section>
      <AskedList whole={whole} stepsOn={stepsOn} onStep={choose} />
      <Consultations whole={whole} stepsOn={stepsOn} onStep={choose} />
      <Timeline
        whole={whole}
        fresh={fresh}
        stepsOn={stepsOn}
        onStep={choose}
        onReply={maySay && whole.remark ? (record) => setChosen(`remark ${record}`) : undefined}
        renderReply={(record) =>
          reply?.on === record && (
            <StatementForm key={chosen} whole={whole} step={reply} onEnd={() => setChosen(null)} />
          )
        }
        onEarlier={onEarlier}
      />
    </>
  );
}

function Head({ whole }: { whole: CasePage }) {
  const t = useTranslate();
  const language = useLanguage();
  const opening =
    whole.statements.find((one) => one.act === 'open') ?? whole.statements.find((one) => one.act === 'admit');
  const objectives = opening?.fields['objectives'];
  return (
    <header className="case-head">
      <h3>
        {whole.name[language]} <small>{t(`cases.state.${whole.state}`)}</small>
      </h3>
      <ShownLabel text={whole.label} />
      <p>
        <span>
          <BodyChip code={whole.body} />{' '}
          <small className="quiet-text">{t(`cases.level.${whole.level}` as TextKey)}</small>
        </span>
      </p>
      {typeof objectives === 'string' && (
        <p>
          <b>{t('cases.field.objectives')}</b> {objectives}
        </p>
      )}
      <CaseNations whole={whole} />
      <CaseLinks whole={whole} />
      {whole.waiting.length > 0 && (
        <p className="notice" data-tone="caution">
          {t('cases.waiting', { n: whole.waiting.length })}
        </p>
      )}
      <Acknowledge whole={whole} />
    </header>
  );
}

function Acknowledge({ whole }: { whole: CasePage }) {
  const t = useTranslate();
  const client = useQueryClient();
  const confirm = useMutation({
    mutationFn: () => confirmReceipt(whole.id),
    onSuccess: (now) => client.setQueryData(['cases', 'case', whole.id], now),
  });
  const open = whole.unconfirmed;
  if (open === 0 || !may('POST /api/v1/cases/{id}/receipts') || whole.next.length === 0) {
    return null;
  }
  return (
    <>
      <button type="button" className="button quiet" disabled={confirm.isPending} onClick={() => confirm.mutate()}>
        {t('cases.acknowledge', { n: open })}
      </button>
      {confirm.isError && <Failure error={confirm.error} />}
    </>
  );
}

/** What was new when it was opened stays marked while one reads; the node is told that it was seen. */
function useFresh(whole: CasePage): ReadonlySet<string> {
  const client = useQueryClient();
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const now = whole.statements.filter((one) => one.fresh).map(({ record }) => record);
  const key = now.join(' ');
  useEffect(() => {
    if (key === '') {
      return;
    }
    const records = key.split(' ');
    setKept((before) => new Set([...before, ...records]));
    void seeCase(whole.id, records).then(
      () => client.invalidateQueries({ queryKey: ['cases'] }),
      () => undefined,
    );
  }, [key, whole.id, client]);
  return kept;
}
