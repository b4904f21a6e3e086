import { startFederation, type Federation } from '../src/testing/fake-node/federation.ts';
import type { NodeAddress } from './renkei-driver.ts';

export interface Nodes {
  readonly jpn: NodeAddress;
  readonly usa: NodeAddress;
  readonly aus: NodeAddress;
  /** A second site of Japan beyond a thin line, where there is one. */
  readonly post: NodeAddress | null;
  /** The fake nodes, where there are no real ones; what only they can do is skipped otherwise. */
  readonly fake: Federation | null;
  close(): Promise<void>;
}

/** The nodes named in RENKEI_E2E, or three fake ones in this process. */
export async function startNodes(): Promise<Nodes> {
  const given = process.env['RENKEI_E2E'];
  if (given !== undefined && given !== '') {
    const nodes = JSON.parse(given) as Record<string, NodeAddress>;
    return {
      get jpn() {
        return at(nodes, 'JPN');
      },
      get usa() {
        return at(nodes, 'USA');
      },
      get aus() {
        return at(nodes, 'AUS');
      },
      post: nodes['POST'] ? at(nodes, 'POST') : null,
      fake: null,
      close: () => Promise.resolve(),
    };
  }
  const fake = await startFederation(0);
  return {
    jpn: at(fake.nodes, 'JPN'),
    usa: at(fake.nodes, 'USA'),
    aus: at(fake.nodes, 'AUS'),
    post: null,
    fake,
    close: () => fake.close(),
  };
}

function at(nodes: Readonly<Record<string, NodeAddress>>, party: string): NodeAddress {
  const node = nodes[party];
  if (!node) {
    throw new Error(`RENKEI_E2E names no node of ${party}.`);
  }
  return { url: node.url.replace(/\/$/, ''), token: node.token };
}

/** Calls the API of a node directly, to prepare what a test needs. */
export async function callNode(node: NodeAddress, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(node.url + path, {
    method,
    headers: { Authorization: `Bearer ${node.token}`, 'Content-Type': 'application/json', 'Accept-Language': 'en' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) {
    throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  }
  return response.json();
}

/** A word that occurs nowhere else, so that finding it proves where it came from. */
export function uniqueWord(stem: string): string {
  return `${stem}-${Math.random().toString(36).slice(2, 10)}`;
}
