import { randomUUID } from 'node:crypto';
import type { Agreement, AuditEntry, Decision, Draft, LinkState, SharedRecord } from '../../api/types';
import { combine } from '../../release/model/combine-labels';
import { parseLabel, printLabel } from '../../release/model/label';
import { decide, formFor, today, type Speak } from './decide';
import { FakeAttachments } from './attachment-routes';
import { FakeConsents } from './fake-consents';
import { FakeLinks } from './fake-links';
import { FakeReviews } from './fake-reviews';
import { leafHash } from './merkle-tree';
import { sampleAgreements } from './register';

interface Released {
  readonly position: number;
  readonly releasedAt: string;
  confirmedAt?: string;
  decision: string;
}

/** The state of one fake node, and what its partners in the same process hand it. */
export class FakeState {
  readonly revisions = new Map<string, SharedRecord[]>();
  readonly order: string[] = [];
  readonly drafts = new Map<string, Draft>();
  readonly agreements: Agreement[] = sampleAgreements();
  readonly audit: AuditEntry[] = [];
  readonly leaves = new Map<string, Buffer[]>();
  readonly released = new Map<string, Map<string, Released>>();
  readonly partners = new Map<string, FakeState>();
  readonly downLinks: LinkState[] = [];
  readonly links = new FakeLinks(this);
  readonly attachments = new FakeAttachments();
  readonly reviews = new FakeReviews(this);
  readonly consents = new FakeConsents(this);
  readonly listeners = new Set<(event: string, data: unknown) => void>();
  exercise = false;
  wireDelayMillis = 40;

  constructor(
    readonly party: string,
    readonly site: string,
  ) {}

  get linked(): string[] {
    return [...this.partners.keys(), ...this.downLinks.map(({ party }) => party)];
  }

  emit(event: string, data: unknown): void {
    this.listeners.forEach((listener) => listener(event, data));
  }

  note(event: string, details: Record<string, unknown>, about: { record?: string; party?: string } = {}): void {
    const entry: AuditEntry = {
      position: this.audit.length + 1,
      time: new Date().toISOString(),
      actor: `${this.party} operator`,
      event,
      ...about,
      details,
    };
    this.audit.push(entry);
  }

  store(draft: Draft, id: string = randomUUID()): SharedRecord {
    const before = this.revisions.get(id) ?? [];
    const now = new Date().toISOString();
    const record: SharedRecord = {
      id,
      origin: `${this.party}/${this.site}`,
      party: this.party,
      kind: draft.kind,
      revision: before.length + 1,
      author: draft.author ?? `${this.party} operator`,
      time: now,
      storedAt: now,
      precedence: draft.precedence ?? 'ROUTINE',
      label: draft.label,
      banner: bannerOf(draft),
      portions: draft.portions ?? [],
      references: draft.references ?? [],
      state: 'current',
      own: true,
      body: draft.body,
      ...(draft.until === undefined ? {} : { until: draft.until }),
      ...positionOf(draft.body),
    };
    this.drafts.set(id, draft);
    this.keep(record);
    this.note(before.length > 0 ? 'record-revised' : 'record-stored', { revision: record.revision }, { record: id });
    this.emit('record', {
      id,
      revision: record.revision,
      origin: record.origin,
      kind: record.kind,
      change: before.length > 0 ? 'revised' : 'stored',
    });
    this.distribute(id);
    return record;
  }

  keep(record: SharedRecord): void {
    this.revisions.set(record.id, [...(this.revisions.get(record.id) ?? []), record]);
    if (!this.order.includes(record.id)) {
      this.order.push(record.id);
    }
  }

  newest(id: string): SharedRecord | undefined {
    const record = this.revisions.get(id)?.at(-1);
    if (!record?.own) {
      return record;
    }
    const releases = this.decisions(this.drafts.get(id) as Draft, 'en', id)
      .filter(({ linked }) => linked)
      .map(({ party, decision, confirmedAt }) => ({ party, decision, confirmed: confirmedAt !== undefined }));
    return { ...record, releases };
  }

  decisions(draft: Draft, speak: Speak, id?: string): Decision[] {
    const others = ['USA', 'JPN', 'AUS', 'PHL', 'GBR', 'FRA', 'IND', 'ITA', 'KOR', 'DEU', 'CAN', 'NZL', 'NATO'].filter(
      (code) => code !== this.party,
    );
    return others
      .sort((a, b) => Number(this.linked.includes(b)) - Number(this.linked.includes(a)))
      .map((party) => {
        const byRules = this.byRules(draft, speak, party);
        const entry = id === undefined ? undefined : this.released.get(party)?.get(id);
        const record = id === undefined ? undefined : this.revisions.get(id)?.at(-1);
        const decision =
          record && byRules.linked ? this.reviews.pass(record, draft, byRules, entry !== undefined) : byRules;
        return entry && decision.decision !== 'withheld' && decision.decision !== 'needs-review'
          ? {
              ...decision,
              ledgerPosition: entry.position,
              releasedAt: entry.releasedAt,
              ...(entry.confirmedAt ? { confirmedAt: entry.confirmedAt } : {}),
            }
          : decision;
      });
  }

  byRules(draft: Draft, speak: Speak, party: string): Decision {
    const { party: self, agreements } = this;
    return decide({ draft, self, party, linked: this.linked.includes(party), agreements, speak });
  }

  everReleased(party: string, kind: string): boolean {
    return [...(this.released.get(party)?.keys() ?? [])].some((id) => this.drafts.get(id)?.kind === kind);
  }

  changed(id: string): void {
    const { revision, origin, kind } = this.revisions.get(id)?.at(-1) as SharedRecord;
    this.emit('record', { id, revision, origin, kind, change: 'revised' });
  }

  /** Decides again for every partner; returns what was taken back and sent, for each party. */
  distribute(id: string, taken: Record<string, number> = {}, sent: Record<string, number> = {}): void {
    const record = this.revisions.get(id)?.at(-1) as SharedRecord;
    const draft = this.drafts.get(id) as Draft;
    for (const decision of this.decisions(draft, 'en', id)) {
      const mine = this.released.get(decision.party) ?? new Map<string, Released>();
      this.released.set(decision.party, mine);
      const held = mine.get(id);
      const goes = decision.decision === 'released' || decision.decision === 'redacted';
      const allowed = record.state === 'current' && goes;
      if (!decision.linked || (!allowed && !held)) {
        continue;
      }
      const form: SharedRecord = allowed
        ? outward(record, draft, decision)
        : { ...record, own: false, state: 'recalled', body: {}, portions: [] };
      const same = held && held.decision === `${record.revision}${record.state}${JSON.stringify(form.body)}`;
      if (same) {
        continue;
      }
      const tally = allowed ? sent : taken;
      tally[decision.party] = (tally[decision.party] ?? 0) + 1;
      const leaves = this.leaves.get(decision.party) ?? [];
      leaves.push(leafHash(JSON.stringify(form)));
      this.leaves.set(decision.party, leaves);
      const entry: Released = {
        position: leaves.length,
        releasedAt: new Date().toISOString(),
        decision: `${record.revision}${record.state}${JSON.stringify(form.body)}`,
      };
      if (allowed) mine.set(id, entry);
      else mine.delete(id);
      this.note('release-decided', { decision: decision.decision }, { record: id, party: decision.party });
      if (this.partners.has(decision.party)) {
        this.links.send(decision.party, form, () => {
          entry.confirmedAt = new Date().toISOString();
        });
      }
    }
  }

  receive(form: SharedRecord): void {
    this.keep({ ...form, storedAt: new Date().toISOString() });
    this.note('record-received', { revision: form.revision }, { record: form.id, party: form.party });
    const change = form.state === 'recalled' ? 'recalled' : 'received';
    this.emit('record', { id: form.id, revision: form.revision, origin: form.origin, kind: form.kind, change });
    this.consents.received(form);
  }

  recall(id: string, reason: string): string[] {
    const record = this.revisions.get(id)?.at(-1) as SharedRecord;
    const recalled: SharedRecord = {
      ...record,
      revision: record.revision + 1,
      state: 'recalled',
      recalledReason: reason,
      body: {},
      portions: [],
    };
    this.keep(recalled);
    const taken: Record<string, number> = {};
    this.distribute(id, taken);
    this.note('record-recalled', { reason }, { record: id });
    this.emit('record', {
      id,
      revision: recalled.revision,
      origin: record.origin,
      kind: record.kind,
      change: 'recalled',
    });
    return Object.keys(taken);
  }

  changeAgreement(agreement: Agreement): { recalled: Record<string, number>; released: Record<string, number> } {
    const recalled: Record<string, number> = {};
    const released: Record<string, number> = {};
    [...this.drafts.keys()].forEach((id) => this.distribute(id, recalled, released));
    this.emit('agreement', { id: agreement.id });
    return { recalled, released };
  }

  today = today;
}

function outward(record: SharedRecord, draft: Draft, decision: Decision): SharedRecord {
  const body = formFor(draft, decision);
  const hidden = [...decision.removed, ...decision.coarsened];
  const portions = record.portions.filter(({ at }) => !hidden.includes(at));
  const banner = bannerOf({ ...draft, portions });
  const { position: _exact, ...rest } = record;
  return { ...rest, own: false, body, portions, banner, redacted: hidden.length > 0, ...positionOf(body) };
}

export function bannerOf(draft: Draft): string {
  const labels = [draft.label, ...(draft.portions ?? []).map(({ label }) => label)].map(parseLabel);
  if (labels.some((label) => label === null)) {
    return draft.label;
  }
  return printLabel(labels.flatMap((label) => (label ? [label] : [])).reduce(combine));
}

function positionOf(body: Record<string, unknown>): { position?: { lat: number; lon: number } } {
  const position = body['position'];
  return typeof position === 'object' && position !== null
    ? { position: position as { lat: number; lon: number } }
    : {};
}
