import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { serve } from './fake-node';
import { FakeState } from './fake-state';
import { partyNames } from './register';
import { SAMPLE_DRAFTS } from './kumamoto-2016';
import { NO_RELAY } from './no-relay';

export const FAKE_TOKENS: Readonly<Record<string, string>> = { JPN: 'token-jpn', USA: 'token-usa', AUS: 'token-aus' };

export interface Federation {
  readonly states: ReadonlyMap<string, FakeState>;
  readonly nodes: Readonly<Record<string, { url: string; token: string }>>;
  /** Cuts every connection, as a bad line does. */
  dropStreams(): void;
  close(): Promise<void>;
}

/** Three fake nodes linked to each other, on ports from `basePort` (0: any free ones). */
export async function startFederation(basePort: number): Promise<Federation> {
  const states = new Map([
    ['JPN', new FakeState('JPN', 'ichigaya')],
    ['USA', new FakeState('USA', 'yokota')],
    ['AUS', new FakeState('AUS', 'canberra')],
  ]);
  states.forEach((state) => states.forEach((other) => state !== other && state.partners.set(other.party, other)));
  const since = new Date(Date.now() - 3 * 3_600_000).toISOString();
  states.get('JPN')?.downLinks.push({
    party: 'PHL',
    node: 'PHL/manila',
    name: partyNames('PHL'),
    state: 'down',
    since,
    lag: 10_800,
    waiting: 214,
    bytes: { sent: 81_200, received: 4_100 },
    ledger: { size: 260, acknowledged: 46 },
    received: 12,
    lastHeard: since,
    roundTripMillis: null,
    problem: null,
    forked: false,
    traffic: null,
    tracks: null,
    lanes: { urgent: { entries: 3, since }, bulk: { entries: 211, since } },
    drainSeconds: null,
    ...NO_RELAY,
  });
  states.forEach((state) => (SAMPLE_DRAFTS[state.party] ?? []).forEach((draft) => state.store(draft)));

  const dist = fileURLToPath(new URL('../../../dist', import.meta.url));
  const servers: Server[] = [];
  const nodes: Record<string, { url: string; token: string }> = {};
  for (const [index, state] of [...states.values()].entries()) {
    const token = FAKE_TOKENS[state.party] ?? '';
    const server = serve(state, token, dist);
    await new Promise<void>((resolve) => server.listen(basePort === 0 ? 0 : basePort + index, '127.0.0.1', resolve));
    const address = server.address();
    nodes[state.party] = { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : basePort}`, token };
    servers.push(server);
  }
  return {
    states,
    nodes,
    dropStreams: () => servers.forEach((server) => server.closeAllConnections()),
    close: async () => {
      servers.forEach((server) => server.closeAllConnections());
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}
