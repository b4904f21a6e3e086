import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReliefMove } from '../../api/types';
import { useRoute } from '../../navigation/route';
import { may } from '../../session/session';
import { getReliefBoard } from '../api/get-relief-board';
import { listMoves } from '../api/list-moves';

const EVERY = 30_000;
const NONE: readonly ReliefMove[] = [];

/**
 * Convoys and sorties of the board that is in use, of all nations that told of them, now or as they were known here at the
 * time somebody looks at. What was shown stays until those of the next time are there.
 */
export function useMoves(): readonly ReliefMove[] {
  const { at } = useRoute();
  const board = useQuery({
    queryKey: ['relief', 'board', null],
    queryFn: ({ signal }) => getReliefBoard(null, signal),
    refetchInterval: EVERY,
    enabled: at === null && may('GET /api/v1/relief/board'),
  });
  const then = useQuery({
    queryKey: ['relief', 'moves', at],
    queryFn: ({ signal }) => listMoves(at ?? '', signal),
    placeholderData: keepPreviousData,
    enabled: at !== null && may('GET /api/v1/relief/moves'),
  });
  return (at === null ? board.data : then.data)?.moves ?? NONE;
}
