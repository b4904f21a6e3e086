import { useQuery } from '@tanstack/react-query';
import type { CaseBody } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { listCaseOptions } from '../api/list-case-options';

export function useCaseOptions() {
  return useQuery({ queryKey: ['cases', 'options'], queryFn: ({ signal }) => listCaseOptions(signal) });
}

/** The bodies that the node knows, and the name of one in the language shown. */
export function useBodies(): {
  readonly bodies: readonly CaseBody[];
  /** The highest first. */
  readonly levels: readonly string[];
  readonly nameOf: (code: string) => string;
} {
  const language = useLanguage();
  const options = useCaseOptions().data;
  const bodies = options?.bodies ?? [];
  return {
    bodies,
    levels: options?.levels ?? [],
    nameOf: (code) => bodies.find((one) => one.code === code)?.name[language] ?? code,
  };
}
