import { useQuery } from '@tanstack/react-query';
import type { ReliefMove } from '../../api/types';
import { may } from '../../session/session';
import { getReliefBoard } from '../api/get-relief-board';

const EVERY = 30_000;
const NONE: readonly ReliefMove[] = [];

/** Convoys and sorties of the board that is in use, of all nations that told of them. */
export function useMoves(): readonly ReliefMove[] {
  const board = useQuery({
    queryKey: ['relief', 'board', null],
    queryFn: ({ signal }) => getReliefBoard(null, signal),
    refetchInterval: EVERY,
    enabled: may('GET /api/v1/relief/board'),
  });
  return board.data?.moves ?? NONE;
}
