package org.renkei.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborFloat;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborNull;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.Releasability;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.Otherwise;
import org.renkei.kernel.record.Portion;
import org.renkei.kernel.record.SharedRecord;

/// What a partner must hold of a record, worked out a second time and the plain way: paths as text, one walk
/// through the body, and rules as they are read ([NaiveRules]). Nothing of the release package of the kernel is
/// asked.
final class Oracle {
    private static final Set<String> ABOUT_ONE_RECIPIENT =
            Set.of("releasable-to", "level", "caveats", "agreement-in-force", "agreement-ceiling", "purpose");

    private Oracle() {}

    /// Labels in text form, the whole body, and what else a receiver can see.
    record Expected(Label label, Map<String, Label> portions, CborMap body, boolean redacted) {}

    static @Nullable Expected of(Cast cast, SimNode node, SharedRecord record, int partner) {
        var now = node.now();
        if (record.until() != null && !record.until().isAfter(now)) {
            return null;
        }
        return of(cast, node, record, partner, now);
    }

    private static @Nullable Expected of(Cast cast, SimNode node, SharedRecord record, int partner, Instant now) {
        var day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var whole = NaiveRules.failures(cast, node, record.label(), partner, day);
        var closed = new HashMap<String, Otherwise>();
        for (var portion : record.portions()) {
            if (!NaiveRules.failures(cast, node, portion.label(), partner, day).isEmpty()) {
                closed.put(portion.at().toString(), portion.otherwise());
            }
        }
        var audience = new TreeSet<>(List.of(cast.party(node.index()), cast.party(partner)));
        if (whole.isEmpty()) {
            var body = (CborMap) java.util.Objects.requireNonNull(walk(record.body(), "", closed, false));
            return new Expected(
                    addressed(record.label(), audience),
                    labels(record.portions(), closed.keySet(), audience, null),
                    body,
                    !closed.isEmpty());
        }
        return ABOUT_ONE_RECIPIENT.containsAll(whole) ? onlyOpen(record, closed, audience) : null;
    }

    /// Whether a body lists a content of an attachment, or a preview.
    static boolean lists(CborMap body, Hash digest) {
        if (!(body.entries().get("attachments") instanceof CborArray(var items))) {
            return false;
        }
        var wanted = new CborText(digest.hex());
        return items.stream()
                .anyMatch(item -> item instanceof CborMap(var fields)
                        && (wanted.equals(fields.get("sha256"))
                                || fields.get("preview") instanceof CborMap(var preview)
                                        && wanted.equals(preview.get("sha256"))));
    }

    /// Fields of the body with an open label of their own, and nothing else.
    private static @Nullable Expected onlyOpen(
            SharedRecord record, Map<String, Otherwise> closed, TreeSet<String> audience) {
        var fields = new LinkedHashMap<String, CborValue>();
        for (var portion : record.portions()) {
            var place = portion.at().toString();
            var field = place.substring(1);
            var value = record.body().entries().get(field);
            if (value != null && !closed.containsKey(place)) {
                var left = walk(value, place, closed, true);
                if (left != null) {
                    fields.put(field, left);
                }
            }
        }
        var body = new CborMap(fields);
        var labels = labels(record.portions(), closed.keySet(), audience, body);
        var all = record.portions().stream()
                .filter(one -> labels.containsKey(one.at().toString()))
                .map(Portion::label)
                .toList();
        return all.isEmpty() ? null : new Expected(addressed(combined(all), audience), labels, body, true);
    }

    private static Map<String, Label> labels(
            List<Portion> portions, Set<String> closed, TreeSet<String> audience, @Nullable CborMap within) {
        var labels = new HashMap<String, Label>();
        for (var portion : portions) {
            var place = portion.at().toString();
            var hidden = closed.stream().anyMatch(one -> (place + "/").startsWith(one + "/"));
            if (!hidden && (within == null || isIn(within, place))) {
                labels.put(place, addressed(portion.label(), audience));
            }
        }
        return labels;
    }

    private static boolean isIn(CborValue here, String place) {
        if (place.isEmpty()) {
            return true;
        }
        var end = place.indexOf('/', 1);
        var step = place.substring(1, end < 0 ? place.length() : end);
        var rest = end < 0 ? "" : place.substring(end);
        return switch (here) {
            case CborMap(var entries) -> entries.containsKey(step) && isIn(entries.get(step), rest);
            case CborArray(var items) ->
                Integer.parseInt(step) < items.size() && isIn(items.get(Integer.parseInt(step)), rest);
            case CborValue other -> false;
        };
    }

    /// What is left of a value; null when nothing is.
    private static @Nullable CborValue walk(
            CborValue value, String place, Map<String, Otherwise> closed, boolean removes) {
        var inside = inside(value, place, closed, removes);
        var otherwise = closed.get(place);
        if (otherwise == null) {
            return inside;
        }
        return removes ? null : coarser(inside, otherwise);
    }

    private static CborValue inside(CborValue value, String place, Map<String, Otherwise> closed, boolean removes) {
        return switch (value) {
            case CborMap(var entries) -> {
                var left = new LinkedHashMap<String, CborValue>();
                entries.forEach((key, one) -> {
                    var kept = walk(one, place + "/" + key, closed, removes);
                    if (kept != null) {
                        left.put(key, kept);
                    }
                });
                yield new CborMap(left);
            }
            case CborArray(var items) -> {
                var left = new ArrayList<CborValue>();
                for (var one : items) {
                    var kept = walk(one, place + "/" + left.size(), closed, removes);
                    left.add(kept == null ? new CborNull() : kept);
                }
                yield new CborArray(left);
            }
            case CborValue other -> other;
        };
    }

    private static @Nullable CborValue coarser(CborValue value, Otherwise otherwise) {
        return switch (otherwise) {
            case REMOVE -> null;
            case POSITION_10_KM -> cell(value, 0.1, 11);
            case POSITION_100_KM -> cell(value, 1, 111);
            case TIME_HOUR -> time(value, 13, ":00:00Z");
            case TIME_DAY -> time(value, 10, "T00:00:00Z");
            case IDENTITY_TYPE ->
                value instanceof CborMap(var entries) && entries.containsKey("type")
                        ? new CborMap(Map.of("type", entries.get("type")))
                        : null;
        };
    }

    private static @Nullable CborValue cell(CborValue value, double size, int kilometres) {
        if (!(value instanceof CborMap(var entries))
                || !(entries.get("lat") instanceof CborFloat(var lat))
                || !(entries.get("lon") instanceof CborFloat(var lon))) {
            return null;
        }
        return new CborMap(
                Map.of("lat", middle(lat, size), "lon", middle(lon, size), "gridKm", new CborInt(kilometres)));
    }

    private static CborFloat middle(double degrees, double size) {
        var middle = (Math.floor(degrees / size) + 0.5) * size;
        return new CborFloat(Math.round(middle * 100) / 100.0);
    }

    /// All times of a history are written in UTC.
    private static @Nullable CborValue time(CborValue value, int keep, String rest) {
        if (!(value instanceof CborText(var text)) || !text.endsWith("Z")) {
            return null;
        }
        return new CborText(
                OffsetDateTime.parse(text.substring(0, keep) + rest).toInstant().toString());
    }

    /// Public stays public and what goes to nobody goes to nobody; of all others only these two are named.
    /// A site of the own nation sees the label whole.
    private static Label addressed(Label label, TreeSet<String> audience) {
        var named =
                audience.size() > 1 && label.releasability() instanceof Releasability.To(var codes) && !codes.isEmpty();
        return named ? label.with(Releasability.to(audience)) : label;
    }

    private static Label combined(List<Label> labels) {
        var all = labels.getFirst();
        for (var label : labels.subList(1, labels.size())) {
            all = all.combine(label);
        }
        return all;
    }
}
