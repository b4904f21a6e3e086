package org.renkei.kernel.ledger;

import java.util.Iterator;
import java.util.List;

/// Verification of proofs by someone who holds no tree (RFC 9162 §2.1.3.2 and §2.1.4.2). Whatever comes from a partner
/// may be passed in: nonsense is false, not an exception.
public final class MerkleProofs {
    private MerkleProofs() {}

    /// Whether the entry with this leaf hash stands at `index` (from 0) of the tree of `size` leaves with this root.
    public static boolean verifyInclusion(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Hash.ofNode(sibling, hash);
                int skipped = Long.numberOfTrailingZeros(node);
                node >>>= skipped;
                last >>>= skipped;
            } else {
                hash = Hash.ofNode(hash, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /// Whether the tree of `second` leaves begins with the tree of `first`.
    public static boolean verifyConsistency(
            long first, long second, Hash firstRoot, Hash secondRoot, List<Hash> proof) {
        if (first < 0 || first > second) {
            return false;
        }
        if (first == second) {
            return proof.isEmpty() && firstRoot.equals(secondRoot) && (first > 0 || isEmptyRoot(firstRoot));
        }
        if (first == 0) {
            return proof.isEmpty() && isEmptyRoot(firstRoot);
        }
        Iterator<Hash> hashes = proof.iterator();
        // A complete first tree is a node of the second one: the prover does not repeat its root.
        boolean complete = Long.bitCount(first) == 1;
        if (!complete && !hashes.hasNext()) {
            return false;
        }
        return climb(first, second, complete ? firstRoot : hashes.next(), hashes, firstRoot, secondRoot);
    }

    private static boolean climb(
            long first, long second, Hash seed, Iterator<Hash> hashes, Hash firstRoot, Hash secondRoot) {
        int skipped = Long.numberOfTrailingZeros(first);
        long node = (first - 1) >>> skipped;
        long last = (second - 1) >>> skipped;
        Hash older = seed;
        Hash newer = seed;
        while (hashes.hasNext()) {
            if (last == 0) {
                return false;
            }
            Hash sibling = hashes.next();
            if ((node & 1) == 1 || node == last) {
                older = Hash.ofNode(sibling, older);
                newer = Hash.ofNode(sibling, newer);
                int zeros = Long.numberOfTrailingZeros(node);
                node >>>= zeros;
                last >>>= zeros;
            } else {
                newer = Hash.ofNode(newer, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && older.equals(firstRoot) && newer.equals(secondRoot);
    }

    private static boolean isEmptyRoot(Hash root) {
        return root.equals(Hash.ofEmptyTree());
    }
}
