import { useQuery } from '@tanstack/react-query';
import type { CommitmentOptions } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { listCommitmentOptions } from '../api/list-commitment-options';
import { listCommitments } from '../api/list-commitments';

const EVERY = 30_000;

export function useCommitments() {
  return useQuery({
    queryKey: ['commitments', 'list'],
    queryFn: ({ signal }) => listCommitments(signal),
    refetchInterval: EVERY,
  });
}

export function useCommitmentOptions() {
  return useQuery({ queryKey: ['commitments', 'options'], queryFn: ({ signal }) => listCommitmentOptions(signal) });
}

/** The bodies that the node knows, and the name of one in the language shown. */
export function useBodyNames(): {
  readonly bodies: CommitmentOptions['bodies'];
  readonly nameOf: (code: string) => string;
} {
  const language = useLanguage();
  const bodies = useCommitmentOptions().data?.bodies ?? [];
  return { bodies, nameOf: (code) => bodies.find((one) => one.code === code)?.name[language] ?? code };
}
