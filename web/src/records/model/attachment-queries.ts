import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Attachment } from '../../api/types';
import { saveFile } from '../../ui/save-file';
import { fetchAttachment } from '../api/fetch-attachment';
import { getAttachmentState } from '../api/get-attachment-state';
import { readAttachment } from '../api/read-attachment';

const FETCHING_MILLIS = 1_000;

/** How a content stands here; looked at again while it is on its way. */
export function useAttachmentState(sha256: string | null) {
  return useQuery({
    queryKey: ['attachment', sha256],
    queryFn: ({ signal }) => getAttachmentState(sha256 ?? '', signal),
    enabled: sha256 !== null,
    refetchInterval: ({ state }) => (state.data?.state === 'wanted' ? FETCHING_MILLIS : false),
  });
}

/** The bytes of a preview once they are here. */
export function usePreview(sha256: string | null) {
  const here = useAttachmentState(sha256).data?.state === 'here';
  return useQuery({
    queryKey: ['attachment-preview', sha256],
    queryFn: ({ signal }) => readAttachment(sha256 ?? '', signal),
    enabled: sha256 !== null && here,
    staleTime: Infinity,
  });
}

export function useFetchAttachment(sha256: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => fetchAttachment(sha256),
    onSuccess: (state) => client.setQueryData(['attachment', sha256], state),
  });
}

export function useSaveAttachment({ name, sha256 }: Attachment) {
  return useMutation({
    mutationFn: () => readAttachment(sha256),
    onSuccess: (content) => saveFile(content, name),
  });
}
