import { describe, expect, it } from 'vitest';
import type { Proof } from '../../api/types';
import { checkpointText, inclusionPath, leafHash, treeRoot } from '../../testing/fake-node/merkle-tree';
import { verifyInclusion } from './inclusion-proof';

function aProof(position: number, size: number): Proof {
  const leaves = Array.from({ length: size }, (_, index) => leafHash(`entry ${index}`));
  return {
    position,
    size,
    leaf: (leaves[position - 1] as Buffer).toString('hex'),
    root: treeRoot(leaves).toString('hex'),
    path: inclusionPath(position - 1, leaves).map((hash) => hash.toString('hex')),
    checkpoint: checkpointText('JPN to USA', leaves),
  };
}

describe('a proof of inclusion', () => {
  it('holds for every position of every ledger up to 33 entries', async () => {
    for (let size = 1; size <= 33; size += 1) {
      for (let position = 1; position <= size; position += 1) {
        const result = await verifyInclusion(aProof(position, size));
        expect(result, `${position} of ${size}`).toMatchObject({ included: true, checkpointAgrees: true });
      }
    }
  });

  // RFC 6962 §2.1.3 example tree, root of the empty-to-eight test vector of certificate-transparency (first two leaves).
  it('agrees with published test vectors', async () => {
    const proof: Proof = {
      position: 1,
      size: 2,
      leaf: '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      path: ['96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7'],
      root: 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      checkpoint: '',
    };
    expect((await verifyInclusion(proof)).included).toBe(true);
  });

  it.each([
    ['another leaf', (proof: Proof) => ({ ...proof, leaf: proof.root })],
    ['another position', (proof: Proof) => ({ ...proof, position: 4 })],
    ['a path cut short', (proof: Proof) => ({ ...proof, path: proof.path.slice(1) })],
    ['a path too long', (proof: Proof) => ({ ...proof, path: [...proof.path, proof.leaf] })],
    ['a position outside', (proof: Proof) => ({ ...proof, position: 99 })],
  ])('fails with %s', async (_, change) => {
    expect((await verifyInclusion(change(aProof(3, 11)))).included).toBe(false);
  });

  it('tells a checkpoint of another root', async () => {
    const proof = { ...aProof(3, 11), checkpoint: aProof(3, 12).checkpoint };
    expect(await verifyInclusion(proof)).toMatchObject({ included: true, checkpointAgrees: false });
  });
});
