package org.renkei.ledger;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.renkei.kernel.ledger.MerkleTree;
import org.springframework.stereotype.Component;

/// The Merkle trees of the ledgers in memory; they follow what is committed, when somebody asks.
@Component
class LedgerTrees {
    private final LedgerEntries entries;
    private final Map<String, MerkleTree> trees = new ConcurrentHashMap<>();

    LedgerTrees(LedgerEntries entries) {
        this.entries = entries;
    }

    /// Asks the tree of a party, grown to that size if the ledger is that long.
    <T> T ask(String party, long size, Function<MerkleTree, T> question) {
        var tree = trees.computeIfAbsent(party, key -> new MerkleTree());
        synchronized (tree) {
            while (size > tree.size()) {
                var leaves = entries.leavesFrom(party, tree.size() + 1);
                if (leaves.isEmpty()) {
                    break;
                }
                leaves.forEach(tree::appendHash);
            }
            return question.apply(tree);
        }
    }

    /// The end of the ledger is another one now.
    void forget(String party) {
        trees.remove(party);
    }
}
