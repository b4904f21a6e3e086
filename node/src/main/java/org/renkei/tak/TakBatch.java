package org.renkei.tak;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cot.CotXml;
import org.renkei.kernel.cot.TakProtocol;

/// Tracks that are given to all clients of one view. Each form is encoded once, by the first client that needs it.
final class TakBatch {
    private final List<TakItem> items;
    private final Map<String, Integer> places = new HashMap<>();
    private @Nullable Encoded xml;
    private @Nullable Encoded frames;

    /// @param ends where each item ends in the bytes
    private record Encoded(byte[] bytes, int[] ends) {}

    TakBatch(List<TakItem> items) {
        this.items = List.copyOf(items);
        for (var i = 0; i < items.size(); i++) {
            for (var uid : items.get(i).uids()) {
                places.put(uid, i);
            }
        }
    }

    /// The newest of each track.
    static TakBatch newest(List<TakBatch> batches) {
        var newest = new LinkedHashMap<UUID, TakItem>();
        batches.forEach(batch -> batch.items.forEach(item -> newest.put(item.id(), item)));
        return new TakBatch(new ArrayList<>(newest.values()));
    }

    int size() {
        return items.size();
    }

    /// Writes everything but what the client itself has sent.
    ///
    /// @return how many items
    int write(OutputStream out, boolean protobuf, Collection<String> own) throws IOException {
        var encoded = encoded(protobuf);
        var skipped = new TreeSet<Integer>();
        for (var uid : own) {
            var place = places.get(uid);
            if (place != null) {
                skipped.add(place);
            }
        }
        var from = 0;
        for (int place : skipped) {
            var begin = place == 0 ? 0 : encoded.ends[place - 1];
            out.write(encoded.bytes, from, begin - from);
            from = encoded.ends[place];
        }
        out.write(encoded.bytes, from, encoded.bytes.length - from);
        return items.size() - skipped.size();
    }

    private synchronized Encoded encoded(boolean protobuf) {
        var known = protobuf ? frames : xml;
        if (known != null) {
            return known;
        }
        var bytes = new ByteArrayOutputStream();
        var ends = new int[items.size()];
        for (var i = 0; i < ends.length; i++) {
            var event = items.get(i).event();
            bytes.writeBytes(protobuf ? TakProtocol.frame(event) : CotXml.bytes(event));
            ends[i] = bytes.size();
        }
        var fresh = new Encoded(bytes.toByteArray(), ends);
        if (protobuf) {
            frames = fresh;
        } else {
            xml = fresh;
        }
        return fresh;
    }
}
