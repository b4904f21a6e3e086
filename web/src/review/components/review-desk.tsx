import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslate } from '../../i18n/translate';
import { openScreen, route } from '../../navigation/route';
import { walkedList } from '../../records/model/list-selection';
import { useKinds } from '../../records/model/record-queries';
import { useOnScreen } from '../../release/model/on-screen';
import { may } from '../../session/session';
import { Failure, Loading } from '../../ui/failure';
import { useStore } from '../../ui/store';
import { useNow } from '../../ui/use-now';
import { reviewChoice, stillShown } from '../model/review-filter';
import { useReviews } from '../model/review-queries';
import { ManyBar } from './many-bar';
import { ReviewCasePanel } from './review-case';
import { ReviewFilters } from './review-filters';
import { ReviewRow } from './review-row';

/** The queue on the left, the most urgent first; the case on the right. */
export function ReviewDesk({ selected }: { selected: string | null }) {
  const t = useTranslate();
  const choice = useStore(reviewChoice);
  const kinds = useKinds().data ?? [];
  const now = useNow(10_000);
  const list = useReviews(choice);
  const reviews = useMemo(() => list.data?.pages.flatMap((page) => page.reviews) ?? [], [list.data]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const many = choice.state === 'open' && may('POST /api/v1/reviews/rulings');
  const ready = stillShown(chosen, reviews);
  useOnScreen(
    'reviews',
    useMemo(() => reviews.map(({ banner }) => banner), [reviews]),
  );
  useEffect(() => {
    walkedList.set({
      ids: reviews.map(({ id }) => id),
      current: () => route.get().subject,
      open: (id) => openScreen('reviews', id),
    });
  }, [reviews]);
  const rows = useRef<HTMLUListElement>(null);
  useEffect(() => {
    rows.current?.querySelector('[data-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const toggle = (id: string) =>
    setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  return (
    <div className="review-desk" data-case={selected !== null}>
      <section className="review-queue" aria-label={t('review.queue')}>
        <header className="pane-head">
          <h2>{choice.state === 'open' ? t('review.open') : t('review.closed')}</h2>
          <span className="count">
            {t('review.count', { shown: reviews.length, total: list.data?.pages[0]?.total ?? 0 })}
          </span>
        </header>
        <ReviewFilters />
        <div className="scroll" tabIndex={-1}>
          {list.isPending && <Loading />}
          {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
          {list.isSuccess && reviews.length === 0 && (
            <p className="empty">{t(choice.state === 'open' ? 'review.emptyOpen' : 'review.emptyClosed')}</p>
          )}
          {many && reviews.length > 1 && (
            <label className="select-all">
              <input
                type="checkbox"
                checked={ready.length === reviews.length}
                onChange={({ target }) => setChosen(new Set(target.checked ? reviews.map(({ id }) => id) : []))}
              />
              {t('review.selectAll')}
            </label>
          )}
          <ul className="rows" ref={rows}>
            {reviews.map((review) => (
              <ReviewRow
                key={review.id}
                review={review}
                kinds={kinds}
                now={now}
                selected={review.id === selected}
                chosen={chosen.has(review.id)}
                onChoose={many ? () => toggle(review.id) : null}
              />
            ))}
          </ul>
          {list.hasNextPage && (
            <button
              type="button"
              className="button quiet next-page"
              disabled={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {list.isFetchingNextPage ? t('common.loading') : t('list.more')}
            </button>
          )}
        </div>
        {many && <ManyBar reviews={ready} all={reviews} onChoose={(ids) => setChosen(new Set(ids))} />}
      </section>
      {selected === null ? (
        <p className="review-none quiet-text">{t('review.choose')}</p>
      ) : (
        <ReviewCasePanel key={selected} id={selected} now={now} />
      )}
    </div>
  );
}
