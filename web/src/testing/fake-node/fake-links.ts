import { NO_RELAY } from './no-relay';
import type { LaneWaiting, LinkState, SharedRecord } from '../../api/types';
import type { FakeState } from './fake-state';
import { partyNames } from './register';
import { trafficTo } from './traffic';

/** One ledger entry on its way: it may arrive by medium long before it is confirmed over the link. */
interface Parcel {
  readonly form: SharedRecord;
  readonly at: string;
  readonly confirmed: () => void;
  arrived: boolean;
}

/** The lines of one fake node. A line that either side has paused carries nothing; what is sent meanwhile waits. */
export class FakeLinks {
  private readonly paused = new Map<string, string>();
  private readonly waiting = new Map<string, Parcel[]>();
  private readonly startedAt = new Date().toISOString();

  constructor(private readonly node: FakeState) {}

  send(party: string, form: SharedRecord, confirmed: () => void): void {
    this.waiting.set(party, [
      ...this.waitingFor(party),
      { form, at: new Date().toISOString(), confirmed, arrived: false },
    ]);
    setTimeout(() => this.flush(party), this.node.wireDelayMillis);
    this.node.emit('link', this.state(party));
  }

  pause(party: string): LinkState {
    this.paused.set(party, new Date().toISOString());
    return this.changed(party);
  }

  resume(party: string): LinkState {
    this.paused.delete(party);
    this.flush(party);
    const partner = this.node.partners.get(party);
    partner?.links.flush(this.node.party);
    return this.changed(party);
  }

  acknowledged(party: string): number {
    return (this.node.leaves.get(party)?.length ?? 0) - this.waitingFor(party).length;
  }

  /** What a medium from here brings to the party: how many entries it had not got yet. */
  carryByHand(party: string, last: number): number {
    const leaves = this.node.leaves.get(party)?.length ?? 0;
    const first = leaves - this.waitingFor(party).length + 1;
    const fresh = this.waitingFor(party).filter((parcel, index) => !parcel.arrived && first + index <= last);
    fresh.forEach((parcel) => this.arrive(party, parcel));
    return fresh.length;
  }

  list(): LinkState[] {
    return this.node.linked.map((party) => this.state(party));
  }

  state(party: string): LinkState {
    const away = this.node.downLinks.find((link) => link.party === party);
    const pausedAt = this.paused.get(party);
    if (away) {
      return pausedAt === undefined ? away : { ...away, state: 'paused', since: pausedAt };
    }
    const partner = this.node.partners.get(party);
    const theirPause = partner?.links.paused.get(this.node.party);
    const since = pausedAt ?? theirPause;
    const parcels = this.waitingFor(party);
    const now = Date.now();
    const oldest = parcels[0]?.at ?? null;
    const isUp = since === undefined;
    return {
      party,
      node: `${party}/${partner?.site ?? 'hq'}`,
      name: partyNames(party),
      state: pausedAt !== undefined ? 'paused' : isUp ? 'up' : 'down',
      since: since ?? this.startedAt,
      lag: oldest === null ? 0 : (now - Date.parse(oldest)) / 1000,
      waiting: parcels.length,
      bytes: { sent: this.acknowledged(party) * 24_000, received: 4_200 },
      ledger: { size: this.node.leaves.get(party)?.length ?? 0, acknowledged: this.acknowledged(party) },
      received: partner?.links.acknowledged(this.node.party) ?? 0,
      lastHeard: since ?? new Date(now).toISOString(),
      roundTripMillis: isUp ? 182 : null,
      problem: null,
      forked: false,
      traffic: isUp ? trafficTo(party) : null,
      lanes: { urgent: lane(parcels.filter(isUrgent)), bulk: lane(parcels.filter((parcel) => !isUrgent(parcel))) },
      tracks: {
        state: isUp ? 'open' : 'none',
        problem: null,
        sentPerSecond: isUp ? 3.4 : 0,
        receivedPerSecond: isUp ? 1.2 : 0,
        told: isUp ? 4 : 0,
        known: party === 'USA' ? 1 : 0,
        bytesPerUpdate: isUp ? 19.6 : null,
        superseded: isUp ? 12 : 0,
        passedOver: 0,
      },
      drainSeconds: isUp && parcels.length > 0 ? parcels.length / 50 : null,
      ...NO_RELAY,
    };
  }

  private waitingFor(party: string): readonly Parcel[] {
    return this.waiting.get(party) ?? [];
  }

  private flush(party: string): void {
    const partner = this.node.partners.get(party);
    if (!partner || this.paused.has(party) || partner.links.paused.has(this.node.party)) {
      return;
    }
    const parcels = this.waitingFor(party);
    this.waiting.delete(party);
    parcels.forEach((parcel) => {
      this.arrive(party, parcel);
      parcel.confirmed();
    });
    this.node.emit('link', this.state(party));
  }

  private arrive(party: string, parcel: Parcel): void {
    if (!parcel.arrived) {
      parcel.arrived = true;
      this.node.partners.get(party)?.receive(parcel.form);
    }
  }

  /** Both sides see it at once. */
  private changed(party: string): LinkState {
    const state = this.state(party);
    this.node.emit('link', state);
    const partner = this.node.partners.get(party);
    partner?.emit('link', partner.links.state(this.node.party));
    return state;
  }
}

function isUrgent({ form }: Parcel): boolean {
  return form.precedence === 'FLASH' || form.precedence === 'IMMEDIATE';
}

function lane(parcels: readonly Parcel[]): LaneWaiting {
  return { entries: parcels.length, since: parcels[0]?.at ?? null };
}
