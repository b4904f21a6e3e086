package org.renkei.kernel.ledger;

import java.util.ArrayList;
import java.util.List;

/// The right edge of a Merkle tree: the roots of its complete subtrees, from the largest to the smallest. It is
/// all that is needed to append leaves and to know the root, for somebody who does not hold the leaves before.
/// Not thread safe.
public final class Frontier {
    private final List<Hash> subtrees;
    private long size;

    /// @throws IllegalArgumentException unless there is one subtree for each bit of the size
    public Frontier(long size, List<Hash> subtrees) {
        if (size < 0 || Long.bitCount(size) != subtrees.size()) {
            throw new IllegalArgumentException(subtrees.size() + " subtrees for " + size + " leaves");
        }
        this.size = size;
        this.subtrees = new ArrayList<>(subtrees);
    }

    public long size() {
        return size;
    }

    public void append(Hash leaf) {
        var hash = leaf;
        for (var rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = Hash.ofNode(subtrees.removeLast(), hash);
        }
        subtrees.add(hash);
        size++;
    }

    public Hash root() {
        if (subtrees.isEmpty()) {
            return Hash.ofEmptyTree();
        }
        var root = subtrees.getLast();
        for (var subtree : subtrees.reversed().subList(1, subtrees.size())) {
            root = Hash.ofNode(subtree, root);
        }
        return root;
    }
}
