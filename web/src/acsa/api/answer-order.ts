import { call } from '../../api/client';
import type { AcsaOrder } from '../../api/types';
import type { Said } from '../model/form';

export function answerOrder(id: string, act: string, fields: Said): Promise<AcsaOrder> {
  return call('POST', `/api/v1/acsa/orders/${encodeURIComponent(id)}/statements`, { body: { act, fields } });
}
