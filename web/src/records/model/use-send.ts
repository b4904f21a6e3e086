import { useMutation, useQueryClient } from '@tanstack/react-query';
import { isProblem } from '../../api/problem';
import type { Draft, FieldError } from '../../api/types';
import { openRecord } from '../../navigation/route';
import { createRecord } from '../api/create-record';
import { reviseRecord } from '../api/revise-record';
import { dropDraft } from './draft-storage';

export interface Send {
  readonly send: (draft: Draft) => void;
  readonly busy: boolean;
  readonly failure: unknown;
  /** What the node refused, each at its place in the request. */
  readonly errors: readonly FieldError[];
}

/** Stores the draft and shows the record it became; a refusal leaves the draft as it is. */
export function useSend(revises: string | null): Send {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: (draft: Draft) => (revises === null ? createRecord(draft) : reviseRecord(revises, draft)),
    onSuccess: ({ id }) => {
      dropDraft(revises);
      void client.invalidateQueries();
      openRecord(id);
    },
  });
  const { error } = mutation;
  return {
    send: mutation.mutate,
    busy: mutation.isPending,
    failure: error,
    errors: isProblem(error) ? error.fieldErrors : [],
  };
}
