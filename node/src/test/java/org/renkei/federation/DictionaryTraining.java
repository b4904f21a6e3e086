package org.renkei.federation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdDictTrainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.ColumnCodec;
import org.renkei.kernel.link.EntrySeal;
import org.renkei.kernel.link.FrameWriter;
import org.renkei.kernel.link.LedgerEntry;
import org.renkei.kernel.link.LedgerLeaf;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.record.NodeId;
import org.renkei.kernel.record.Precedence;
import org.renkei.kernel.record.RecordIds;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.records.Bodies;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Makes the dictionary of the links from frames with records of the scenario and of [SampleRecords], small batches by
/// rows and by columns. Texts with a secret of the scenario are left out: the dictionary is everybody's.
///
/// `-Dtest=LinkDictionaryTest -Ddictionary.write=true` writes it anew, the run after that checks it. Once
/// published a dictionary must not change: two nodes of different age would not understand each other. Train
/// another one under the next number instead.
final class DictionaryTraining {
    static final int MAX_BYTES = 32 * 1024;

    private static final Path SCENARIO = Path.of("../scenarios/kumamoto-2016/scenario.yaml");
    private static final Path TARGET = Path.of("src/main/resources" + LinkDictionary.RESOURCE);
    private static final int SAMPLES = 3_000;
    private static final int SAMPLE_BYTES = 16 << 20;
    private static final int TELLINGS = 3;
    private static final long SEED = 1;
    private static final Map<String, String> NODES =
            Map.of("JPN", "JPN/ichigaya", "USA", "USA/yokota", "AUS", "AUS/russell");

    private final List<String> secrets;
    private final List<SharedRecord> records = new ArrayList<>();

    private DictionaryTraining(JsonNode scenario) {
        secrets = secrets(scenario);
        for (var step : scenario.path("steps")) {
            Stream.of("say", "revise")
                    .map(step::path)
                    .filter(said -> said.has("body"))
                    .forEach(said -> records.add(record(said)));
        }
    }

    static void write() throws IOException {
        var training = new DictionaryTraining(scenario());
        Files.createDirectories(TARGET.getParent());
        Files.write(TARGET, training.train());
    }

    static List<String> secrets(JsonNode scenario) {
        return scenario.path("secrets")
                .valueStream()
                .map(secret -> secret.path("word").asString())
                .toList();
    }

    static JsonNode scenario() throws IOException {
        return YAMLMapper.shared().readTree(Files.readString(SCENARIO));
    }

    private byte[] train() {
        var trainer = new ZstdDictTrainer(SAMPLE_BYTES, MAX_BYTES);
        var samples = new SampleRecords(SEED);
        for (var i = 0; i < SAMPLES; i++) {
            frames(i + 1, samples.next()).forEach(trainer::addSample);
        }
        for (var i = 0; i < records.size() * TELLINGS; i++) {
            frames(i + 1, records.get(i % records.size())).forEach(trainer::addSample);
        }
        return trainer.trainSamples();
    }

    /// The forms in which a record may cross a link.
    static List<byte[]> frames(long position, SharedRecord record) {
        var entry = new LedgerEntry.Release(position, record).encode();
        return List.of(
                new FrameWriter(null)
                        .encode(
                                new LinkFrame.Advance(List.of(new LinkFrame.Sealed(entry, new byte[EntrySeal.BYTES]))),
                                false),
                ColumnCodec.encode(position, List.of(new LedgerLeaf.Whole(entry))));
    }

    private SharedRecord record(JsonNode said) {
        var digest = Hash.ofContent(said.toString().getBytes(UTF_8)).bytes();
        var micros =
                1_460_635_560_000_000L + LongStream.of(digest[0], digest[1]).sum() * 1_000_003;
        var random = Arrays.copyOf(digest, RecordIds.RANDOM_BYTES);
        return new SharedRecord(
                RecordIds.of(micros / 1_000, random),
                NodeId.parse(Objects.requireNonNull(NODES.get(said.path("by").asString()))),
                said.path("kind").asString("place-status"),
                1,
                said.path("author").asString(""),
                new HybridTime(micros, digest[2] & 0xff),
                Precedence.parse(said.path("precedence").asString("ROUTINE")),
                Label.parse(said.path("label").asString("UNCLASSIFIED//PUBLIC")),
                List.of(),
                List.of(),
                (CborMap) withoutSecrets(Bodies.toCbor(said.path("body"))),
                false,
                null,
                Map.of());
    }

    private CborValue withoutSecrets(CborValue value) {
        return switch (value) {
            case CborText(var text) when secrets.stream().anyMatch(text::contains) -> new CborText("");
            case CborArray(var values) ->
                new CborArray(values.stream().map(this::withoutSecrets).toList());
            case CborMap(var entries) -> {
                var kept = new LinkedHashMap<String, CborValue>();
                entries.forEach((key, inner) -> kept.put(key, withoutSecrets(inner)));
                yield new CborMap(kept);
            }
            case CborValue other -> other;
        };
    }
}
