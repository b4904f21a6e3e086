package org.renkei.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.renkei.feeds.Feeds.sample;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ArchivesTest {

    @Test
    void readsAGzipLikeItsContent() throws IOException {
        assertThat(Feeds.items(gzip(bytes("quakes.csv")))).isEqualTo(Feeds.items(bytes("quakes.csv")));
    }

    @Test
    void readsTheEntriesOfAZipInTheOrderOfTheirNames() throws IOException {
        var unordered = new LinkedHashMap<String, byte[]>();
        unordered.put("b/late.xml", bytes("intensity.xml"));
        unordered.put("a/early.xml", bytes("cancelled.xml"));
        unordered.put("c/note.txt", "nothing of ours".getBytes(UTF_8));
        byte[] zip = zip(unordered);
        List<FeedItem> items = Feeds.items(zip);
        assertThat(items)
                .extracting(item -> item.place().after("all.zip"))
                .containsExactly("all.zip!a/early.xml:2", "all.zip!b/late.xml:2", "all.zip!c/note.txt:1");
        assertThat(Feeds.refusals(items)).singleElement().asString().contains("of no known table");
    }

    @Test
    void opensNoArchiveWithinAnArchive() throws IOException {
        byte[] inner = gzip(bytes("quakes.csv"));
        for (byte[] outer :
                List.of(gzip(inner), zip(Map.of("x", inner)), gzip(zip(Map.of("x", bytes("quakes.csv")))))) {
            assertThat(Feeds.refusals(Feeds.items(outer)))
                    .singleElement()
                    .asString()
                    .contains("within an archive");
        }
    }

    @Test
    void stopsWhereABombUnpacks() throws IOException {
        byte[] zeros = new byte[40_000_000];
        Arrays.fill(zeros, (byte) ' ');
        zeros[0] = '{';
        for (byte[] bomb : List.of(gzip(zeros), zip(Map.of("x.json", zeros)))) {
            assertThat(Feeds.refusals(Feeds.items(bomb)))
                    .singleElement()
                    .asString()
                    .contains("more than 200 : 1");
        }
    }

    @Test
    void stopsAtTheLimitOfBytesOverAllEntries() throws IOException {
        byte[] zip = zip(Map.of("a", bytes("quakes.csv"), "b", bytes("quakes.csv"), "c", bytes("quakes.csv")));
        var items = new ArrayList<FeedItem>();
        new FeedReader("UNCLASSIFIED", new FeedLimits(zip.length, 200, 10))
                .read(new ByteArrayInputStream(zip), items::add);
        assertThat(Feeds.refusals(items)).anyMatch(refusal -> refusal.contains("unpacks to more than"));
        new FeedReader("UNCLASSIFIED", new FeedLimits(1 << 20, 200, 2)).read(new ByteArrayInputStream(zip), items::add);
        assertThat(Feeds.refusals(items).getLast()).isEqualTo("holds more than 2 parts: split it");
    }

    @Test
    void readsAStreamOfFeaturesInLittleMemory() {
        String feature =
                "{\"type\":\"Feature\",\"id\":\"tt1\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[130,32]},"
                        + "\"properties\":{\"mag\":1,\"time\":0,\"place\":\"" + "x".repeat(500) + "\"}},";
        byte[] block = feature.repeat(1000).getBytes(UTF_8);
        Stream<InputStream> middle = Stream.generate(() -> (InputStream) new ByteArrayInputStream(block))
                .limit(400);
        Stream<InputStream> all = Stream.of(
                        Stream.of(stream("{\"type\":\"FeatureCollection\",\"features\":[")),
                        middle,
                        Stream.of(stream("null]}")))
                .flatMap(part -> part);
        long[] counts = new long[2];
        new FeedReader()
                .read(
                        new SequenceInputStream(Collections.enumeration(all.toList())),
                        item -> counts[item instanceof FeedItem.Read ? 0 : 1]++);
        assertThat(counts).containsExactly(400_000, 1);
    }

    @Test
    void theConsumersOwnExceptionsPassThrough() {
        assertThatThrownBy(() -> new FeedReader().read(stream(sample("quakes.csv")), item -> {
                    throw new IllegalStateException("full");
                }))
                .hasMessage("full");
    }

    @Test
    void saysWhenThereIsNothing() {
        assertThat(Feeds.refusals("")).containsExactly("the file is empty: fetch it again");
        assertThat(Feeds.refusals(" \n")).containsExactly("the file is empty: fetch it again");
        assertThat(Feeds.refusals("\u0000\u0001\u0002"))
                .singleElement()
                .asString()
                .startsWith("neither JSON");
        assertThat(Feeds.refusals("[1]")).singleElement().asString().contains("no GeoJSON");
        assertThat(Feeds.refusals("{}")).singleElement().asString().contains("no GeoJSON");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static byte[] bytes(String sample) {
        return sample(sample).getBytes(UTF_8);
    }

    static byte[] gzip(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return out.toByteArray();
    }
}
