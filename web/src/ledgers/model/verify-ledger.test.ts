import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Ledger, Proof } from '../../api/types';
import { verifyInclusion } from './inclusion-proof';
import { LedgerGrows, positionsToProve, verifyLedger, type LedgerSource } from './verify-ledger';

/** The tree of RFC 6962 §2.1 once more, by recursion over strings of hex and by nothing the client uses. */
const sha = (hex: string) => createHash('sha256').update(Buffer.from(hex, 'hex')).digest('hex');
const leaf = (data: string) => sha(`00${data}`);

function split(n: number): number {
  return 2 ** Math.floor(Math.log2(n - 1));
}

function root(data: readonly string[]): string {
  if (data.length === 0) return sha('');
  if (data.length === 1) return leaf(data[0] as string);
  const k = split(data.length);
  return sha(`01${root(data.slice(0, k))}${root(data.slice(k))}`);
}

function path(m: number, data: readonly string[]): string[] {
  if (data.length <= 1) return [];
  const k = split(data.length);
  return m < k
    ? [...path(m, data.slice(0, k)), root(data.slice(k))]
    : [...path(m - k, data.slice(k)), root(data.slice(0, k))];
}

/** Inputs and roots that certificate transparency implementations publish for their tests. */
const INPUTS = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const checkpoint = (data: readonly string[]) =>
  `JPN/ichigaya to USA\n${data.length}\n${Buffer.from(root(data), 'hex').toString('base64')}\n\n— JPN/ichigaya sig\n`;

function aProof(position: number, size: number): Proof {
  const data = INPUTS.slice(0, size);
  return {
    position,
    size,
    leaf: leaf(data[position - 1] as string),
    root: ROOTS[size] as string,
    path: path(position - 1, data),
    checkpoint: checkpoint(data),
  };
}

function aLedger(size: number, change: Partial<Ledger> = {}): Ledger {
  return {
    party: 'USA',
    node: 'USA/yokota',
    size,
    root: ROOTS[size] as string,
    checkpoint: checkpoint(INPUTS.slice(0, size)),
    acknowledged: { size, root: ROOTS[size] as string },
    received: { size: 3, root: ROOTS[3] as string, checkpoint: checkpoint(INPUTS.slice(0, 3)) },
    epochs: [],
    ...change,
  };
}

function source(ledger: Ledger, change: (proof: Proof) => Proof = (proof) => proof): LedgerSource {
  return {
    ledger: () => Promise.resolve(ledger),
    proof: (position) => Promise.resolve(change(aProof(position, ledger.size))),
  };
}

const middle = () => 0.5;
const verdictsOf = async (from: LedgerSource) => {
  const { holds, checks } = await verifyLedger(from, middle);
  return { holds, wrong: checks.filter(({ verdict }) => verdict === 'fails').map(({ name, why }) => why ?? name) };
};

describe('the published trees', () => {
  it.each(ROOTS.map((expected, size) => [size, expected] as const))(
    'of %i leaves have the root %s',
    (size, expected) => {
      expect(root(INPUTS.slice(0, size))).toBe(expected);
    },
  );

  it('prove each of their leaves, and no leaf in the place of another', async () => {
    for (let size = 1; size < ROOTS.length; size += 1) {
      for (let position = 1; position <= size; position += 1) {
        const proof = aProof(position, size);
        expect((await verifyInclusion(proof)).included, `${position} of ${size}`).toBe(true);
        for (let other = 1; other <= size; other += 1) {
          const moved = await verifyInclusion({ ...proof, position: other });
          expect(moved.included, `${position} as ${other} of ${size}`).toBe(other === position);
        }
      }
    }
  });
});

describe('a proof', () => {
  const flipped = (hash: string) => (hash.startsWith('0') ? '1' : '0') + hash.slice(1);
  it.each([
    ['a leaf with one digit changed', (p: Proof) => ({ ...p, leaf: flipped(p.leaf) })],
    ['a root with one digit changed', (p: Proof) => ({ ...p, root: flipped(p.root) })],
    ['the first step changed', (p: Proof) => ({ ...p, path: [flipped(p.path[0] as string), ...p.path.slice(1)] })],
    ['the last step changed', (p: Proof) => ({ ...p, path: [...p.path.slice(0, -1), flipped(p.leaf)] })],
    ['its steps in another order', (p: Proof) => ({ ...p, path: [...p.path].reverse() })],
    ['a step left out', (p: Proof) => ({ ...p, path: p.path.slice(1) })],
    ['a step too many', (p: Proof) => ({ ...p, path: [...p.path, p.leaf] })],
    ['the size of a larger tree', (p: Proof) => ({ ...p, size: 9 })],
    ['the size of a smaller tree', (p: Proof) => ({ ...p, size: 4 })],
    ['position 0', (p: Proof) => ({ ...p, position: 0 })],
    ['half a position', (p: Proof) => ({ ...p, position: 2.5 })],
    ['a leaf that is no hash', (p: Proof) => ({ ...p, leaf: 'zz'.repeat(32) })],
    ['a leaf and a step glued together', (p: Proof) => ({ ...p, leaf: p.leaf + p.leaf })],
    ['an inner node passed off as a leaf', (p: Proof) => ({ ...p, leaf: p.root, path: [] })],
  ])('with %s proves nothing', async (_, change) => {
    expect((await verifyInclusion(change(aProof(3, 7)))).included).toBe(false);
  });
});

describe('the verification of a ledger', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('holds for an honest ledger of %i entries', async (size) => {
    expect(await verdictsOf(source(aLedger(size)))).toEqual({ holds: true, wrong: [] });
  });

  it('takes the first, the last and an entry that the node cannot foresee', () => {
    expect(positionsToProve(0, middle)).toEqual([]);
    expect(positionsToProve(1, middle)).toEqual([1]);
    expect(positionsToProve(9, middle)).toEqual([1, 5, 9]);
    expect(positionsToProve(9, () => 0.999)).toEqual([1, 9]);
  });

  it('knows the root of a ledger without entries', async () => {
    const none = { size: 0, root: ROOTS[0] as string };
    expect(await verdictsOf(source(aLedger(0, { received: none })))).toEqual({ holds: true, wrong: [] });
    const invented = aLedger(0, { root: ROOTS[1] as string, checkpoint: checkpoint(INPUTS.slice(0, 1)) });
    expect((await verdictsOf(source(invented))).wrong).toContain('checkpoint');
  });

  it('is open, not wrong, while the partner lags behind', async () => {
    const { holds, checks } = await verifyLedger(
      source(aLedger(8, { acknowledged: { size: 5, root: ROOTS[5] as string } })),
      middle,
    );
    expect(holds).toBe(true);
    expect(checks.find(({ name }) => name === 'acknowledged')).toMatchObject({ verdict: 'open', why: 'behind' });
  });

  it.each([
    ['another root at the same size', aLedger(5, { acknowledged: { size: 5, root: ROOTS[4] as string } }), 'otherRoot'],
    ['more than there is', aLedger(5, { acknowledged: { size: 6, root: ROOTS[6] as string } }), 'ahead'],
  ])('fails when the partner confirmed %s', async (_, ledger, why) => {
    expect(await verdictsOf(source(ledger))).toEqual({ holds: false, wrong: [why] });
  });

  it('fails when our checkpoint names another tree', async () => {
    const ledger = aLedger(5, { checkpoint: checkpoint(INPUTS.slice(0, 4)) });
    expect(await verdictsOf(source(ledger))).toEqual({ holds: false, wrong: ['checkpoint'] });
  });

  it('fails when our copy of the partner does not fit its checkpoint', async () => {
    const received = { size: 3, root: ROOTS[4] as string, checkpoint: checkpoint(INPUTS.slice(0, 3)) };
    expect(await verdictsOf(source(aLedger(5, { received })))).toEqual({ holds: false, wrong: ['otherRoot'] });
  });

  it.each([
    ['another leaf', (p: Proof) => ({ ...p, leaf: ROOTS[1] as string, path: [...p.path].reverse() }), 'proof'],
    ['a proof of another entry', (p: Proof) => ({ ...aProof(2, 8), checkpoint: p.checkpoint }), 'otherEntry'],
    ['a good proof of an older tree', () => aProof(1, 4), 'otherEntry'],
    ['another checkpoint text', (p: Proof) => ({ ...p, checkpoint: '' }), 'otherCheckpoint'],
  ])('fails when the node answers with %s', async (_, change, why) => {
    const result = await verdictsOf(source(aLedger(8), change));
    expect(result.holds).toBe(false);
    expect(result.wrong).toContain(why);
  });

  it('fails when a good proof leads to another root than the ledger has', async () => {
    const forked = aLedger(4, { size: 8, root: ROOTS[8] as string, checkpoint: checkpoint(INPUTS) });
    const from: LedgerSource = {
      ledger: () => Promise.resolve(forked),
      proof: (position) => Promise.resolve({ ...aProof(Math.min(position, 4), 4), position: Math.min(position, 4) }),
    };
    expect((await verdictsOf(from)).wrong).toContain('otherRoot');
  });

  it('begins again when the ledger grew meanwhile, and proves nothing when that never ends', async () => {
    let size = 4;
    const growing = (until: number): LedgerSource => ({
      ledger: () => Promise.resolve(aLedger(size)),
      proof: (position) => {
        size = Math.min(until, size + 1);
        return Promise.resolve(aProof(position, size));
      },
    });
    expect((await verifyLedger(growing(6), middle)).ledger.size).toBe(6);
    const endless: LedgerSource = {
      ledger: () => Promise.resolve(aLedger(4)),
      proof: (position) => Promise.resolve(aProof(position, 5)),
    };
    await expect(verifyLedger(endless, middle)).rejects.toBeInstanceOf(LedgerGrows);
  });
});
