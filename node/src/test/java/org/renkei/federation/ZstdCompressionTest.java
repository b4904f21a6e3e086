package org.renkei.federation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.kernel.link.Compression;
import org.renkei.kernel.link.FrameReader;
import org.renkei.kernel.link.Lane;

class ZstdCompressionTest {
    private static final int MAX = FrameReader.MAX_FRAME;

    private final ZstdCompressions ours = new ZstdCompressions();
    private final ZstdCompressions theirs = new ZstdCompressions();

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void framesComeBackOneByOneAtAnyLevel(long seed) {
        var random = new Random(seed * 0x9E37_79B9_7F4A_7C15L + 1);
        var lane = Lane.values()[random.nextInt(2)];
        var sender = ours.open(lane);
        var receiver = theirs.open(lane);
        for (var i = 0; i < 60; i++) {
            if (random.nextInt(10) == 0) {
                sender.level(1 + random.nextInt(12));
            }
            var frame = frame(random);
            assertThat(receiver.decompress(sender.compress(frame), MAX)).isEqualTo(frame);
        }
    }

    @ParameterizedTest(name = "level {0}")
    @ValueSource(ints = {1, 3, 19})
    void theLargestFrameComesBack(int level) {
        var sender = ours.open(Lane.BULK);
        sender.level(level);
        var receiver = theirs.open(Lane.BULK);
        var random = new byte[MAX];
        new Random(1).nextBytes(random);
        for (var frame : List.of(random, new byte[MAX], new byte[0])) {
            assertThat(receiver.decompress(sender.compress(frame), frame.length))
                    .isEqualTo(frame);
        }
    }

    @Test
    void earlierFramesMakeLaterOnesSmall() {
        var sender = ours.open(Lane.BULK);
        var frame = new byte[1000];
        new Random(1).nextBytes(frame);
        assertThat(sender.compress(frame)).hasSizeGreaterThan(1000);
        assertThat(sender.compress(frame)).hasSizeLessThan(30);
    }

    @Test
    void theLevelChangesWithTheNextFrame() {
        var text = DictionaryTraining.frames(1, new SampleRecords(5).next()).getFirst();
        var large = repeated(text, 50);
        var fast = ours.open(Lane.BULK);
        var slow = theirs.open(Lane.BULK);
        slow.level(19);
        fast.level(1);
        assertThat(slow.compress(large).length).isLessThan(fast.compress(large).length);
        assertThatThrownBy(() -> fast.level(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fast.level(20)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void directionsAndLanesKnowNothingOfEachOther() {
        var a = ours.open(Lane.BULK);
        var b = theirs.open(Lane.BULK);
        var there = "there ".repeat(100).getBytes(UTF_8);
        var back = "back ".repeat(100).getBytes(UTF_8);
        var packedThere = new ArrayList<byte[]>();
        var packedBack = new ArrayList<byte[]>();
        for (var i = 0; i < 5; i++) {
            packedThere.add(a.compress(there));
            packedBack.add(b.compress(back));
        }
        packedThere.forEach(packed -> assertThat(b.decompress(packed, MAX)).isEqualTo(there));
        packedBack.forEach(packed -> assertThat(a.decompress(packed, MAX)).isEqualTo(back));
        assertThat(ours.open(Lane.URGENT).compress(there))
                .isEqualTo(theirs.open(Lane.URGENT).compress(there));
    }

    @Test
    void whatUnfoldsBeyondTheBoundIsRefusedForGood() {
        var sender = ours.open(Lane.BULK);
        var receiver = theirs.open(Lane.BULK);
        var bomb = sender.compress(new byte[MAX]);
        assertThat(bomb).hasSizeLessThan(2_000);
        assertRefused(receiver, bomb, MAX - 1, "beyond");
        assertRefused(receiver, sender.compress(new byte[1]), MAX, "nothing can follow");
        assertRefused(theirs.open(Lane.BULK), Zstd.compress(new byte[64 << 20]), MAX, "beyond");
    }

    @Test
    void aWindowThatIsTooLargeIsRefused() {
        try (var context = new ZstdCompressCtx().setLevel(1).setWindowLog(26).setContentSize(false)) {
            var target = ByteBuffer.allocate(1000);
            context.compressByteBufferStream(
                    target, ByteBuffer.allocate(100), com.github.luben.zstd.EndDirective.FLUSH);
            assertRefused(ours.open(Lane.BULK), Arrays.copyOf(target.array(), target.position()), MAX, "decompressed");
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"00000000", "ffffffffffff", "28b52ffd", "7468697320697320706c61696e2074657874"})
    void garbageIsRefusedOrNothing(String hex) {
        var receiver = ours.open(Lane.BULK);
        var garbage = HexFormat.of().parseHex(hex);
        try {
            assertThat(receiver.decompress(garbage, MAX)).isEmpty();
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void damageIsRefusedOrGivesAnotherFrame(long seed) {
        var random = new Random(seed * 0x9E37_79B9_7F4A_7C15L + 1);
        var sender = ours.open(Lane.URGENT);
        var receiver = theirs.open(Lane.URGENT);
        for (var i = 0; i < 40; i++) {
            var packed = sender.compress(frame(random));
            if (packed.length > 0 && random.nextInt(3) == 0) {
                packed[random.nextInt(packed.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                assertThat(receiver.decompress(packed, 10_000)).hasSizeLessThanOrEqualTo(10_000);
            } catch (IllegalArgumentException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static void assertRefused(Compression receiver, byte[] packed, int maxSize, String message) {
        assertThatThrownBy(() -> receiver.decompress(packed, maxSize))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static byte[] frame(Random random) {
        if (random.nextInt(3) == 0) {
            var bytes = new byte[random.nextInt(random.nextBoolean() ? 20 : 5_000)];
            random.nextBytes(bytes);
            return bytes;
        }
        return DictionaryTraining.frames(1, new SampleRecords(random.nextLong()).next())
                .get(random.nextInt(2));
    }

    private static byte[] repeated(byte[] text, int times) {
        var all = ByteBuffer.allocate(text.length * times);
        var random = new Random(1);
        for (var i = 0; i < times; i++) {
            var copy = text.clone();
            for (var j = 0; j < 40; j++) {
                copy[random.nextInt(copy.length)] = (byte) random.nextInt(64);
            }
            all.put(copy);
        }
        return all.array();
    }
}
