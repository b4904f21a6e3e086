import type { Keys, PartnerKeys } from '../../api/types';
import type { Speak } from './decide';
import { fakeCard, readFakeCard } from './fake-cards';
import { Refusal } from './refusal';

type Own = Keys['own'];
type Held = PartnerKeys['cards'][number];

/** Keys of one fake node and the cards of its partners. */
export class FakeKeys {
  private number = 1;
  private made = new Date(Date.now() - 400 * 86_400_000).toISOString();
  private former: Own['former'] = [];
  private readonly partners = new Map<string, PartnerKeys>();

  constructor(
    private readonly node: string,
    others: readonly string[],
  ) {
    others.forEach((party) => this.partners.set(party, partnerOf(party)));
  }

  list(): Keys {
    return {
      own: {
        card: fakeCard(this.node, `key ${this.number}`),
        made: this.made,
        maxAgeDays: 365,
        overdue: Date.parse(this.made) < Date.now() - 365 * 86_400_000,
        former: this.former,
      },
      partners: [...this.partners.values()],
    };
  }

  exchange(withdrawn: boolean): void {
    const ended = new Date().toISOString();
    const { fingerprint } = this.list().own.card;
    this.former = [{ fingerprint, ended, withdrawn, audit: 12 }, ...this.former];
    this.number += 1;
    this.made = ended;
    this.partners.forEach((one, party) => this.partners.set(party, { ...one, knowsNewest: false, told: !withdrawn }));
  }

  revoke(party: string, reason: string): void {
    const at = new Date().toISOString();
    const [head, ...rest] = this.partner(party).cards;
    const cards = head ? [{ ...head, ended: at, revoked: { at, by: 'administrator', reason } }, ...rest] : rest;
    this.partners.set(party, { ...this.partner(party), revoked: true, cards });
  }

  handOver(party: string): void {
    this.partners.set(party, { ...this.partner(party), knowsNewest: true, told: true });
  }

  accept(party: string, held: Held): void {
    const one = this.partner(party);
    this.partners.set(party, { ...one, revoked: false, cards: [held, ...one.cards] });
  }

  partner(party: string): PartnerKeys {
    const one = this.partners.get(party);
    if (!one) {
      throw new Refusal(404, `No partner ${party}`);
    }
    return one;
  }
}

function partnerOf(party: string): PartnerKeys {
  const node = `${party}/fake`;
  return {
    party,
    node,
    name: { en: node, ja: node },
    knowsNewest: true,
    told: true,
    revoked: false,
    cards: [
      {
        card: fakeCard(node, 'key 1'),
        how: 'settings',
        taken: '2026-01-05T03:00:00Z',
        until: null,
        ended: null,
        revoked: null,
      },
    ],
    refused: [],
  };
}

const kept = new Map<string, FakeKeys>();

/** What the screen Keys asks for; undefined for everything else. */
export function answerKeys(
  node: string,
  linked: readonly string[],
  method: string,
  steps: readonly string[],
  body: Record<string, unknown>,
  speak: Speak,
): unknown {
  const [head, verb, party = '', what] = steps;
  if (head !== 'keys') {
    return undefined;
  }
  const keys = kept.get(node) ?? new FakeKeys(node, linked);
  kept.set(node, keys);
  const about = verb === 'partners' ? what : verb;
  switch (`${method} ${about ?? ''}`) {
    case 'POST rotation':
    case 'POST withdrawal':
      keys.exchange(about === 'withdrawal');
      break;
    case 'POST revocation':
      keys.revoke(party, String(body['reason']));
      break;
    case 'POST handed-over':
      keys.handOver(party);
      break;
    case 'POST check':
      return cardOf(keys, party, body, speak);
    case 'POST card':
      keys.accept(party, {
        card: cardOf(keys, party, body, speak),
        how: 'accepted',
        taken: new Date().toISOString(),
        until: null,
        ended: null,
        revoked: null,
      });
      break;
  }
  return keys.list();
}

function cardOf(keys: FakeKeys, party: string, body: Record<string, unknown>, speak: Speak) {
  const card = readFakeCard(String(body['card']));
  if (card?.node !== keys.partner(party).node) {
    throw new Refusal(
      422,
      speak === 'ja' ? 'この相手のノードカードではありません。' : 'This is no node card of that partner.',
    );
  }
  return card;
}
