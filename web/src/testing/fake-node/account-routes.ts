import { randomUUID } from 'node:crypto';
import type { AccessToken, SignedIn, WaysIn } from '../../api/types';
import { Refusal } from './refusal';

const DAY = 86_400_000;
const tokens: AccessToken[] = [];

/** What somebody's own account asks for; undefined for everything else. */
export function answerAccount(
  method: string,
  [head, what, id]: readonly string[],
  body: Record<string, unknown>,
  caller: string,
): unknown {
  if (head !== 'account' || what === 'views') {
    return undefined;
  }
  switch (`${method} ${what}`) {
    case 'GET passkeys':
      return { passkeys: [], password: false } satisfies WaysIn;
    case 'GET sessions':
      return { sessions: [here()] };
    case 'GET certificates':
      return { certificates: [], asked: false };
    case 'GET tokens':
      return { tokens };
    case 'POST tokens':
      return make(String(body['name']).trim(), body['scopes'] as string[], Number(body['days']));
    case 'DELETE tokens':
      tokens.splice(
        tokens.findIndex((one) => one.id === id),
        1,
      );
      return {};
    default:
      throw new Refusal(404, `${caller} has no ${String(what)}`);
  }
}

function make(name: string, scopes: string[], days: number): AccessToken {
  if (!Number.isInteger(days) || days < 1 || days > 366) {
    throw new Refusal(422, 'The request has mistakes.', [{ at: '', message: '1 to 366 days are needed' }]);
  }
  const now = Date.now();
  const token: AccessToken = {
    id: randomUUID(),
    name,
    scopes,
    created: new Date(now).toISOString(),
    expires: new Date(now + days * DAY).toISOString(),
    used: null,
  };
  tokens.push(token);
  return { ...token, secret: `rk_${randomUUID()}` };
}

function here(): SignedIn {
  const at = new Date().toISOString();
  return {
    id: '7d0b7a52-58a9-4e8f-9f6e-0d0a5b0c2001',
    began: at,
    used: at,
    ends: new Date(Date.now() + DAY / 2).toISOString(),
    address: '127.0.0.1',
    agent: 'Test',
    current: true,
  };
}
