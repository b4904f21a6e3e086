package org.renkei.kernel.ais;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Messages of which not all parts were heard yet. Parts belong together by station, channel, sequence
/// and number of parts, or by the group of their tag blocks, and come in order. Bounded in number and in
/// time.
final class AisParts {
    private static final int MOST = 256;
    private static final long PATIENCE_MILLIS = 15_000;

    private final Map<String, Assembly> assemblies = new LinkedHashMap<>();
    private long abandoned;

    /// Which of its parts were heard; it stays for a while when all were, as other stations bring them
    /// again.
    private static final class Assembly {
        final String[] payloads;
        final AisReception beginning;
        final long since;
        final String from;
        int heard;

        Assembly(AisSentence first, String from, AisReception beginning, long now) {
            this.from = from;
            this.payloads = new String[first.parts()];
            this.beginning = beginning;
            this.since = now;
        }
    }

    /// All parts together, once the last of them is here.
    record Whole(String payload, AisReception beginning) {}

    /// @param from the group of the tag blocks, or else the station, as far as the line of this part says
    /// it
    /// @throws Refused when the part before this one was not heard
    Optional<Whole> add(AisSentence part, String from, AisReception reception, long now) {
        expire(now);
        var joined = '|' + part.sequence() + '|' + part.channel() + '|' + part.parts();
        var key = from + joined;
        var assembly = assemblies.get(key);
        if (part.number() == 1 && (assembly == null || !part.payload().equals(assembly.payloads[0]))) {
            forget(assembly);
            assembly = new Assembly(part, from, reception, now);
            // Put behind the others: the map is in the order of beginnings.
            assemblies.remove(key);
            assemblies.put(key, assembly);
        }
        if (assembly == null) {
            assembly = nameless(joined, from, part.number());
        }
        if (part.number() <= assembly.heard) {
            if (part.payload().equals(assembly.payloads[part.number() - 1])) {
                return Optional.empty();
            }
            throw Refused.because(AisRefusal.PART_WITHOUT_START);
        }
        if (part.number() > assembly.heard + 1) {
            throw Refused.because(AisRefusal.PART_WITHOUT_START);
        }
        assembly.payloads[assembly.heard++] = part.payload();
        return assembly.heard == part.parts()
                ? Optional.of(new Whole(String.join("", assembly.payloads), assembly.beginning))
                : Optional.empty();
    }

    /// Some networks write the station behind one of the parts only: the part before this one, where one
    /// of both does not say from whom it is.
    private Assembly nameless(String joined, String from, int number) {
        for (var entry : assemblies.entrySet()) {
            var assembly = entry.getValue();
            if (assembly.heard == number - 1
                    && (from.isEmpty() || assembly.from.isEmpty())
                    && entry.getKey().endsWith(joined)) {
                return assembly;
            }
        }
        throw Refused.because(AisRefusal.PART_WITHOUT_START);
    }

    /// How many messages were given up because a part never came.
    long abandoned() {
        return abandoned;
    }

    private void expire(long now) {
        Iterator<Assembly> eldest = assemblies.values().iterator();
        while (eldest.hasNext()) {
            var assembly = eldest.next();
            if (now - assembly.since <= PATIENCE_MILLIS && assemblies.size() < MOST) {
                return;
            }
            forget(assembly);
            eldest.remove();
        }
    }

    private void forget(@Nullable Assembly assembly) {
        if (assembly != null && assembly.heard < assembly.payloads.length) {
            abandoned++;
        }
    }
}
