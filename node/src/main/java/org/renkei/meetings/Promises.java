package org.renkei.meetings;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.renkei.identity.Caller;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.records.RecordFilter;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Component;

/// Commitments that an outcome can name: read from the records that began them, for desks meet in records
/// alone.
@Component
class Promises {
    private static final String KIND = "commitment-statement";

    private final Sights sights;

    Promises(Sights sights) {
        this.sights = sights;
    }

    /// @param nations those that know of it
    record Promise(UUID id, Map<String, String> title, Set<String> nations) {}

    /// Those that the caller sees, by their ids. To be called within a transaction.
    Map<UUID, Promise> list(Caller caller) {
        var all = new LinkedHashMap<UUID, Promise>();
        for (var record : sights.of(caller).listStanding(new RecordFilter(KIND, null, null, null, null))) {
            var body = record.body();
            if (text(body, "act").equals("record")) {
                var id = UUID.fromString(text(body, "commitment"));
                var title = Map.of("en", text(body, "titleEn"), "ja", text(body, "titleJa"));
                all.putIfAbsent(id, new Promise(id, title, nations(body)));
            }
        }
        return all;
    }

    private static Set<String> nations(CborMap body) {
        return body.entries().get("to") instanceof CborArray(var items) ? Set.copyOf(texts(items)) : Set.of();
    }

    private static Collection<String> texts(Collection<CborValue> items) {
        return items.stream()
                .map(one -> one instanceof CborText(var text) ? text : "")
                .distinct()
                .toList();
    }

    private static String text(CborMap body, String name) {
        return body.entries().get(name) instanceof CborText(var text) ? text : "";
    }
}
