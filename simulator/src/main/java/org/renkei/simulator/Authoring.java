package org.renkei.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborFloat;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.Releasability;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.JsonPointer;
import org.renkei.kernel.record.Otherwise;
import org.renkei.kernel.record.Portion;
import org.renkei.kernel.record.Precedence;
import org.renkei.kernel.record.SharedRecord;

/// Draws what an officer of a node writes.
final class Authoring {
    private static final List<String> PLACES =
            List.of("/remarks", "/where", "/when", "/who", "/who/name", "/detail", "/detail/a", "/list/0");
    private static final List<String> OF_ATTACHMENTS = List.of("/attachments", "/attachments/0", "/attachments/0");
    private static final int LARGE = 60_000;
    private static final int BLOCK = 160;

    private final Cast cast;
    private final int node;
    private final Words words;
    private final SplittableRandom random;
    private final Map<Hash, byte[]> contents;

    /// @param contents where contents of attachments are put
    Authoring(Cast cast, int node, Words words, SplittableRandom random, Map<Hash, byte[]> contents) {
        this.cast = cast;
        this.node = node;
        this.words = words;
        this.random = random;
        this.contents = contents;
    }

    /// @param before null for a new record; half of all revisions keep its labels
    SharedRecord record(UUID id, @Nullable SharedRecord before, HybridTime time, Instant now, List<UUID> known) {
        var keeps = before != null && random.nextBoolean();
        var references = new ArrayList<UUID>();
        if (!known.isEmpty() && random.nextInt(4) == 0) {
            references.add(known.get(random.nextInt(known.size())));
        }
        var until = random.nextInt(5) > 0
                ? null
                : now.truncatedTo(ChronoUnit.SECONDS).plus(1 + random.nextInt(3000), ChronoUnit.MINUTES);
        var body = body(attachments(before, keeps));
        return new SharedRecord(
                id,
                cast.nodes().get(node),
                "relief.report",
                before == null ? 1 : before.revision() + 1,
                "watch officer",
                time,
                precedence(),
                before != null && keeps ? before.label() : label(),
                before != null && keeps ? before.portions() : portions(body),
                references,
                body,
                false,
                until,
                Map.of());
    }

    private Precedence precedence() {
        return switch (random.nextInt(8)) {
            case 0 -> Precedence.FLASH;
            case 1, 2 -> Precedence.IMMEDIATE;
            case 3 -> Precedence.PRIORITY;
            default -> Precedence.ROUTINE;
        };
    }

    /// Those of the revision before, as many others, or new ones; where the labels are kept, as many.
    private @Nullable CborArray attachments(@Nullable SharedRecord before, boolean keeps) {
        var earlier =
                before != null && before.body().entries().get("attachments") instanceof CborArray list ? list : null;
        if (earlier != null && random.nextBoolean()) {
            return earlier;
        }
        var count = random.nextInt(3) > 0 ? 0 : 1 + random.nextInt(2);
        if (keeps) {
            count = earlier == null ? 0 : earlier.values().size();
        }
        var items = new ArrayList<CborValue>();
        for (var number = 1; number <= count; number++) {
            items.add(attachment(number));
        }
        return items.isEmpty() ? null : new CborArray(items);
    }

    private CborMap attachment(int number) {
        var fields = content(random.nextInt(8) == 0 ? 16_000 + random.nextInt(LARGE) : 1 + random.nextInt(2_500));
        fields.put("name", new CborText("photo " + number + ".jpg"));
        if (random.nextInt(3) == 0) {
            fields.put("preview", new CborMap(content(1 + random.nextInt(400))));
        }
        return new CborMap(fields);
    }

    /// A word in each block, so that hardly a piece of it can be seen by somebody without being known.
    private Map<String, CborValue> content(int size) {
        var bytes = new byte[size];
        random.nextBytes(bytes);
        for (var at = 0; at < size; at += BLOCK) {
            var word = words.next(node).getBytes(US_ASCII);
            System.arraycopy(word, 0, bytes, at, Math.min(word.length, size - at));
        }
        var digest = Hash.ofContent(bytes);
        contents.put(digest, bytes);
        var fields = new LinkedHashMap<String, CborValue>();
        fields.put("type", new CborText("image/jpeg"));
        fields.put("size", new CborInt(size));
        fields.put("sha256", new CborText(digest.hex()));
        return fields;
    }

    private CborMap body(@Nullable CborArray attachments) {
        var body = new LinkedHashMap<String, CborValue>();
        body.put("remarks", word());
        body.put("where", new CborMap(Map.of("lat", degrees(80), "lon", degrees(170))));
        body.put("when", new CborText("2026-03-0" + (1 + random.nextInt(9)) + "T1" + random.nextInt(10) + ":24:31Z"));
        body.put("who", new CborMap(Map.of("type", new CborText("ship"), "name", word())));
        body.put("detail", new CborMap(Map.of("a", word(), "b", word())));
        body.put("list", new CborArray(List.of(word(), word())));
        if (attachments != null) {
            body.put("attachments", attachments);
        }
        return new CborMap(body);
    }

    private CborFloat degrees(int limit) {
        return new CborFloat(random.nextInt(-limit * 1000, limit * 1000) / 1000.0 + 0.0001);
    }

    private CborText word() {
        return new CborText(words.next(node));
    }

    private List<Portion> portions(CborMap body) {
        var portions = new ArrayList<Portion>();
        if (body.entries().containsKey("attachments") && random.nextBoolean()) {
            var place = OF_ATTACHMENTS.get(random.nextInt(OF_ATTACHMENTS.size()));
            portions.add(new Portion(JsonPointer.parse(place), label(), Otherwise.REMOVE));
        }
        if (random.nextBoolean()) {
            for (var place : PLACES) {
                if (random.nextInt(4) == 0) {
                    portions.add(new Portion(JsonPointer.parse(place), label(), otherwise(place)));
                }
            }
        }
        return portions;
    }

    private Otherwise otherwise(String place) {
        if (random.nextInt(3) == 0) {
            return Otherwise.REMOVE;
        }
        return switch (place) {
            case "/where" -> random.nextBoolean() ? Otherwise.POSITION_10_KM : Otherwise.POSITION_100_KM;
            case "/when" -> random.nextBoolean() ? Otherwise.TIME_HOUR : Otherwise.TIME_DAY;
            case "/who" -> Otherwise.IDENTITY_TYPE;
            default -> random.nextInt(4) == 0 ? Otherwise.TIME_DAY : Otherwise.REMOVE;
        };
    }

    private Label label() {
        var caveats = new TreeSet<String>();
        var foreign = new TreeSet<String>();
        var purposes = new TreeSet<String>();
        var nato = random.nextInt(15) == 0;
        if (random.nextInt(6) == 0) {
            caveats.add(nato ? "ATOMAL" : random.nextBoolean() ? "CRYPTO" : "BOHEMIA");
        }
        if (random.nextInt(12) == 0) {
            foreign.add(cast.party(random.nextInt(cast.nodes().size())));
        }
        if (random.nextInt(6) == 0) {
            purposes.add(nato ? "BMD" : random.nextBoolean() ? "RELIEF" : "ACSA");
        }
        var level = Classification.values()[random.nextInt(3) == 0 ? random.nextInt(5) : random.nextInt(3)];
        var open = !level.isClassified() && caveats.isEmpty() && foreign.isEmpty();
        var eyesOnly = random.nextInt(30) == 0;
        return new Label(
                nato ? "NATO" : random.nextInt(40) == 0 ? "UNHEARD-OF" : "ALLIED",
                level,
                caveats,
                false,
                eyesOnly,
                eyesOnly
                        ? Releasability.ORIGIN_ONLY
                        : open && random.nextInt(3) == 0 ? Releasability.PUBLIC : Releasability.to(audience()),
                foreign,
                purposes,
                random.nextBoolean());
    }

    private TreeSet<String> audience() {
        var audience = new TreeSet<String>();
        for (var other : cast.nodes()) {
            if (random.nextInt(3) > 0) {
                audience.add(other.party());
            }
        }
        if (random.nextInt(6) == 0) {
            audience.add(random.nextBoolean() ? "FVEY" : "QUAD");
        }
        return audience;
    }
}
