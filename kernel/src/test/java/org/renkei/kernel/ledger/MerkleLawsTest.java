package org.renkei.kernel.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MerkleLawsTest {

    @ParameterizedTest(name = "{0} leaves")
    @MethodSource("smallSizes")
    void agreesWithTheSecondImplementation(int size) {
        List<byte[]> entries = entries(new Random(size), size);
        MerkleTree tree = tree(entries);
        for (int earlier = 0; earlier <= size; earlier++) {
            List<byte[]> prefix = entries.subList(0, earlier);
            assertThat(tree.root(earlier)).isEqualTo(NaiveTree.root(prefix));
            assertThat(tree.consistencyProof(earlier, size)).isEqualTo(NaiveTree.proof(earlier, entries));
            for (int index = 0; index < earlier; index++) {
                assertThat(tree.inclusionProof(index, earlier)).isEqualTo(NaiveTree.path(index, prefix));
            }
        }
    }

    @ParameterizedTest(name = "{0} leaves")
    @MethodSource("smallSizes")
    void aProofHoldsForItsOwnPlaceOnly(int size) {
        List<byte[]> entries = entries(new Random(size), size);
        MerkleTree tree = tree(entries);
        Hash root = tree.root();
        for (int index = 0; index < size; index++) {
            List<Hash> path = tree.inclusionProof(index, size);
            for (int claimed = -1; claimed <= size; claimed++) {
                assertThat(MerkleProofs.verifyInclusion(tree.leaf(index), claimed, size, path, root))
                        .isEqualTo(claimed == index);
            }
        }
        for (int first = 0; first <= size; first++) {
            List<Hash> proof = tree.consistencyProof(first, size);
            for (int claimed = -1; claimed <= size; claimed++) {
                Hash claimedRoot = tree.root(Math.max(claimed, 0));
                boolean alsoEmpty = proof.isEmpty() && (claimed == 0 || claimed == size);
                assertThat(MerkleProofs.verifyConsistency(claimed, size, claimedRoot, root, proof))
                        .isEqualTo(claimed == first || alsoEmpty);
            }
        }
    }

    @ParameterizedTest(name = "{0} leaves")
    @MethodSource("smallSizes")
    void everyFlippedByteOfAnEntryIsDetected(int size) {
        List<byte[]> entries = entries(new Random(size), size);
        MerkleTree tree = tree(entries);
        for (int index = 0; index < size; index++) {
            for (int at = 0; at < entries.get(index).length; at++) {
                var altered = new ArrayList<>(entries);
                altered.set(index, flipped(entries.get(index), at));
                assertThat(tree(altered).root()).isNotEqualTo(tree.root());
                Hash leaf = Hash.ofLeaf(altered.get(index));
                List<Hash> path = tree.inclusionProof(index, size);
                assertThat(MerkleProofs.verifyInclusion(leaf, index, size, path, tree.root()))
                        .isFalse();
            }
        }
    }

    @ParameterizedTest(name = "{0} leaves")
    @MethodSource("smallSizes")
    void everyFlippedByteOfAProofIsDetected(int size) {
        MerkleTree tree = tree(entries(new Random(size), size));
        for (int index = 0; index < size; index++) {
            List<Hash> path = tree.inclusionProof(index, size);
            for (List<Hash> altered : alterations(path)) {
                assertThat(MerkleProofs.verifyInclusion(tree.leaf(index), index, size, altered, tree.root()))
                        .isFalse();
            }
            List<Hash> proof = tree.consistencyProof(index, size);
            for (List<Hash> altered : alterations(proof)) {
                assertThat(MerkleProofs.verifyConsistency(index, size, tree.root(index), tree.root(), altered))
                        .isFalse();
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void proofsOfLargerLogsVerify(long seed) {
        var random = new Random(seed);
        MerkleTree tree = tree(entries(random, 1 + random.nextInt(3000)));
        long second = 1 + random.nextInt((int) tree.size());
        long first = random.nextInt((int) second);
        Hash root = tree.root(second);
        List<Hash> path = tree.inclusionProof(first, second);
        assertThat(MerkleProofs.verifyInclusion(tree.leaf(first), first, second, path, root))
                .isTrue();
        List<Hash> proof = tree.consistencyProof(first, second);
        assertThat(MerkleProofs.verifyConsistency(first, second, tree.root(first), root, proof))
                .isTrue();
        Hash forged = tree.root(first + 1);
        assertThat(MerkleProofs.verifyConsistency(first, second, forged, root, proof))
                .isFalse();
    }

    static IntStream smallSizes() {
        return IntStream.rangeClosed(0, 17);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /// Each byte flipped once, one hash too few, one too many.
    private static List<List<Hash>> alterations(List<Hash> hashes) {
        var all = new ArrayList<List<Hash>>();
        for (int i = 0; i < hashes.size(); i++) {
            for (int at = 0; at < Hash.LENGTH; at++) {
                var altered = new ArrayList<>(hashes);
                altered.set(i, Hash.of(flipped(hashes.get(i).bytes(), at)));
                all.add(altered);
            }
        }
        if (!hashes.isEmpty()) {
            all.add(hashes.subList(0, hashes.size() - 1));
        }
        var longer = new ArrayList<>(hashes);
        longer.add(Hash.ofEmptyTree());
        all.add(longer);
        return all;
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] altered = bytes.clone();
        altered[at] ^= 0x10;
        return altered;
    }

    private static List<byte[]> entries(Random random, int count) {
        var entries = new ArrayList<byte[]>();
        for (int i = 0; i < count; i++) {
            byte[] entry = new byte[8 + random.nextInt(8)];
            random.nextBytes(entry);
            entries.add(entry);
        }
        return entries;
    }

    private static MerkleTree tree(List<byte[]> entries) {
        var tree = new MerkleTree();
        entries.forEach(tree::append);
        return tree;
    }
}
