package org.renkei.kernel.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The eight leaves and the answers that the Certificate Transparency implementations test against.
class MerkleTreeTest {
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    @ParameterizedTest(name = "root of {0} leaves")
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void rootsAreThePublishedOnes(long size, String root) {
        assertThat(eightLeaves().root(size).hex()).isEqualTo(root);
    }

    @Test
    void inclusionProofIsThePublishedOne() {
        assertThat(eightLeaves().inclusionProof(0, 8))
                .extracting(Hash::hex)
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    }

    @Test
    void consistencyProofIsThePublishedOne() {
        assertThat(eightLeaves().consistencyProof(6, 8))
                .extracting(Hash::hex)
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    }

    @Test
    void refusesSizesAndLeavesItNeverHad() {
        MerkleTree tree = eightLeaves();
        assertThatThrownBy(() -> tree.root(9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.root(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.inclusionProof(3, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistencyProof(5, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.leaf(8)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void keepsAHundredThousandLeavesInOrder() {
        var tree = new MerkleTree();
        for (int i = 0; i < 100_000; i++) {
            tree.append(Integer.toString(i).getBytes(US_ASCII));
        }
        Hash leaf = Hash.ofLeaf("77777".getBytes(US_ASCII));
        assertThat(tree.leaf(77_777)).isEqualTo(leaf);
        List<Hash> path = tree.inclusionProof(77_777, 99_999);
        assertThat(path).hasSizeLessThanOrEqualTo(17);
        assertThat(MerkleProofs.verifyInclusion(leaf, 77_777, 99_999, path, tree.root(99_999)))
                .isTrue();
    }

    private static MerkleTree eightLeaves() {
        var tree = new MerkleTree();
        LEAVES.stream().map(HexFormat.of()::parseHex).forEach(tree::append);
        return tree;
    }
}
