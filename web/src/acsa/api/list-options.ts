import { call } from '../../api/client';
import type { AcsaOptions } from '../../api/types';
import { knowCurrencies } from '../model/money';

export async function listOptions(signal?: AbortSignal): Promise<AcsaOptions> {
  const options: AcsaOptions = await call('GET', '/api/v1/acsa/options', { signal });
  knowCurrencies(options.currencies);
  return options;
}
