package org.renkei.attachments;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.renkei.database.Bulk;
import org.renkei.identity.Caller;
import org.renkei.kernel.ledger.Hash;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Component;

/// Which contents a caller gets to know of: those that some record lists in the form that the caller sees.
@Component
class Shown {
    /// No record.
    private static final UUID NOWHERE = new UUID(0, 0);

    private final Bulk bulk;
    private final Contents contents;
    private final Sights sights;

    Shown(Bulk bulk, Contents contents, Sights sights) {
        this.bulk = bulk;
        this.contents = contents;
        this.sights = sights;
    }

    /// What records list under this digest that the caller sees, whoever it comes from. The same is asked whether some
    /// record lists it or none does, and what is not shown is not read: the time it takes is to tell nothing.
    List<Content> list(Caller caller, Hash digest) {
        var sight = sights.of(caller);
        var listing = listing(digest);
        var asked = new HashSet<>(Set.of(NOWHERE));
        listing.values().forEach(asked::addAll);
        var showing = sight.listing(asked, digest);
        var sources = listing.entrySet().stream()
                .filter(one -> !Collections.disjoint(one.getValue(), showing))
                .map(Map.Entry::getKey)
                .toList();
        return contents.list(digest, sources);
    }

    /// What was just uploaded is for everybody who knows its digest, until a record says whose it is.
    boolean mayList(Caller caller, Content content) {
        var records = listing(content.digest()).getOrDefault(content.source(), List.of());
        return records.isEmpty()
                || !sights.of(caller).listing(records, content.digest()).isEmpty();
    }

    private Map<String, List<UUID>> listing(Hash digest) {
        var listing = new HashMap<String, List<UUID>>();
        bulk.query(
                "select source, record from attachments.listed where digest = ?",
                (row, number) -> listing.computeIfAbsent(row.getString("source"), key -> new ArrayList<>())
                        .add(Objects.requireNonNull(row.getObject("record", UUID.class))),
                digest.bytes());
        return listing;
    }
}
