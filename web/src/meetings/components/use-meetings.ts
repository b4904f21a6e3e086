import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../i18n/language';
import { listMeetingOptions } from '../api/list-meeting-options';
import { listMeetings } from '../api/list-meetings';

const EVERY = 30_000;

export function useMeetings() {
  return useQuery({
    queryKey: ['meetings', 'list'],
    queryFn: ({ signal }) => listMeetings(signal),
    refetchInterval: EVERY,
  });
}

export function useMeetingOptions() {
  return useQuery({ queryKey: ['meetings', 'options'], queryFn: ({ signal }) => listMeetingOptions(signal) });
}

/** The name of a body in the language shown. */
export function useBodyName(): (code: string) => string {
  const language = useLanguage();
  const bodies = useMeetingOptions().data?.bodies ?? [];
  return (code) => bodies.find((one) => one.code === code)?.name[language] ?? code;
}
