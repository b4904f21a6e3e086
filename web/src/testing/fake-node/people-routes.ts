import { createHash, randomUUID } from 'node:crypto';
import type { ClientCertificate, ClientCertificateDraft, Person, SignedIn } from '../../api/types';
import type { Speak } from './decide';
import { Refusal } from './refusal';

const FEED: Person = {
  id: '7d0b7a52-58a9-4e8f-9f6e-0d0a5b0c0001',
  signInName: 'jma-feed',
  name: { en: 'Weather feed', ja: '気象の取り込み' },
  nation: 'JPN',
  organisation: 'JMA',
  bodies: [],
  roles: ['feed'],
  clearance: 'RESTRICTED',
  caveats: [],
  clearedUntil: null,
  languages: ['ja', 'en'],
  active: true,
};

const certificates: ClientCertificate[] = [];

let sessions: readonly SignedIn[] = [
  signedIn(1, '2026-11-21T00:10:00Z', '10.1.2.3', 'Firefox'),
  signedIn(2, '2026-11-21T01:40:00Z', '10.1.9.80', 'Edge'),
  signedIn(3, '2026-11-21T01:55:00Z', '10.1.9.81', 'curl'),
];

function signedIn(number: number, began: string, address: string, agent: string): SignedIn {
  const id = `7d0b7a52-58a9-4e8f-9f6e-0d0a5b0c100${number}`;
  return { id, began, used: began, ends: '2026-11-21T10:00:00Z', address, agent, current: false };
}

/** What the screen People asks for; undefined for everything else. */
export function answerPeople(
  method: string,
  steps: readonly string[],
  body: Record<string, unknown>,
  speak: Speak,
): unknown {
  const [head, id, what, which] = steps;
  if (head === 'people' && what === 'sessions') {
    if (method === 'DELETE') {
      sessions = which === undefined ? [] : sessions.filter((one) => one.id !== which);
      return {};
    }
    return { sessions };
  }
  if (head === 'people' && method === 'GET') {
    return { people: [FEED] };
  }
  if (head === 'people' && what === 'certificates') {
    return register(body as unknown as ClientCertificateDraft, speak);
  }
  if (head === 'certificates' && method === 'DELETE') {
    const at = certificates.findIndex((one) => one.id === id);
    certificates.splice(at, 1, ...certificates.slice(at, at + 1).map(revoked));
    return {};
  }
  return head === 'certificates' ? { asked: true, certificates } : undefined;
}

function register({ name, scopes, days, certificate }: ClientCertificateDraft, speak: Speak): ClientCertificate {
  if (!certificate.includes('-----BEGIN CERTIFICATE-----')) {
    const message = speak === 'ja' ? 'PEM 形式の証明書 1 枚が必要です' : 'one certificate is expected, in PEM';
    throw new Refusal(422, message, [{ at: '/certificate', message }]);
  }
  const expires = new Date(Date.now() + days * 86_400_000).toISOString();
  const made: ClientCertificate = {
    id: randomUUID(),
    account: FEED.signInName,
    name,
    sha256: createHash('sha256')
      .update(certificate)
      .digest('hex')
      .toUpperCase()
      .replace(/(..)(?=.)/g, '$1:'),
    subject: 'CN=feed-1,O=JMA',
    scopes,
    notAfter: expires,
    created: new Date().toISOString(),
    createdBy: 'administrator',
    expires,
    used: null,
    revoked: null,
    holds: true,
  };
  certificates.unshift(made);
  return made;
}

function revoked(one: ClientCertificate): ClientCertificate {
  return { ...one, revoked: new Date().toISOString(), holds: false };
}
