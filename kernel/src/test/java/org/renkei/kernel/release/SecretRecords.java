package org.renkei.kernel.release;

import static org.renkei.kernel.record.RecordFixture.aRecord;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.renkei.kernel.Seeds;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborFloat;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.record.Otherwise;
import org.renkei.kernel.record.SharedRecord;

/// Records with a word in every place that could be held back. A seed gives the shape, the labels and the portions; the
/// words are the caller's, by the name of their place.
final class SecretRecords {
    /// Places of the body with a word in them.
    static final List<String> PLACES =
            List.of("/f0", "/f1/x", "/f1/y/z", "/f1/y/w", "/f2/0", "/f2/1", "/f3/name", "/f4/note", "/f5");

    /// Places beside the body, which only the label of the record governs.
    static final List<String> BESIDE = List.of("author", "unknown");

    private static final List<String> PORTIONS = List.of(
            "/f0", "/f1", "/f1/x", "/f1/y", "/f1/y/z", "/f2", "/f2/1", "/f3", "/f3/name", "/f4", "/f4/note", "/f5");
    private static final List<String> LABELS = List.of(
            "UNCLASSIFIED//PUBLIC",
            "UNCLASSIFIED//REL TO AUS, USA",
            "UNCLASSIFIED//REL TO GBR",
            "CONFIDENTIAL//REL TO AUS, USA",
            "SECRET//REL TO FVEY",
            "SECRET//CRYPTO//REL TO USA",
            "SECRET//BOHEMIA//REL TO AUS, GBR, USA",
            "TOP SECRET//REL TO USA",
            "SECRET//EYES ONLY",
            "//XYZ UNCLASSIFIED//PUBLIC");

    private SecretRecords() {}

    static SharedRecord record(long seed, UnaryOperator<String> word, UUID... references) {
        var random = Seeds.random(seed);
        var record = aRecord()
                .labelled(pick(LABELS, random))
                .by(word.apply("author"))
                .unknown("zz", text(word, "unknown"))
                .referringTo(references)
                .saying("f0", text(word, "/f0"))
                .saying(
                        "f1",
                        map(
                                "x", text(word, "/f1/x"),
                                "y", map("z", text(word, "/f1/y/z"), "w", text(word, "/f1/y/w"))))
                .saying("f2", CborArray.of(text(word, "/f2/0"), text(word, "/f2/1")))
                .saying("f3", map("type", new CborText("ship"), "name", text(word, "/f3/name")))
                .saying(
                        "f4",
                        new CborMap(Map.of(
                                "lat",
                                new CborFloat(32.7),
                                "lon",
                                new CborFloat(130.7),
                                "note",
                                text(word, "/f4/note"))))
                .saying("f5", text(word, "/f5"));
        var places = new HashSet<String>();
        for (var count = random.nextInt(7); count > 0; count--) {
            var place = pick(PORTIONS, random);
            var label = pick(LABELS, random);
            var otherwise = Otherwise.values()[random.nextInt(Otherwise.values().length)];
            if (places.add(place)) {
                record.portion(place, label, otherwise);
            }
        }
        return record.build();
    }

    private static CborText text(UnaryOperator<String> word, String place) {
        return new CborText(word.apply(place));
    }

    private static CborMap map(String one, CborValue first, String other, CborValue second) {
        return new CborMap(Map.of(one, first, other, second));
    }

    private static String pick(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
