import type { ImportedMedium } from '../../api/types';
import type { Speak } from './decide';
import type { FakeState } from './fake-state';
import { checkpointText, inclusionPath, treeRoot } from './merkle-tree';
import { Refusal } from './refusal';

interface Medium {
  readonly from: string;
  readonly to: string;
  readonly first: number;
  readonly last: number;
  readonly confirmed: number;
}

const MAGIC = 'RENKEI FAKE MEDIUM\n';

export function changeLink(state: FakeState, party: string, verb: string) {
  linked(state, party);
  return verb === 'pause' ? state.links.pause(party) : state.links.resume(party);
}

export function exportMedium(state: FakeState, party: string, since: string | null): Buffer {
  linked(state, party);
  const first = (since === null ? state.links.acknowledged(party) : Number(since)) + 1;
  const medium: Medium = {
    from: `${state.party}/${state.site}`,
    to: `${party}/${state.partners.get(party)?.site ?? 'hq'}`,
    first,
    last: state.leaves.get(party)?.length ?? 0,
    confirmed: state.partners.get(party)?.links.acknowledged(state.party) ?? 0,
  };
  return Buffer.from(MAGIC + JSON.stringify(medium));
}

export function importMedium(state: FakeState, content: unknown, speak: Speak): ImportedMedium {
  const say = (en: string, ja: string) => (speak === 'ja' ? ja : en);
  const text = Buffer.isBuffer(content) ? content.toString() : '';
  if (!text.startsWith(MAGIC)) {
    throw new Refusal(
      422,
      say('This is no medium of a node: nothing was taken.', 'ノードの媒体ではありません。何も取り込んでいません。'),
    );
  }
  const { from, to, first, last, confirmed } = JSON.parse(text.slice(MAGIC.length)) as Medium;
  if (to !== `${state.party}/${state.site}`) {
    throw new Refusal(
      422,
      say(
        `This medium is for ${to}; this node cannot open it.`,
        `この媒体の宛先は ${to} です。このノードでは開けません。`,
      ),
    );
  }
  const origin = state.partners.get(from.split('/')[0] ?? '');
  const added = origin?.links.carryByHand(state.party, last) ?? 0;
  return { from, first, last, added, confirmed };
}

export function ledger(state: FakeState, party: string) {
  linked(state, party);
  const leaves = state.leaves.get(party) ?? [];
  const acknowledged = leaves.slice(0, state.links.acknowledged(party));
  const partner = state.partners.get(party);
  const theirs = (partner?.leaves.get(state.party) ?? []).slice(0, partner?.links.acknowledged(state.party));
  const decisions = [...state.drafts.values()].map(
    (draft) => state.decisions(draft, 'en').find((one) => one.party === party)?.decision,
  );
  const count = (word: string) => decisions.filter((one) => one === word).length;
  return {
    party,
    node: state.links.state(party).node,
    size: leaves.length,
    root: treeRoot(leaves).toString('hex'),
    checkpoint: checkpointText(`${state.party}/${state.site} to ${party}`, leaves),
    acknowledged: {
      size: acknowledged.length,
      root: treeRoot(acknowledged).toString('hex'),
      at: new Date().toISOString(),
    },
    received: {
      size: theirs.length,
      root: treeRoot(theirs).toString('hex'),
      checkpoint: checkpointText(`${party} to ${state.party}`, theirs),
    },
    counts: {
      released: count('released'),
      redacted: count('redacted'),
      withheld: count('withheld'),
      needsReview: 0,
      recalled: 0,
    },
    epochs: [],
  };
}

export function proof(state: FakeState, party: string, position: number) {
  const leaves = state.leaves.get(party) ?? [];
  const leaf = leaves[position - 1];
  if (!leaf) {
    throw new Refusal(404, 'No such position.');
  }
  return {
    position,
    leaf: leaf.toString('hex'),
    size: leaves.length,
    root: treeRoot(leaves).toString('hex'),
    path: inclusionPath(position - 1, leaves).map((hash) => hash.toString('hex')),
    checkpoint: checkpointText(`${state.party}/${state.site} to ${party}`, leaves),
  };
}

function linked(state: FakeState, party: string): void {
  if (!state.linked.includes(party)) {
    throw new Refusal(404, 'No link to this party.');
  }
}
