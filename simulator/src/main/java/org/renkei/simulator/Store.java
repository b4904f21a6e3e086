package org.renkei.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.agreement.Agreement;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.release.Settling;

/// All that a node has on its disk. What a transaction changes here is durable; everything else dies with the
/// process.
final class Store {
    /// A record of the node itself. `before` holds the earlier revisions under the very same labels.
    record Own(SharedRecord content, List<SharedRecord> before, boolean recalled) {}

    record Key(UUID record, int partner) {}

    /// What a partner holds of a record, and by which outcome.
    record Holding(Settling.Held held, @Nullable String outcome, String cuts) {
        static final Holding NOTHING = new Holding(Settling.Held.NOTHING, null, "");
    }

    final Map<UUID, Own> records = new LinkedHashMap<>();
    /// Contents of attachments of own records; an array is never changed.
    final Map<Hash, byte[]> contents = new LinkedHashMap<>();
    final Map<Key, Holding> holdings = new HashMap<>();
    final Map<Integer, Ledger> ledgers = new TreeMap<>();
    final Map<Integer, Copy> copies = new TreeMap<>();
    /// Own parcels that have not left, and those carried for others.
    final Map<String, Office.Lying> parcels = new LinkedHashMap<>();
    /// Parcels that came, by who brought them.
    final Set<String> seen = new HashSet<>();
    List<Agreement> agreements;
    HybridTime latest = HybridTime.ZERO;

    Store(List<Agreement> agreements, Set<Integer> partners) {
        this.agreements = List.copyOf(agreements);
        partners.forEach(partner -> {
            ledgers.put(partner, new Ledger());
            copies.put(partner, new Copy());
        });
    }

    Store copy() {
        var copy = new Store(agreements, Set.of());
        copy.records.putAll(records);
        copy.contents.putAll(contents);
        copy.holdings.putAll(holdings);
        ledgers.forEach((partner, ledger) -> copy.ledgers.put(partner, ledger.copy()));
        copies.forEach((partner, held) -> copy.copies.put(partner, held.copy()));
        copy.parcels.putAll(parcels);
        copy.seen.addAll(seen);
        copy.latest = latest;
        return copy;
    }

    Ledger ledger(int partner) {
        return java.util.Objects.requireNonNull(ledgers.get(partner));
    }

    Copy copy(int partner) {
        return java.util.Objects.requireNonNull(copies.get(partner));
    }

    Holding holding(UUID record, int partner) {
        return holdings.getOrDefault(new Key(record, partner), Holding.NOTHING);
    }

    static String seenKey(int from, byte[] id) {
        return from + " " + LinkFrame.Parcel.key(id);
    }

    /// What may hold something that was taken back, or waits to be decided again, is made anew.
    void withdrawParcels(int partner) {
        parcels.values().removeIf(one -> one.target() == partner);
    }

    List<Own> current() {
        var current = new ArrayList<Own>();
        records.values().stream().filter(own -> !own.recalled()).forEach(current::add);
        return current;
    }
}
