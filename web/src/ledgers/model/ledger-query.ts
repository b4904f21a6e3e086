import { useQuery } from '@tanstack/react-query';
import { getLedger } from '../api/get-ledger';

export function useLedger(party: string) {
  return useQuery({ queryKey: ['ledger', party], queryFn: ({ signal }) => getLedger(party, signal) });
}
