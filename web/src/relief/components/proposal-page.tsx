import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReliefBoard, ReliefProposal } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { zulu } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { may } from '../../session/session';
import { Failure } from '../../ui/failure';
import { decimal } from '../../ui/figures';
import { Refusals } from '../../ui/refusals';
import { decideRelief } from '../api/decide-relief';
import { proposeRelief } from '../api/propose-relief';
import { itemWord } from '../model/item-word';
import { countsOf, decidedFrom, editedFrom, percentOf, type EditedLine } from '../model/proposal';
import { ProposalLines } from './proposal-lines';

/** Has a proposal made, and says of it what a person has decided. */
export function ProposalPage({ board }: { board: ReliefBoard }) {
  const t = useTranslate();
  const client = useQueryClient();
  const [offers, setOffers] = useState<'all' | 'own'>('all');
  const [edited, setEdited] = useState<readonly EditedLine[]>([]);
  const propose = useMutation({
    mutationFn: () => proposeRelief(board.exercise, offers),
    onSuccess: (made) => setEdited(editedFrom(made.lines)),
  });
  const decided = decidedFrom(edited);
  const decide = useMutation({
    mutationFn: () => decideRelief(board.exercise, decided ?? []),
    onSuccess: () => {
      setEdited([]);
      propose.reset();
      void client.invalidateQueries({ queryKey: ['relief'] });
    },
  });
  const counts = countsOf(edited);
  return (
    <>
      <p className="quiet-text">{t('relief.matchingHint')}</p>
      <div className="buttons relief-head">
        <select
          name="offers"
          aria-label={t('relief.whose')}
          value={offers}
          onChange={({ target }) => setOffers(target.value === 'own' ? 'own' : 'all')}
        >
          <option value="all">{t('relief.allOffers')}</option>
          <option value="own">{t('relief.ownOffers', { party: board.own })}</option>
        </select>
        <button
          type="button"
          className="button"
          disabled={propose.isPending}
          onClick={() => {
            decide.reset();
            propose.mutate();
          }}
        >
          {propose.isPending ? t('relief.proposing') : t('relief.propose')}
        </button>
      </div>
      {propose.isError && <Failure error={propose.error} />}
      {decide.isSuccess && !propose.data && (
        <p className="notice" data-tone="normal" role="status">
          {t('relief.decided')}
        </p>
      )}
      {propose.data && (
        <>
          <Standing made={propose.data} />
          {edited.length > 0 && (
            <>
              <ProposalLines board={board} edited={edited} onChange={setEdited} />
              <Refusals error={decide.error} />
              {may('POST /api/v1/relief/assignments') && (
                <div className="buttons">
                  <button
                    type="button"
                    className="button"
                    disabled={!decided || decided.length === 0 || decide.isPending}
                    onClick={() => decide.mutate()}
                  >
                    {t('relief.decide', { ...counts })}
                  </button>
                  <small className="quiet-text">{t('relief.decideHint')}</small>
                </div>
              )}
            </>
          )}
          <Rest made={propose.data} board={board} />
        </>
      )}
    </>
  );
}

/** How good it is, and how good any could be. */
function Standing({ made }: { made: ReliefProposal }) {
  const t = useTranslate();
  return (
    <div className="relief-standing" data-lines={made.lines.length}>
      <p>
        {made.whole === 0 ? (
          <b data-standing="nothing">{t('relief.nothingToMatch')}</b>
        ) : (
          <>
            <b>
              {t('relief.meets', {
                met: percentOf(made.met, made.whole),
                bound: percentOf(made.bound, made.whole),
                gap: percentOf(made.bound - made.met, Math.max(1, made.bound)),
              })}
            </b>{' '}
            {t('relief.firstCome', { met: percentOf(made.firstCome, made.whole) })}
          </>
        )}
      </p>
      <p className="quiet-text">
        {t('relief.madeOf', {
          needs: made.needs,
          offers: made.offers,
          places: made.places,
          closed: made.closed,
          time: zulu(made.made),
          seconds: (made.tookMillis / 1000).toFixed(1),
        })}
        {!made.complete && ` ${t('relief.endedByTime')}`}
      </p>
      <p className="quiet-text">{t('relief.assumptions')}</p>
    </div>
  );
}

/** What stays unmet and what was not looked at, with the reasons. */
function Rest({ made, board }: { made: ReliefProposal; board: ReliefBoard }) {
  const t = useTranslate();
  const language = useLanguage();
  const need = (id: string) => board.needs.find((one) => one.id === id);
  const nameOf = (id: string) =>
    [...board.needs, ...board.offers].find((one) => one.id === id)?.title[language] ?? id.slice(0, 8);
  return (
    <>
      {made.missing.length > 0 && (
        <section>
          <h4>{t('relief.missing')}</h4>
          <ul className="relief-reports">
            {made.missing.map((one) => (
              <li key={one.need} data-missing={one.cause}>
                {itemWord(need(one.need)?.item ?? null, t)} {nameOf(one.need)}:{' '}
                <span className="mono">
                  {decimal(one.units)} {need(one.need)?.unit}
                </span>{' '}
                – {t(`relief.cause.${one.cause}`)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {made.leftOut.length > 0 && (
        <section>
          <h4>{t('relief.leftOut')}</h4>
          <ul className="relief-reports">
            {made.leftOut.map((one) => (
              <li key={one.id}>
                {nameOf(one.id)}: {one.why[language]}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
