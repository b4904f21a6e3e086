import { useEffect, useMemo, useState } from 'react';
import { useAgreements } from '../../agreements/model/agreement-queries';
import type { ReviewCase } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { ReasonList } from '../../release/components/reason-list';
import { useOnScreen } from '../../release/model/on-screen';
import { may } from '../../session/session';
import { Failure, Loading } from '../../ui/failure';
import { useDebounced } from '../../ui/use-debounced';
import { needsConsent } from '../model/consents';
import { toggleCut, type Cuts } from '../model/cuts';
import { useOutwardPreview, useReview } from '../model/review-queries';
import { dropRuling, keepRuling, loadRuling } from '../model/ruling-storage';
import { cutsToBeginWith } from '../model/voices';
import { CaseHead } from './case-head';
import { ConsentAsk } from './consent-ask';
import { PlaceTable } from './place-table';
import { RulingForm } from './ruling-form';
import { VoiceList } from './voice-list';

const REST_MILLIS = 300;
const NO_CUTS: Cuts = [];

/** One release that waits: the record beside exactly what the party would get, and the officer's word. */
export function ReviewCasePanel({ id, now }: { id: string; now: Date }) {
  const t = useTranslate();
  const review = useReview(id);
  return (
    <article className="review-case" data-review={id}>
      <button type="button" className="link back" onClick={() => openScreen('reviews')}>
        {t('review.back')}
      </button>
      {review.isPending && <Loading />}
      {review.isError && !review.data && <Failure error={review.error} retry={() => void review.refetch()} />}
      {review.data && <Loaded loaded={review.data} now={now} onChanged={() => void review.refetch()} />}
    </article>
  );
}

interface LoadedProps {
  readonly loaded: ReviewCase;
  readonly now: Date;
  readonly onChanged: () => void;
}

function Loaded({ loaded, now, onChanged }: LoadedProps) {
  const t = useTranslate();
  const { review, body } = loaded;
  const agreements = useAgreements().data?.agreements ?? [];
  const [draft, setDraft] = useState(() => loadRuling(review.id) ?? { cuts: cutsToBeginWith(review), reason: '' });
  const open = review.state === 'open';
  const rules = open && may('POST /api/v1/reviews/{id}/ruling');
  const consent = needsConsent(review);
  const cuttable = rules && !consent;
  const cuts: Cuts = cuttable ? draft.cuts : NO_CUTS;
  const rested = useDebounced(cuts, REST_MILLIS);
  const spoken = review.voices.some((voice) => voice.cuts.length > 0);
  const asks = cuttable && (rested.length > 0 || spoken);
  const live = useOutwardPreview(review.id, rested, asks);
  const preview = asks ? live.data : loaded.preview;
  const byRules = useMemo(
    () => loaded.preview.removed.filter((at) => !review.voices.some((voice) => voice.cuts.includes(at))),
    [loaded.preview.removed, review.voices],
  );
  useOnScreen(
    'panel',
    useMemo(() => [review.banner], [review.banner]),
  );
  useEffect(() => {
    if (rules && (draft.cuts.length > 0 || draft.reason !== '')) {
      keepRuling(review.id, draft);
    } else {
      dropRuling(review.id);
    }
  }, [rules, draft, review.id]);
  return (
    <>
      <CaseHead review={review} now={now} />
      <PlaceTable
        review={review}
        body={body}
        preview={preview ?? loaded.preview}
        byRules={byRules}
        cuts={cuts}
        stale={rested !== cuts || (asks && (live.isFetching || !live.data))}
        onToggle={cuttable ? (at) => setDraft((before) => ({ ...before, cuts: toggleCut(before.cuts, at) })) : null}
      />
      {live.isError && <Failure error={live.error} retry={() => void live.refetch()} />}
      <VoiceList voices={review.voices} now={now} />
      {consent && <ConsentAsk review={review} now={now} />}
      {rules && <RulingForm review={review} draft={draft} onChange={setDraft} onRuled={onChanged} />}
      {open && !rules && <p className="quiet-text">{t('review.notYours')}</p>}
      <section className="case-reasons">
        <h3>{t('review.reasons')}</h3>
        <ReasonList reasons={loaded.reasons} agreements={agreements} />
      </section>
    </>
  );
}
