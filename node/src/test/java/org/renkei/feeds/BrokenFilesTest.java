package org.renkei.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever happens to a file on its way, reading it ends, throws nothing, and says something about it.
class BrokenFilesTest {
    private static final List<String> SAMPLES = List.of(
            "quakes.geojson",
            "quakes.csv",
            "shelters.geojson",
            "open-shelters.csv",
            "intensity.xml",
            "tsunami-drill.xml",
            "cancelled.xml",
            "alert.xml");
    private static final int SEEDS = 150;

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("cases")
    void isReadToItsEnd(String sample, int seed) throws IOException {
        var random = new Random(seed);
        byte[] file = broken(Feeds.sample(sample).getBytes(UTF_8), random);
        byte[] packed = switch (random.nextInt(4)) {
            case 0 -> broken(ArchivesTest.gzip(file), random);
            case 1 -> broken(ArchivesTest.zip(Map.of("a", file, "b", file)), random);
            default -> file;
        };
        List<FeedItem> items = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Feeds.items(packed));
        for (FeedItem item : items) {
            switch (item) {
                case FeedItem.Read read ->
                    assertThat(read.draft().body().isEmpty()).isFalse();
                case FeedItem.Refused refused -> {
                    assertThat(refused.reason().text(Locale.ENGLISH)).isNotBlank();
                    assertThat(refused.reason().text(Locale.JAPANESE)).isNotBlank();
                }
            }
        }
    }

    static Stream<Arguments> cases() {
        return SAMPLES.stream().flatMap(sample -> IntStream.range(0, SEEDS).mapToObj(seed -> arguments(sample, seed)));
    }

    private static byte[] broken(byte[] file, Random random) {
        byte[] copy = file.clone();
        switch (random.nextInt(4)) {
            case 0 -> copy = Arrays.copyOf(copy, random.nextInt(copy.length));
            case 1 -> flip(copy, random, 1 + random.nextInt(8));
            case 2 -> random.nextBytes(copy);
            default -> {
                int from = random.nextInt(copy.length);
                System.arraycopy(file, 0, copy, from, copy.length - from);
            }
        }
        return copy;
    }

    private static void flip(byte[] bytes, Random random, int times) {
        for (int i = 0; i < times; i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
    }
}
