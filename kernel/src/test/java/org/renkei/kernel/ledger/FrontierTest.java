package org.renkei.kernel.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontierTest {
    /// From wherever one goes on, the roots are those of the whole tree.
    @Test
    void goesOnFromEverySize() {
        var whole = new MerkleTree();
        for (var leaf = 0; leaf < 70; leaf++) {
            whole.append(("entry " + leaf).getBytes(StandardCharsets.UTF_8));
        }
        for (var from = 0L; from <= whole.size(); from++) {
            var edge = new Frontier(from, whole.frontier(from));
            assertThat(edge.root()).as("from %d", from).isEqualTo(whole.root(from));
            for (var index = from; index < whole.size(); index++) {
                edge.append(whole.leaf(index));
                assertThat(edge.root()).as("from %d to %d", from, index + 1).isEqualTo(whole.root(index + 1));
            }
            assertThat(edge.size()).isEqualTo(whole.size());
        }
    }

    @Test
    void hasOneSubtreeForEachBitOfItsSize() {
        assertThatThrownBy(() -> new Frontier(5, List.of(Hash.ofEmptyTree())))
                .hasMessageContaining("1 subtrees for 5 leaves");
    }
}
