package org.renkei.kernel.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.kernel.Golden;
import org.renkei.kernel.Seeds;
import org.renkei.kernel.cbor.CborException;
import org.renkei.kernel.ledger.Hash;

class FrameCodecTest {
    private static final Hash ROOT = Hash.ofEmptyTree();
    private static final List<LinkFrame> ONE_OF_EACH = List.of(
            Sessions.hello(List.of(1, 2), "JPN/ichigaya", "USA/yokota", 300, ROOT),
            new LinkFrame.Batch(301, List.of(new byte[] {1, 2, 3}, new byte[0]), "checkpoint\n"),
            new LinkFrame.Ack(302, ROOT),
            new LinkFrame.Ping(1_460_737_506_000L),
            new LinkFrame.Pong(0),
            new LinkFrame.Goodbye("stopped"),
            new LinkFrame.Hello(
                    List.of(1, 2), "JPN/ichigaya", "USA/yokota", 300, ROOT, "zstd-1", new byte[] {1, 2, 3}, 412),
            new LinkFrame.Columns(
                    301, new byte[] {4, 5}, new SignatureLines(List.of(new SignatureLines.Line("a", new byte[] {6})))),
            new LinkFrame.Advance(List.of(new LinkFrame.Sealed(new byte[] {1, 2, 3}, new byte[] {9}))),
            new LinkFrame.AdvanceAck(List.of(302L, 400L)),
            new LinkFrame.Receipt(1_000_000),
            new LinkFrame.Join(new byte[] {1, 2, 3}),
            new LinkFrame.Recover(17),
            new LinkFrame.Recovered(17, new byte[] {4, 5}, new SignatureLines(List.of())),
            new LinkFrame.Want(ROOT, 65_536, 131_072),
            new LinkFrame.Chunk(ROOT, 65_536, 1_000_000, new byte[] {7, 8, 9}),
            new LinkFrame.Lacking(ROOT, Fetching.NOT_AVAILABLE),
            new LinkFrame.RecoveredAhead(List.of(new LinkFrame.Ahead(412, ROOT, new byte[] {1, 2, 3}, new byte[] {9}))),
            new LinkFrame.Parcel(new byte[] {1, 2, 3}, true, new byte[] {4, 5}),
            new LinkFrame.ParcelAck(new byte[] {1, 2, 3}, "stored"),
            new LinkFrame.KeyKnown(new byte[] {1, 2, 3}),
            new LinkFrame.Hello(
                    List.of(1, 2, 3),
                    "JPN/ichigaya",
                    "USA/yokota",
                    300,
                    ROOT,
                    "zstd-1",
                    new byte[] {1, 2, 3},
                    412,
                    List.of(new byte[] {4, 5}),
                    new byte[] {6, 7}),
            new LinkFrame.Audited("checkpoint\n", 300, 0, List.of(ROOT, ROOT), new byte[] {1, 2, 3}),
            new LinkFrame.Cosigned("cosigned", "checkpoint\n", new byte[] {1, 2, 3}),
            new LinkFrame.Traced(302, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
            new LinkFrame.JoinTracks(new byte[] {1, 2, 3}),
            new LinkFrame.Tracks(7, 1_000, List.of(new byte[] {4, 5}, new byte[] {6}), new byte[] {8, 9}));

    /// `-Dgolden.write=true` writes the file anew.
    @Test
    void bytesOfEachFrameAreTheGoldenOnes() {
        Golden.check(
                "frames.txt",
                ONE_OF_EACH.stream()
                        .map(frame -> frame.getClass().getSimpleName() + " " + hex(Sessions.encode(frame)))
                        .collect(Collectors.joining("\n")));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyChunksOfTheStreamGiveTheSameFrames(long seed) {
        var random = Seeds.random(seed);
        var sent = new ArrayList<LinkFrame>();
        var stream = new ByteArrayOutputStream();
        for (var count = random.nextInt(12); count > 0; count--) {
            var frame = frame(random);
            sent.add(frame);
            stream.writeBytes(Sessions.encode(frame));
        }
        var bytes = stream.toByteArray();
        var codec = new FrameReader(null);
        var received = new ArrayList<LinkFrame>();
        for (var at = 0; at < bytes.length; ) {
            var end = Math.min(bytes.length, at + random.nextInt(random.nextBoolean() ? 4 : 100));
            received.addAll(codec.read(Arrays.copyOfRange(bytes, at, end)));
            at = end;
        }
        assertThat(hex(received)).isEqualTo(hex(sent));
        assertThat(codec.read(new byte[0])).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "7fffffff, a frame of 2147483647 bytes",
        "00800001, a frame of 8388609 bytes",
        "ffffffff, a frame of 2147483647 bytes",
        "80800001, a frame of 8388609 bytes",
        "48545450, a frame of 1213486160 bytes"
    })
    void anOversizedFrameIsRefusedByItsHeaderAlone(String header, String message) {
        assertThatThrownBy(() -> new FrameReader(null).read(HexFormat.of().parseHex(header)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void theLargestFrameIsRead() {
        // One byte for the array, one for the type, five for the length of the text.
        var room = FrameReader.MAX_FRAME - 7;
        var largest = Sessions.encode(new LinkFrame.Goodbye("x".repeat(room)));
        assertThat(largest).hasSize(FrameReader.MAX_FRAME + 4);
        assertThat(new FrameReader(null).read(largest)).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        a0             | an array that begins with its type
        80             | an array that begins with its type
        8161 34        | an array that begins with its type
        03             | an array that begins with its type
        81 04          | lacks field 1
        82 04 20       | a number from 0 is expected
        82 04 61 34    | a number from 0 is expected
        82 06 01       | text is expected in field 1
        81 01          | lacks field 1
        82 01 01       | an array is expected in field 1
        82 01 81 20    | a number from 0 is expected
        83 02 01 81 01 | bytes are expected
        83 02 01 80    | lacks field 3
        83 03 01 41 00 | a hash has 32 bytes, not 1
        82 03 01       | lacks field 2
        f6             | an array that begins with its type
        82 04 01 00    | bytes after the end
        """)
    void refusesWhatIsNoFrame(String content, String message) {
        var bytes = framed(content);
        assertThatThrownBy(() -> new FrameReader(null).read(bytes)).hasMessageContaining(message);
    }

    @Test
    void anEmptyFrameIsRefused() {
        assertThatThrownBy(() -> new FrameReader(null).read(new byte[4])).isInstanceOf(CborException.class);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"82 18 63 f6", "81 00", "81 20", "82 1b 0000000100000004 07"})
    void framesOfANewerVersionArePassedOver(String unknown) {
        var stream = new ByteArrayOutputStream();
        stream.writeBytes(framed(unknown));
        stream.writeBytes(Sessions.encode(new LinkFrame.Ping(9)));
        assertThat(new FrameReader(null).read(stream.toByteArray())).containsExactly(new LinkFrame.Ping(9));
    }

    @Test
    void fieldsOfANewerVersionArePassedOver() {
        assertThat(new FrameReader(null).read(framed("83 04 07 f6"))).containsExactly(new LinkFrame.Ping(7));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void damageIsRefusedAndNothingElse(long seed) {
        var random = Seeds.random(seed);
        for (var i = 0; i < 20; i++) {
            var bytes = Sessions.encode(frame(random));
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
            try {
                assertThat(new FrameReader(null).read(bytes)).hasSizeLessThanOrEqualTo(1);
            } catch (IllegalArgumentException | CborException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            } catch (RuntimeException e) {
                fail("not a refusal", e);
            }
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static LinkFrame frame(Random random) {
        return switch (random.nextInt(6)) {
            case 0 ->
                Sessions.hello(
                        List.of(1, random.nextInt(99)), "JPN/ichigaya", "日本", random.nextLong() >>> 1, hash(random));
            case 1 -> {
                var entries = new ArrayList<byte[]>();
                for (var count = random.nextInt(4); count > 0; count--) {
                    var entry = new byte[random.nextInt(60)];
                    random.nextBytes(entry);
                    entries.add(entry);
                }
                yield new LinkFrame.Batch(random.nextInt(1000), entries, "a\n".repeat(random.nextInt(30)));
            }
            case 2 -> new LinkFrame.Ack(random.nextLong() >>> random.nextInt(1, 64), hash(random));
            case 3 -> new LinkFrame.Ping(random.nextLong() >>> random.nextInt(1, 64));
            case 4 -> new LinkFrame.Pong(random.nextLong() >>> random.nextInt(1, 64));
            default -> new LinkFrame.Goodbye(LinkProblem.values()[random.nextInt(9)].code());
        };
    }

    private static Hash hash(Random random) {
        var bytes = new byte[Hash.LENGTH];
        random.nextBytes(bytes);
        return Hash.of(bytes);
    }

    private static byte[] framed(String hex) {
        var content = HexFormat.of().parseHex(hex.replace(" ", ""));
        return ByteBuffer.allocate(4 + content.length)
                .putInt(content.length)
                .put(content)
                .array();
    }

    private static List<String> hex(List<LinkFrame> frames) {
        return frames.stream().map(frame -> hex(Sessions.encode(frame))).toList();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
