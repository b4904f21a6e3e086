package org.renkei.bench.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborBool;
import org.renkei.kernel.cbor.CborFloat;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborNull;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.Releasability;
import org.renkei.kernel.link.LedgerEntry;
import org.renkei.kernel.record.NodeId;
import org.renkei.kernel.record.Precedence;
import org.renkei.kernel.record.SharedRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Records read from JSON lines as an import would read them. `names` says by which pointer a line holds each field of
/// a record: `id`, `kind`, `precedence`, `time`, `classification`, `author`; `without`, separated by commas, is left
/// out. Everything else becomes the body, numbers as numbers.
record RecordLines(Map<String, String> names) {
    private static final NodeId ORIGIN = NodeId.parse("JPN/ichigaya");
    private static final List<String> AUDIENCE = List.of("JPN", "USA");
    private static final JsonMapper JSON = new JsonMapper();

    RecordLines {
        names = Map.copyOf(names);
    }

    /// The encoded entries of a ledger that holds every record of the file.
    List<byte[]> entries(Path file) {
        try (var lines = Files.lines(file)) {
            var entries = new ArrayList<byte[]>();
            lines.map(JSON::readTree)
                    .map(this::form)
                    .forEach(form -> entries.add(new LedgerEntry.Release(entries.size() + 1L, form).encode()));
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SharedRecord form(JsonNode line) {
        var time = Instant.parse(text(line, "time"));
        return new SharedRecord(
                UUID.fromString(text(line, "id")),
                ORIGIN,
                text(line, "kind").toLowerCase(Locale.ROOT),
                1,
                text(line, "author"),
                new HybridTime(time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000, 0),
                Precedence.parse(text(line, "precedence")),
                Label.of(Classification.parse(text(line, "classification")), Releasability.to(AUDIENCE)),
                List.of(),
                List.of(),
                body(line, ""),
                false,
                null,
                Map.of());
    }

    private String text(JsonNode line, String field) {
        return line.at(pointer(field)).asString();
    }

    private String pointer(String field) {
        return names.getOrDefault(field, "/" + field);
    }

    private boolean isTaken(String pointer) {
        return List.of(pointer("without").split(",")).contains(pointer)
                || List.of("id", "kind", "precedence", "time", "classification", "author").stream()
                        .anyMatch(field -> pointer(field).equals(pointer));
    }

    private CborMap body(JsonNode object, String path) {
        var entries = new LinkedHashMap<String, CborValue>();
        for (var entry : object.properties()) {
            var pointer = path + "/" + entry.getKey();
            if (!isTaken(pointer)) {
                entries.put(entry.getKey(), value(entry.getValue(), pointer));
            }
        }
        return new CborMap(entries);
    }

    private CborValue value(JsonNode node, String path) {
        if (node.isObject()) {
            return body(node, path);
        }
        if (node.isArray()) {
            return new CborArray(
                    node.valueStream().map(item -> value(item, path + "/-")).toList());
        }
        if (node.isNumber()) {
            return node.isIntegralNumber() ? new CborInt(node.asLong()) : new CborFloat(node.asDouble());
        }
        if (node.isBoolean()) {
            return new CborBool(node.asBoolean());
        }
        return node.isNull() ? new CborNull() : new CborText(node.asString());
    }
}
