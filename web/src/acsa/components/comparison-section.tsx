import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { AcsaComparison } from '../../api/types';
import { zuluFull } from '../../i18n/time';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { may } from '../../session/session';
import { Failure } from '../../ui/failure';
import { Refusals } from '../../ui/refusals';
import { compareAccounts, sayAccount, type Period } from '../api/read-account';
import { Amount } from './order-page';

interface Props {
  readonly partner: string;
  readonly period: Period;
  readonly choose: (period: Period) => void;
}

const EVERY = 10_000;

/** What we hold and what the partner says of it, with a plain verdict and every difference by its name. */
export function ComparisonSection({ partner, period, choose }: Props) {
  const t = useTranslate();
  const client = useQueryClient();
  const key = ['acsa', 'comparison', partner, period.from, period.to];
  const state = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => compareAccounts(partner, period, signal),
    refetchInterval: EVERY,
    retry: false,
  });
  const say = useMutation({
    mutationFn: () => sayAccount(partner, period),
    onSuccess: (now) => client.setQueryData(key, now),
  });
  const compared = state.data;
  return (
    <section data-verdict={compared?.verdict}>
      <h4>{t('acsa.compare')}</h4>
      {state.isError && <Failure error={state.error} />}
      {compared && (
        <>
          <Verdict compared={compared} />
          {compared.over && (
            <p className="quiet-text" data-apart={compared.apart}>
              {t('acsa.compare.over', { label: compared.over, n: compared.apart })}
            </p>
          )}
          <Columns compared={compared} />
          <Differences compared={compared} />
          <OwnAccount compared={compared} />
          {compared.otherPeriods.length > 0 && (
            <p>
              {t('acsa.compare.others', { party: partner })}{' '}
              {compared.otherPeriods.map((one) => (
                <button
                  key={`${one.from} ${one.to} ${one.at}`}
                  type="button"
                  className="link mono"
                  onClick={() => choose({ from: one.from, to: one.to })}
                >
                  {one.from} – {one.to}
                </button>
              ))}
            </p>
          )}
          <Refusals error={say.error} />
          {may('POST /api/v1/acsa/accounts/{party}/said') && (
            <div className="buttons">
              <button type="button" className="button" disabled={say.isPending} onClick={() => say.mutate()}>
                {t('acsa.compare.say', { party: partner })}
              </button>
            </div>
          )}
        </>
      )}
    </section>
  );
}

function Verdict({ compared }: { compared: AcsaComparison }) {
  const t = useTranslate();
  const { verdict, partner, orders, net, ours } = compared;
  return (
    <p className="notice" role="status" data-tone={verdict === 'differ' ? 'caution' : 'quiet'}>
      {verdict === 'agree' && (
        <>
          <b>{t('acsa.compare.agree')}</b> {t('acsa.compare.agreeOn', { n: ours.orders, entries: ours.entries })}
        </>
      )}
      {verdict === 'differ' && (
        <>
          <b>{t('acsa.compare.differ', { n: orders.length, m: net.length })}</b>{' '}
          {orders.length === 0 && t('acsa.compare.earlier')}
        </>
      )}
      {verdict === 'partner-has-not-said' && t('acsa.compare.partner-has-not-said', { party: partner })}
    </p>
  );
}

function Columns({ compared }: { compared: AcsaComparison }) {
  const t = useTranslate();
  const { ours, partnerSaid, own, partner } = compared;
  const theirs = partnerSaid?.side;
  const assets = new Map([...ours.net, ...(theirs?.net ?? [])].map((one) => [`${one.asset} ${one.unit}`, one]));
  const [one, other] = [own, partner].toSorted();
  const figure = (side: typeof theirs, asset: string, unit: string) => {
    if (!side) {
      return '–';
    }
    const amount = side.net.find((net) => net.asset === asset && net.unit === unit)?.amount ?? 0;
    const [who = '', whom = ''] = amount > 0 ? [other, one] : [one, other];
    return (
      <>
        {amount === 0 ? t('acsa.even') : t('acsa.owes', { who, whom })}{' '}
        <Amount asset={asset} unit={unit} amount={Math.abs(amount)} />
      </>
    );
  };
  return (
    <table className="audit-table acsa-compare">
      <thead>
        <tr>
          <th scope="col">{t('acsa.compare.what')}</th>
          <th scope="col">{t('acsa.compare.weHold', { party: own })}</th>
          <th scope="col">{t('acsa.compare.theySay', { party: partner })}</th>
        </tr>
      </thead>
      <tbody>
        <Row
          compared={compared}
          name={t('acsa.compare.saidAt')}
          ours={t('acsa.compare.now')}
          theirs={partnerSaid ? <span className="mono">{zuluFull(partnerSaid.at)}</span> : '–'}
        />
        <Row
          compared={compared}
          name={t('acsa.compare.hash')}
          ours={<code className="mono">{ours.hash.slice(0, 16)}…</code>}
          theirs={theirs ? <code className="mono">{theirs.hash.slice(0, 16)}…</code> : '–'}
          differs={theirs !== undefined && theirs.hash !== ours.hash}
        />
        <Row
          compared={compared}
          name={t('acsa.compare.orders')}
          ours={ours.orders}
          theirs={theirs?.orders ?? '–'}
          differs={theirs !== undefined && theirs.orders !== ours.orders}
        />
        <Row
          compared={compared}
          name={t('acsa.compare.entries')}
          ours={ours.entries}
          theirs={theirs?.entries ?? '–'}
          differs={theirs !== undefined && theirs.entries !== ours.entries}
        />
        {[...assets.values()].map(({ asset, unit }) => (
          <Row
            key={`${asset} ${unit}`}
            compared={compared}
            name={t('acsa.net', { to: compared.to })}
            ours={figure(ours, asset, unit)}
            theirs={figure(theirs, asset, unit)}
            differs={compared.net.some((one) => one.asset === asset && one.unit === unit)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly compared: AcsaComparison;
  readonly name: string;
  readonly ours: ReactNode;
  readonly theirs: ReactNode;
  readonly differs?: boolean;
}

function Row({ compared, name, ours, theirs, differs = false }: RowProps) {
  return (
    <tr data-differs={differs}>
      <th scope="row">
        {differs && '≠ '}
        {name}
      </th>
      <td data-name={compared.own}>{ours}</td>
      <td data-name={compared.partner}>{theirs}</td>
    </tr>
  );
}

function Differences({ compared }: { compared: AcsaComparison }) {
  const t = useTranslate();
  const state = (code: string | null | undefined) => (code ? t(`acsa.state.${code}` as TextKey) : '–');
  return compared.orders.length === 0 ? null : (
    <>
      <ul className="acsa-clocks acsa-differences">
        {compared.orders.map((one) => (
          <li key={one.order} data-difference={one.order}>
            <button type="button" className="link mono" onClick={() => openScreen('acsa', one.order)}>
              {one.order.slice(0, 8)}
            </button>{' '}
            {compared.own}: {state(one.ours)} · {compared.partner}: {state(one.theirs)}
            {one.gaps.length === 0 && <div>{t('acsa.compare.sameNumbers')}</div>}
            {one.gaps.map((gap) => (
              <div key={`${gap.party} ${gap.number ?? gap.record}`} data-gap={gap.reason}>
                {gap.number
                  ? t('acsa.compare.statement', { n: gap.number, party: gap.party })
                  : t('acsa.compare.takenBackOf', { party: gap.party })}
                {gap.act && ` (${t(`acsa.act.${gap.act}` as TextKey)})`}: {t(`acsa.gap.${gap.reason}`)}
              </div>
            ))}
          </li>
        ))}
      </ul>
      <p className="quiet-text">{t('acsa.compare.alike', { n: compared.alike })}</p>
    </>
  );
}

function OwnAccount({ compared }: { compared: AcsaComparison }) {
  const t = useTranslate();
  const said = compared.weSaid;
  if (!said) {
    return <p className="quiet-text">{t('acsa.compare.weHaveNot')}</p>;
  }
  const where = said.confirmedAt
    ? t('acsa.compare.weSaidHeld')
    : said.decision === 'needs-review'
      ? t('acsa.compare.weSaidReview')
      : t('acsa.compare.weSaidWay');
  return (
    <p className="quiet-text">
      {t('acsa.compare.weSaid', { at: zuluFull(said.at), hash: `${said.side.hash.slice(0, 16)}…` })} {where}
    </p>
  );
}
