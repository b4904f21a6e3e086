package org.renkei.kernel.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.Releasability;

/// `aRecord().releasableTo("USA", "AUS").saying("remarks", "road closed").build()`. Unless said otherwise a public
/// report from Ichigaya on the Kumamoto earthquake.
public final class RecordFixture {
    private UUID id = UUID.fromString("01541fb8-6950-7abc-8def-0123456789ab");
    private NodeId origin = NodeId.parse("JPN/ichigaya");
    private int revision = 1;
    private String author = "watch officer";
    private Label label = Label.of(Classification.UNCLASSIFIED, Releasability.PUBLIC);
    private final List<Portion> portions = new ArrayList<>();
    private final List<UUID> references = new ArrayList<>();
    private final Map<String, CborValue> body = new LinkedHashMap<>();
    private final Map<String, CborValue> unknown = new LinkedHashMap<>();
    private boolean redacted;

    private RecordFixture() {}

    public static RecordFixture aRecord() {
        return new RecordFixture();
    }

    public RecordFixture identified(UUID id) {
        this.id = id;
        return this;
    }

    public RecordFixture of(String node) {
        origin = NodeId.parse(node);
        return this;
    }

    public RecordFixture revision(int revision) {
        this.revision = revision;
        return this;
    }

    public RecordFixture by(String author) {
        this.author = author;
        return this;
    }

    public RecordFixture releasableTo(String... parties) {
        label = Label.of(Classification.UNCLASSIFIED, Releasability.to(List.of(parties)));
        return this;
    }

    public RecordFixture labelled(String text) {
        label = Label.parse(text);
        return this;
    }

    public RecordFixture portion(String pointer, String label) {
        return portion(pointer, label, Otherwise.REMOVE);
    }

    public RecordFixture portion(String pointer, String label, Otherwise otherwise) {
        portions.add(new Portion(JsonPointer.parse(pointer), Label.parse(label), otherwise));
        return this;
    }

    public RecordFixture saying(String field, String text) {
        return saying(field, new CborText(text));
    }

    public RecordFixture saying(String field, CborValue value) {
        body.put(field, value);
        return this;
    }

    public RecordFixture referringTo(UUID... records) {
        references.addAll(List.of(records));
        return this;
    }

    public RecordFixture unknown(String key, CborValue value) {
        unknown.put(key, value);
        return this;
    }

    public RecordFixture redacted() {
        redacted = true;
        return this;
    }

    public SharedRecord build() {
        return new SharedRecord(
                id,
                origin,
                "relief.report",
                revision,
                author,
                new HybridTime(1_460_737_506_000_000L, 17),
                Precedence.IMMEDIATE,
                label,
                portions,
                references,
                new CborMap(body),
                redacted,
                null,
                unknown);
    }
}
