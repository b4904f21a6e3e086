import { call } from '../../api/client';
import type { AcsaMeasured } from '../../api/types';

/** What a quantity in another unit comes to in a unit of issue. */
export function measureQuantity(
  quantity: string,
  stated: string,
  { unit, category }: { readonly unit: string; readonly category: string },
): Promise<AcsaMeasured> {
  return call('GET', '/api/v1/acsa/measures', { query: { quantity, in: stated, unit, category } });
}
