import { call } from '../../api/client';
import type { AcsaOrder } from '../../api/types';
import { filesFor, type ChosenFile } from '../model/files';
import type { Said } from '../model/form';

export function answerOrder(
  id: string,
  act: string,
  fields: Said,
  files: readonly ChosenFile[] = [],
): Promise<AcsaOrder> {
  const { shared, ownFiles } = filesFor(files);
  return call('POST', `/api/v1/acsa/orders/${encodeURIComponent(id)}/statements`, {
    body: {
      act,
      fields: { ...fields, ...(shared.length > 0 && { attachments: shared }) },
      ...(ownFiles.length > 0 && { ownFiles }),
    },
  });
}
