import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../i18n/language';
import { may } from '../../session/session';
import { countReviews } from '../api/count-reviews';
import { listConsents } from '../api/list-consents';
import { listEmergencies } from '../api/list-emergencies';
import { listReviews } from '../api/list-reviews';
import { previewReview } from '../api/preview-review';
import { readReleasePolicy } from '../api/read-release-policy';
import { readReview } from '../api/read-review';
import { asQuery, type ReviewChoice } from './review-filter';
import type { Cuts } from './cuts';

const AGAIN_MILLIS = 15_000;
const PAGE_SIZE = 100;

/** The releases that wait, or were ruled on, page after page. */
export function useReviews(choice: ReviewChoice) {
  return useInfiniteQuery({
    queryKey: ['reviews', choice],
    queryFn: ({ pageParam, signal }) =>
      listReviews({ ...asQuery(choice), cursor: pageParam, limit: PAGE_SIZE }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
    refetchInterval: AGAIN_MILLIS,
  });
}

export function useReview(id: string) {
  const language = useLanguage();
  return useQuery({
    queryKey: ['review', id, language],
    queryFn: ({ signal }) => readReview(id, signal),
    refetchInterval: AGAIN_MILLIS,
  });
}

/** What would go out without these places; the node says it, nothing is computed here. */
export function useOutwardPreview(id: string, cuts: Cuts, enabled: boolean) {
  return useQuery({
    queryKey: ['review-preview', id, cuts],
    queryFn: ({ signal }) => previewReview(id, cuts, signal),
    enabled,
    placeholderData: (before) => before,
    staleTime: 0,
    gcTime: 0,
  });
}

export function useEmergencies() {
  return useQuery({
    queryKey: ['emergencies'],
    queryFn: ({ signal }) => listEmergencies(signal),
    refetchInterval: AGAIN_MILLIS,
    enabled: may('GET /api/v1/emergencies'),
  });
}

/** What waits, to be told wherever one is. */
export function useBacklog() {
  return useQuery({
    queryKey: ['reviews', 'waiting'],
    queryFn: ({ signal }) => countReviews(signal),
    refetchInterval: AGAIN_MILLIS,
    enabled: may('GET /api/v1/reviews/waiting'),
  });
}

export function useConsents() {
  return useQuery({
    queryKey: ['consents'],
    queryFn: ({ signal }) => listConsents(signal),
    refetchInterval: AGAIN_MILLIS,
    enabled: may('GET /api/v1/consents'),
  });
}

export function useReleasePolicy() {
  return useQuery({
    queryKey: ['release-policy'],
    queryFn: ({ signal }) => readReleasePolicy(signal),
    refetchInterval: AGAIN_MILLIS,
  });
}
