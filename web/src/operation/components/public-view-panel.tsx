import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PublicView } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { may } from '../../session/session';
import { ConfirmByName } from '../../ui/confirm-by-name';
import { Failure } from '../../ui/failure';
import { readPublicView } from '../api/read-public-view';
import { turnPublicView } from '../api/turn-public-view';

const KEY = ['operation', 'public-view'];
const KINDS = ['alerts', 'hazards', 'shelters', 'places', 'needs'] as const;

/** Says what everybody sees, or would see, before anybody opens it to them. */
export function PublicViewPanel({ node }: { node: string }) {
  const t = useTranslate();
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const state = useQuery({ queryKey: KEY, queryFn: ({ signal }) => readPublicView(signal), refetchInterval: 10_000 });
  const turn = useMutation({
    mutationFn: turnPublicView,
    onSuccess: (turned) => {
      client.setQueryData(KEY, turned);
      setAsked(false);
    },
  });
  const { data } = state;
  return (
    <section aria-label={t('public.title')}>
      <h3>{t('public.title')}</h3>
      <p className="quiet-text">{t('public.hint')}</p>
      {state.isError && <Failure error={state.error} retry={() => void state.refetch()} />}
      {turn.isError && <Failure error={turn.error} />}
      {data && (
        <>
          <Standing view={data} />
          <Counts view={data} />
          {may('PUT /api/v1/public-view') && !asked && (
            <p>
              <button type="button" className="button small" onClick={() => setAsked(true)}>
                {t(data.open ? 'public.closeIt' : 'public.openIt')}
              </button>
            </p>
          )}
          {asked && (
            <ConfirmByName
              title={t(data.open ? 'public.closeTitle' : 'public.openTitle')}
              effect={data.open ? t('public.closeEffect') : t('public.openEffect', { n: total(data) })}
              word={node}
              confirmText="public.confirm"
              reasonText="public.reason"
              submitText={t(data.open ? 'public.closeTitle' : 'public.openTitle')}
              busy={turn.isPending}
              onConfirm={(reason) => turn.mutate({ open: !data.open, reason })}
              onCancel={() => setAsked(false)}
            />
          )}
        </>
      )}
    </section>
  );
}

function total(view: PublicView): number {
  return KINDS.reduce((sum, kind) => sum + view.counts[kind] + view.exercise[kind], 0);
}

function Standing({ view }: { view: PublicView }) {
  const t = useTranslate();
  const language = useLanguage();
  const said = { time: view.since ? zuluFull(view.since) : '', name: view.by ?? '', reason: view.reason ?? '' };
  return (
    <p className="notice" data-tone={view.open ? 'caution' : 'normal'} role="status">
      {view.open ? t('public.open', said) : t('public.closed')}{' '}
      {view.open && (
        <a href={`/public/${language}`} target="_blank" rel="noreferrer">
          {t('public.look')}
        </a>
      )}
    </p>
  );
}

function Counts({ view }: { view: PublicView }) {
  const t = useTranslate();
  return (
    <table className="checks">
      <caption>{t(view.open ? 'public.is' : 'public.wouldBe')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('public.kind')}</th>
          <th scope="col" className="number">
            {t('public.real')}
          </th>
          <th scope="col" className="number">
            {t('public.exercise')}
          </th>
        </tr>
      </thead>
      <tbody>
        {KINDS.map((kind) => (
          <tr key={kind}>
            <th scope="row">{t(`public.${kind}`)}</th>
            <td className="number">{view.counts[kind]}</td>
            <td className="number">{view.exercise[kind]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
