package org.renkei.kernel.acsa;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborBool;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;

/// A body that cannot be read, with something readable where each mistake is, so that the order and the law can say
/// what else is wrong: a writer learns all reasons at once. What is said of a mended place, or follows from one, is
/// not said twice.
///
/// @param body can be read; it is checked and never stored
public record Mending(CborMap body, Set<String> places) {
    /// What is judged by a place beside it.
    private static final Map<String, List<String>> FOLLOW = Map.of(
            "neededOn", List.of("/agreement"),
            "supplier", List.of("/agreement"),
            "zone", List.of("/neededOn", "/validUntil", "/delegatedUntil"));

    private static final Set<String> ENVELOPE = Set.of("/order", "/number", "/act", "/after");

    /// Empty where the mistake is in what every statement has.
    ///
    /// @param mistakes of reading `body`
    public static Optional<Mending> of(CborMap body, List<Objection> mistakes, LocalDate today) {
        var places = mistakes.stream().map(Objection::at).collect(Collectors.toUnmodifiableSet());
        var act = body.entries().get("act") instanceof CborText(var code) ? Act.find(code) : Optional.<Act>empty();
        if (act.isEmpty() || places.stream().anyMatch(ENVELOPE::contains)) {
            return Optional.empty();
        }
        var entries = new LinkedHashMap<>(body.entries());
        for (var field : act.get().fields()) {
            var at = "/" + field.name();
            if (field.type() == Field.Type.LINES) {
                entries.put(field.name(), lines(act.get(), entries.get(field.name()), places, today));
            } else if (places.contains(at)) {
                entries.put(field.name(), usual(field, today));
            }
        }
        return Optional.of(new Mending(new CborMap(entries), places));
    }

    private static CborValue lines(Act act, @Nullable CborValue given, Set<String> places, LocalDate today) {
        var items = places.contains("/lines") || !(given instanceof CborArray(var all)) ? List.<CborValue>of() : all;
        var lines = new ArrayList<CborValue>();
        for (var i = 0; i < Math.max(1, items.size()); i++) {
            var at = "/lines/" + i;
            var line = new LinkedHashMap<String, CborValue>();
            if (i < items.size() && items.get(i) instanceof CborMap(var entries)) {
                line.putAll(entries);
            }
            for (var field : act.lineFields()) {
                var name = field.name();
                if (name.equals("line") && (items.isEmpty() || !places.contains(at + "/line"))) {
                    line.putIfAbsent(name, new CborInt(i + 1L));
                } else if (name.equals("line")) {
                    line.put(name, new CborInt(StatementReader.MOST - i));
                } else if (places.contains(at + "/" + name) || field.required() && !line.containsKey(name)) {
                    line.put(name, usual(field, today));
                }
            }
            lines.add(new CborMap(line));
        }
        return new CborArray(lines);
    }

    private static CborValue usual(Field field, LocalDate today) {
        return switch (field.type()) {
            case TEXT -> new CborText("-");
            case DATE -> new CborText(today.toString());
            case NUMBER, QUANTITY, MONEY -> new CborInt(1);
            case CURRENCY -> new CborText("JPY");
            case PARTY -> new CborText("XXX");
            case ZONE -> new CborText("UTC");
            case YES -> new CborBool(true);
            case CHOICE -> new CborText(field.choices().getFirst());
            case HASH -> new CborText("0".repeat(64));
            case NSN -> new CborText("9999000000000");
            case RATE -> new CborText("1");
            case DOCUMENTS -> new CborArray(List.of(new CborText("-")));
            case LINES -> new CborArray(List.of());
        };
    }

    /// What is said of places that were not mended, and does not follow from one that was.
    public List<Objection> others(List<Objection> objections) {
        return objections.stream().filter(one -> !isMended(one.at())).toList();
    }

    private boolean isMended(String at) {
        return places.stream()
                .anyMatch(place -> at.equals(place)
                        || at.startsWith(place + "/")
                        || FOLLOW.getOrDefault(place.substring(1), List.of()).contains(at)
                        || place.startsWith("/lines") && follows(place, at));
    }

    /// Sums follow from every line; a unit or category says something of its line alone.
    private static boolean follows(String place, String at) {
        var line = place.substring(0, Math.max(0, place.lastIndexOf('/')));
        return at.equals("/limit")
                || place.endsWith("/category") && (at.equals(line + "/unit") || at.equals("/settlement"))
                || place.endsWith("/quantity") && at.equals(line + "/price")
                || place.endsWith("/price") && at.equals(line + "/quantity");
    }
}
