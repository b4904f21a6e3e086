import { createHash, randomUUID } from 'node:crypto';
import type {
  Decision,
  Draft,
  Emergency,
  OutwardPreview,
  PolicyRule,
  ReleasePolicyVersion,
  Review,
  ReviewBacklog,
  ReviewCase,
  Ruling,
  SharedRecord,
} from '../../api/types';
import { level, parseLabel } from '../../release/model/label';
import { sameCuts } from '../../review/model/cuts';
import { formFor, removeAt, today } from './decide';
import { bannerOf, type FakeState } from './fake-state';
import { Refusal } from './refusal';

const HOUR = 3_600_000;
const NONE: ReleasePolicyVersion = {
  version: 0,
  from: '1970-01-01',
  many: 100,
  manyHours: 1,
  rules: [],
  state: 'confirmed',
};
const LEVELS = ['UNCLASSIFIED', 'RESTRICTED', 'CONFIDENTIAL', 'SECRET', 'TOP_SECRET'];

/** Policy, what waits, and rulings of one fake node: enough for the screens; of the causes it knows three. */
export class FakeReviews {
  readonly versions: ReleasePolicyVersion[] = [];
  readonly all: Review[] = [];
  readonly emergencies: Emergency[] = [];
  private readonly rulings = new Map<string, Ruling>();

  constructor(private readonly node: FakeState) {}

  get current(): ReleasePolicyVersion {
    return this.versions.findLast(({ state, from }) => state === 'confirmed' && from <= today()) ?? NONE;
  }

  /** What the policy and the rulings leave of a decision by the rules. */
  pass(record: SharedRecord, draft: Draft, decision: Decision, holds: boolean): Decision {
    if (decision.decision === 'withheld') {
      return decision;
    }
    const ruling = this.rulings.get(key(record.id, decision.party));
    if (this.node.consents.missing(record, draft, decision.party).length > 0 && ruling?.released !== false) {
      this.ask(record, draft, decision, [], ['consent']);
      return { ...decision, decision: 'needs-review' };
    }
    this.endConsent(record.id, decision.party);
    const matching = this.current.rules.filter((rule) => this.fits(rule, record, draft, decision.party));
    if (matching.some(({ act }) => act === 'withhold') || (ruling && !ruling.released)) {
      return { ...decision, decision: 'withheld', removed: [], coarsened: [] };
    }
    if (ruling) {
      const removed = [...new Set([...decision.removed, ...ruling.cuts])];
      return { ...decision, decision: ruling.cuts.length > 0 ? 'redacted' : decision.decision, removed };
    }
    if (matching.length === 0 || holds) {
      return decision;
    }
    this.ask(record, draft, decision, matching, [...new Set(matching.map(({ cause }) => cause))]);
    return { ...decision, decision: 'needs-review' };
  }

  preview(review: Review, cuts: readonly string[]): OutwardPreview {
    const draft = this.node.drafts.get(review.record) as Draft;
    const decision = this.node.byRules(draft, 'en', review.party);
    const form = formFor(draft, decision);
    cuts.forEach((cut) => removeAt(form, cut.slice(1).split('/')));
    const bytes = JSON.stringify(form);
    return {
      form,
      removed: [...new Set([...decision.removed, ...cuts])],
      coarsened: decision.coarsened.filter((at) => !cuts.includes(at)),
      bytes: Buffer.byteLength(bytes),
      digest: createHash('sha256').update(bytes).digest('hex'),
    };
  }

  read(id: string, speak: 'en' | 'ja'): ReviewCase {
    const review = this.get(id);
    const draft = this.node.drafts.get(review.record) as Draft;
    const { reasons } = this.node.byRules(draft, speak, review.party);
    return { review, body: draft.body, preview: this.preview(review, []), reasons };
  }

  rule(id: string, by: string, verdict: 'release' | 'withhold', cuts: readonly string[], reason: string): Review {
    const review = this.get(id);
    if (review.state !== 'open') {
      throw new Refusal(409, `The release was ${review.state} meanwhile.`);
    }
    if (review.voices.some((voice) => voice.by === by && voice.verdict === verdict)) {
      throw new Refusal(409, 'You have said this already; another officer must say the same.');
    }
    if (verdict === 'release' && review.causes.includes('consent')) {
      throw new Refusal(
        409,
        'No officer here can release this: ask the nation whose information it is for its consent.',
      );
    }
    review.voices.push({ by, verdict, cuts: [...cuts], reason, at: new Date().toISOString() });
    const agreeing = review.voices.filter((voice) => voice.verdict === verdict && sameCuts(voice.cuts, cuts));
    if (verdict === 'withhold' || agreeing.length >= review.persons) {
      this.close(
        review,
        verdict === 'release',
        agreeing.map((voice) => voice.by),
        cuts,
        reason,
        false,
      );
    }
    return review;
  }

  backlog(): ReviewBacklog {
    const now = new Date().toISOString();
    const waits = (dues: readonly string[]) => ({
      waiting: dues.length,
      overdue: dues.filter((due) => due <= now).length,
    });
    return {
      reviews: waits(this.all.filter(({ state }) => state === 'open').map(({ dueAt }) => dueAt)),
      emergencies: waits(this.emergencies.filter(({ reviewedAt }) => !reviewedAt).map(({ due }) => due)),
    };
  }

  releaseInEmergency(record: string, party: string, by: string, reason: string): Review {
    const review = this.all.find((one) => one.record === record && one.party === party && one.state === 'open');
    if (!review) {
      throw new Refusal(409, `Nothing waits for an officer: the rules decide about ${party}.`);
    }
    const { title, banner } = review;
    const at = new Date().toISOString();
    const due = new Date(Date.parse(at) + 86_400_000).toISOString();
    const told = { record, title, banner, party, by, reason, at, due };
    this.emergencies.unshift({ id: randomUUID(), ...told, escalated: false, withdrawn: false });
    this.close(review, true, [by], [], reason, true);
    return review;
  }

  rulingsOf(record: string): Ruling[] {
    return [...this.rulings].filter(([at]) => at.startsWith(record)).map(([, ruling]) => ruling);
  }

  lift(record: string, party: string): Ruling[] {
    this.rulings.delete(key(record, party));
    this.node.distribute(record);
    return this.rulingsOf(record);
  }

  withdraw({ record, party }: Emergency, by: string, reason: string): void {
    const at = new Date().toISOString();
    const ruling = { party, released: false, cuts: [], by: [by], reason, emergency: false, at, current: true };
    this.rulings.set(key(record, party), ruling);
    this.node.distribute(record);
    this.node.changed(record);
  }

  get(id: string): Review {
    const review = this.all.find((one) => one.id === id);
    if (!review) {
      throw new Refusal(404, 'No such review.');
    }
    return review;
  }

  private close(
    review: Review,
    released: boolean,
    by: string[],
    cuts: readonly string[],
    reason: string,
    emergency: boolean,
  ) {
    const at = new Date().toISOString();
    Object.assign(review, { state: released ? 'released' : 'withheld', closedAt: at });
    const { party, record } = review;
    this.rulings.set(key(record, party), {
      party,
      released,
      cuts: [...cuts],
      by,
      reason,
      emergency,
      at,
      current: true,
    });
    this.node.distribute(record);
    this.node.changed(record);
  }

  private fits(rule: PolicyRule, record: SharedRecord, draft: Draft, party: string): boolean {
    const label = parseLabel(bannerOf(draft));
    return (
      (rule.cause === 'always' || (rule.cause === 'first-of-kind' && !this.node.everReleased(party, record.kind))) &&
      (rule.parties.length === 0 || rule.parties.includes(party)) &&
      (rule.kinds.length === 0 || rule.kinds.includes(record.kind)) &&
      (!rule.atLeast || label === null || level(label) >= LEVELS.indexOf(rule.atLeast))
    );
  }

  /** Nothing waits for a consent that has come. */
  private endConsent(record: string, party: string): void {
    this.all
      .filter((one) => one.record === record && one.party === party && one.state === 'open')
      .filter(({ causes }) => causes.includes('consent'))
      .forEach((one) => Object.assign(one, { state: 'moot', closedAt: new Date().toISOString() }));
  }

  private ask(
    record: SharedRecord,
    draft: Draft,
    { party }: Decision,
    rules: readonly PolicyRule[],
    causes: Review['causes'],
  ): void {
    if (this.all.some((one) => one.record === record.id && one.party === party && one.state === 'open')) {
      return;
    }
    const title: unknown = draft.body['title'];
    this.all.push({
      id: randomUUID(),
      record: record.id,
      revision: record.revision,
      kind: record.kind,
      title: typeof title === 'string' ? title : ((title as { en?: string } | undefined)?.en ?? ''),
      banner: bannerOf(draft),
      party,
      rules: rules.map(({ id }) => id),
      causes,
      persons: Math.max(1, ...rules.map(({ persons }) => persons)),
      openedAt: new Date().toISOString(),
      dueAt: new Date(
        Date.now() + Math.min(...(rules.length === 0 ? [24] : rules.map(({ hours }) => hours))) * HOUR,
      ).toISOString(),
      escalated: false,
      state: 'open',
      voices: [],
    });
  }
}

const key = (record: string, party: string) => `${record} ${party}`;
