import { call } from '../../api/client';
import type { BodyRegister } from '../../api/types';

/** Takes it into force, unless somebody else has done so since `basedOn`. */
export function takeRegister(yaml: string, basedOn: number): Promise<BodyRegister> {
  return call('PUT', '/api/v1/bodies/register', { body: { yaml, basedOn } });
}
