package org.renkei.kernel.ledger;

import java.util.ArrayList;
import java.util.List;

/// An append-only Merkle tree (RFC 6962 §2.1) that answers for every size it ever had. It keeps the hash of each
/// complete subtree, about 64 bytes for a leaf, so a root or a proof of any size costs O(log n). Leaves count from 0.
/// Not thread safe: one writer owns it.
public final class MerkleTree {
    /// `levels.get(h)` holds the complete subtrees of 2^h leaves, left to right.
    private final List<HashColumn> levels = new ArrayList<>();

    public MerkleTree() {
        levels.add(new HashColumn());
    }

    public long size() {
        return levels.getFirst().size();
    }

    /// Appends an entry and returns its leaf hash.
    public Hash append(byte[] entry) {
        Hash leaf = Hash.ofLeaf(entry);
        appendHash(leaf);
        return leaf;
    }

    /// Appends an entry of which only the leaf hash is at hand.
    public void appendHash(Hash leaf) {
        levels.getFirst().add(leaf);
        for (int level = 0; levels.get(level).size() % 2 == 0; level++) {
            HashColumn column = levels.get(level);
            if (levels.size() == level + 1) {
                levels.add(new HashColumn());
            }
            levels.get(level + 1).add(Hash.ofNode(column.get(column.size() - 2), column.get(column.size() - 1)));
        }
    }

    /// The leaf hash at an index.
    public Hash leaf(long index) {
        return levels.getFirst().get(index);
    }

    public Hash root() {
        return root(size());
    }

    /// The root the tree had when it held `size` leaves.
    public Hash root(long size) {
        requireSize(size, size());
        return size == 0 ? Hash.ofEmptyTree() : subtree(0, size);
    }

    /// The roots of the complete subtrees that the first `size` leaves make, from the largest to the smallest: what
    /// [Frontier] goes on from.
    public List<Hash> frontier(long size) {
        requireSize(size, size());
        var subtrees = new ArrayList<Hash>();
        var start = 0L;
        for (var bit = Long.highestOneBit(size); bit > 0; bit >>= 1) {
            if ((size & bit) != 0) {
                subtrees.add(subtree(start, bit));
                start += bit;
            }
        }
        return List.copyOf(subtrees);
    }

    /// The audit path of RFC 6962 §2.1.1: siblings from the leaf to the root of the tree of that size.
    public List<Hash> inclusionProof(long index, long size) {
        requireSize(size, size());
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("leaf " + index + " is not in a tree of " + size);
        }
        var path = new ArrayList<Hash>();
        collectPath(index, 0, size, path);
        return List.copyOf(path);
    }

    /// The proof of RFC 6962 §2.1.2 that the tree of `second` leaves begins with the tree of `first`. Empty when the
    /// first is empty or both are the same.
    public List<Hash> consistencyProof(long first, long second) {
        requireSize(second, size());
        requireSize(first, second);
        var proof = new ArrayList<Hash>();
        if (first > 0 && first < second) {
            collectConsistency(first, 0, second, true, proof);
        }
        return List.copyOf(proof);
    }

    private void collectPath(long index, long start, long size, List<Hash> path) {
        if (size == 1) {
            return;
        }
        long split = split(size);
        if (index < split) {
            collectPath(index, start, split, path);
            path.add(subtree(start + split, size - split));
        } else {
            collectPath(index - split, start + split, size - split, path);
            path.add(subtree(start, split));
        }
    }

    /// `whole` says that the first tree is exactly what is asked about so far, so that its root need not be told.
    private void collectConsistency(long first, long start, long size, boolean whole, List<Hash> proof) {
        if (first == size) {
            if (!whole) {
                proof.add(subtree(start, size));
            }
            return;
        }
        long split = split(size);
        if (first <= split) {
            collectConsistency(first, start, split, whole, proof);
            proof.add(subtree(start + split, size - split));
        } else {
            collectConsistency(first - split, start + split, size - split, false, proof);
            proof.add(subtree(start, split));
        }
    }

    private Hash subtree(long start, long size) {
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            return levels.get(level).get(start >>> level);
        }
        long split = split(size);
        return Hash.ofNode(subtree(start, split), subtree(start + split, size - split));
    }

    /// The largest power of two smaller than the size.
    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }

    private static void requireSize(long size, long limit) {
        if (size < 0 || size > limit) {
            throw new IllegalArgumentException("size " + size + " is not within 0 to " + limit);
        }
    }
}
