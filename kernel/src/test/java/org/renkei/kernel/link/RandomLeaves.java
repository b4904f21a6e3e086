package org.renkei.kernel.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborBytes;
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
import org.renkei.kernel.record.NodeId;
import org.renkei.kernel.record.Precedence;
import org.renkei.kernel.record.RandomRecords;
import org.renkei.kernel.record.RecordIds;
import org.renkei.kernel.record.SharedRecord;

/// Leaves of every sort: alike and unlike records, recalls, hashes, nothing, and bytes that are no entry.
final class RandomLeaves {
    private static final NodeId ORIGIN = NodeId.parse("JPN/ichigaya");
    private static final List<String> WORDS =
            List.of("shelter", "full", "water", "needed", "at", "the", "school", "north", "道路", "通行止", "");

    private RandomLeaves() {}

    static List<LedgerLeaf> leaves(Random random, long from, int count) {
        var leaves = new ArrayList<LedgerLeaf>();
        for (var position = from; position < from + count; position++) {
            leaves.add(
                    switch (random.nextInt(16)) {
                        case 0 -> new LedgerLeaf.Blank(Hash.ofContent(bytes(random, 4)));
                        case 1 -> new LedgerLeaf.Held();
                        case 2 -> whole(new LedgerEntry.Recall(position, id(random)));
                        case 3 -> whole(new LedgerEntry.Release(position + 1, report(random)));
                        case 4 -> new LedgerLeaf.Whole(bytes(random, random.nextInt(30)));
                        case 5, 6 -> whole(new LedgerEntry.Release(position, RandomRecords.record(random)));
                        default -> whole(new LedgerEntry.Release(position, report(random)));
                    });
        }
        return leaves;
    }

    static List<LedgerLeaf> reports(Random random, long from, int count) {
        var leaves = new ArrayList<LedgerLeaf>();
        for (var position = from; position < from + count; position++) {
            leaves.add(whole(new LedgerEntry.Release(position, report(random))));
        }
        return leaves;
    }

    private static LedgerLeaf whole(LedgerEntry entry) {
        return new LedgerLeaf.Whole(entry.encode());
    }

    private static SharedRecord report(Random random) {
        Map<String, CborValue> body = new LinkedHashMap<>();
        body.put(
                "position",
                CborArray.of(
                        new CborFloat(Math.rint(random.nextDouble() * 1e6) / 1e4),
                        new CborFloat(random.nextInt(8) > 0 ? 0.5 : random.nextGaussian())));
        body.put("count", new CborInt(random.nextInt(4) > 0 ? random.nextInt(50) : random.nextLong()));
        body.put("serial", new CborText("REL-%05d".formatted(random.nextInt(100_000))));
        body.put("remarks", new CborText(sentence(random)));
        if (random.nextInt(3) == 0) {
            body.put("photo", new CborBytes(bytes(random, 32)));
        }
        if (random.nextInt(5) == 0) {
            body.put("stock", new CborMap(Map.of("item " + random.nextInt(1000), new CborInt(random.nextInt(9)))));
        }
        var references = random.nextInt(4) == 0 ? List.of(id(random)) : List.<UUID>of();
        return new SharedRecord(
                id(random),
                ORIGIN,
                "relief." + random.nextInt(3),
                1 + random.nextInt(2),
                "office " + random.nextInt(9),
                new HybridTime(1_460_737_506_000_000L + random.nextInt(1_000_000), random.nextInt(1024)),
                Precedence.values()[random.nextInt(4)],
                Label.of(Classification.UNCLASSIFIED, Releasability.to(List.of("JPN", "USA"))),
                List.of(),
                references,
                new CborMap(body),
                random.nextInt(9) == 0,
                null,
                Map.of());
    }

    private static String sentence(Random random) {
        var words = new ArrayList<String>();
        for (var count = random.nextInt(20); count > 0; count--) {
            words.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        return String.join(" ", words);
    }

    private static UUID id(Random random) {
        return RecordIds.of(1_460_737_506_000L + random.nextInt(1000), bytes(random, RecordIds.RANDOM_BYTES));
    }

    private static byte[] bytes(Random random, int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
