package org.renkei.kernel.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborBool;
import org.renkei.kernel.cbor.CborBytes;
import org.renkei.kernel.cbor.CborFloat;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborNull;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.label.RandomLabels;

/// Records of every shape, with fields that only a newer version would know.
public final class RandomRecords {
    private static final List<String> WORDS = List.of("", "a/b", "~", "remarks", "熊本", "0", "position");

    private RandomRecords() {}

    public static SharedRecord record(Random random) {
        var places = new HashMap<String, Portion>();
        for (var count = random.nextInt(4); count > 0; count--) {
            var pointer = pointer(random);
            var otherwise = Otherwise.values()[random.nextInt(Otherwise.values().length)];
            places.put(pointer.toString(), new Portion(pointer, RandomLabels.label(random), otherwise));
        }
        var references = new ArrayList<UUID>();
        for (var count = random.nextInt(3); count > 0; count--) {
            references.add(new UUID(random.nextLong(), random.nextLong()));
        }
        var unknown = new HashMap<String, CborValue>();
        for (var count = random.nextInt(3); count > 0; count--) {
            unknown.put("new" + random.nextInt(9), value(random, 2));
        }
        return new SharedRecord(
                new UUID(random.nextLong(), random.nextLong()),
                new NodeId(random.nextBoolean() ? "JPN" : "UN-OCHA", "site-" + random.nextInt(100)),
                "kind." + random.nextInt(5),
                1 + random.nextInt(random.nextBoolean() ? 10 : Integer.MAX_VALUE - 1),
                word(random),
                new HybridTime(random.nextLong(HybridTime.MAX_MICROS + 1), random.nextInt(1024)),
                Precedence.values()[random.nextInt(4)],
                RandomLabels.label(random),
                List.copyOf(places.values()),
                references,
                map(random, 3),
                random.nextBoolean(),
                random.nextInt(4) > 0
                        ? null
                        : Instant.EPOCH.plus(random.nextLong(HybridTime.MAX_MICROS + 1), ChronoUnit.MICROS),
                unknown);
    }

    private static JsonPointer pointer(Random random) {
        var steps = new ArrayList<String>();
        for (var count = 1 + random.nextInt(3); count > 0; count--) {
            steps.add(word(random));
        }
        return new JsonPointer(steps);
    }

    private static CborMap map(Random random, int depth) {
        Map<String, CborValue> entries = new LinkedHashMap<>();
        for (var count = random.nextInt(4); count > 0; count--) {
            entries.put(word(random), value(random, depth));
        }
        return new CborMap(entries);
    }

    private static CborValue value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> new CborNull();
            case 1 -> new CborBool(random.nextBoolean());
            case 2 -> new CborInt(random.nextLong());
            case 3 -> new CborFloat(random.nextDouble());
            case 4 -> new CborText(word(random));
            case 5 -> new CborBytes(new byte[random.nextInt(4)]);
            case 6 -> CborArray.of(value(random, depth - 1), value(random, depth - 1));
            default -> map(random, depth - 1);
        };
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
