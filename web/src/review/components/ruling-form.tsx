import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { isProblem } from '../../api/problem';
import type { Review, Voice } from '../../api/types';
import { pointerName } from '../../i18n/field-name';
import { useTranslate } from '../../i18n/translate';
import { session } from '../../session/session';
import { Failure } from '../../ui/failure';
import { useStore } from '../../ui/store';
import { ruleOnReview } from '../api/rule-on-review';
import { needsConsent } from '../model/consents';
import { toggleCut, type Cuts } from '../model/cuts';
import { dropRuling, type UnfinishedRuling } from '../model/ruling-storage';
import { standing } from '../model/voices';

interface Props {
  readonly review: Review;
  readonly draft: UnfinishedRuling;
  readonly onChange: (draft: UnfinishedRuling) => void;
  readonly onRuled: () => void;
}

/** Release, where an officer here can, or withhold, with a reason. Cuts and reason stay until the node has taken them. */
export function RulingForm({ review, draft, onChange, onRuled }: Props) {
  const t = useTranslate();
  const id = useId();
  const client = useQueryClient();
  const caller = useStore(session).caller?.name ?? '';
  const { cuts, reason } = draft;
  const releasable = !needsConsent(review);
  const stands = standing(review, caller, cuts);
  const rule = useMutation({
    mutationFn: (verdict: Voice['verdict']) =>
      ruleOnReview(review.id, {
        verdict,
        reason: reason.trim(),
        ...(verdict === 'release' ? { cuts: [...cuts] } : {}),
      }),
    onSuccess: () => {
      onChange({ cuts, reason: '' });
      dropRuling(review.id);
    },
    onSettled: () => {
      onRuled();
      return Promise.all(
        ['reviews', 'release', 'rulings', 'records'].map((key) => client.invalidateQueries({ queryKey: [key] })),
      );
    },
  });
  const conflict = isProblem(rule.error) && rule.error.status === 409;
  const ready = reason.trim() !== '' && !rule.isPending;
  return (
    <form className="ruling-form" onSubmit={(event) => event.preventDefault()}>
      {releasable ? (
        <>
          <CutList cuts={cuts} onCut={(at) => onChange({ ...draft, cuts: toggleCut(cuts, at) })} />
          <Standing
            review={review}
            stands={stands}
            onTake={(voice) => onChange({ ...draft, cuts: [...voice.cuts].sort() })}
          />
        </>
      ) : (
        <p className="quiet-text">{t('consent.withholdInstead')}</p>
      )}
      <label htmlFor={`${id}-reason`}>{t('review.reason')}</label>
      <textarea
        id={`${id}-reason`}
        name="reason"
        rows={2}
        maxLength={500}
        required
        value={reason}
        onChange={({ target }) => onChange({ ...draft, reason: target.value })}
      />
      {rule.isError && (
        <div className="notice" data-tone="critical">
          <p>{t(conflict ? 'review.conflict' : 'review.notKept')}</p>
          <Failure error={rule.error} />
        </div>
      )}
      <div className="buttons">
        {releasable && (
          <button
            type="button"
            className="button primary"
            data-verdict="release"
            disabled={!ready || stands.kind === 'own-word'}
            onClick={() => rule.mutate('release')}
          >
            {cuts.length === 0 ? t('review.release') : t('review.releaseCut', { n: cuts.length })}
          </button>
        )}
        <button
          type="button"
          className="button danger"
          data-verdict="withhold"
          disabled={!ready}
          onClick={() => rule.mutate('withhold')}
        >
          {t('review.withhold')}
        </button>
        {reason.trim() === '' && <small>{t('review.needsReason')}</small>}
      </div>
    </form>
  );
}

function CutList({ cuts, onCut }: { cuts: Cuts; onCut: (at: string) => void }) {
  const t = useTranslate();
  return (
    <div className="cut-list">
      <h3>{t('review.cuts')}</h3>
      {cuts.length === 0 ? (
        <p className="quiet-text">{t('review.noCuts')}</p>
      ) : (
        <ul className="chips">
          {cuts.map((at) => (
            <li key={at} data-cut={at}>
              {pointerName(at, t)}{' '}
              <button
                type="button"
                className="link"
                aria-label={t('review.undoCutAt', { at: pointerName(at, t) })}
                onClick={() => onCut(at)}
              >
                {t('review.undoCut')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface StandingProps {
  readonly review: Review;
  readonly stands: ReturnType<typeof standing>;
  readonly onTake: (voice: Voice) => void;
}

/** Where two officers must agree: what has been said, and what this word would do. */
function Standing({ review, stands, onTake }: StandingProps) {
  const t = useTranslate();
  switch (stands.kind) {
    case 'nobody':
      return review.persons > 1 ? <p className="notice">{t('review.twoNeeded')}</p> : null;
    case 'own-word':
      return <p className="notice">{t('review.ownWord')}</p>;
    case 'second-needed':
      return stands.agrees ? (
        <p className="notice" data-tone="normal">
          {t('review.secondAgrees', { by: stands.first.by })}
        </p>
      ) : (
        <p className="notice" data-tone="caution">
          {t('review.secondDiffers', { by: stands.first.by })}{' '}
          <button type="button" className="link" onClick={() => onTake(stands.first)}>
            {t('review.takeCuts', { by: stands.first.by })}
          </button>
        </p>
      );
  }
}
