package org.renkei.kernel.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborNull;
import org.renkei.kernel.cbor.CborValue;

/// A place in a body (RFC 6901). The empty pointer, which would name the whole body, is refused: the whole has the
/// record's own label.
public record JsonPointer(List<String> steps) implements Comparable<JsonPointer> {
    private static final int MAX_STEPS = 16;

    public JsonPointer {
        if (steps.isEmpty() || steps.size() > MAX_STEPS) {
            throw new IllegalArgumentException("a pointer has 1 to " + MAX_STEPS + " steps, for example /remarks");
        }
        steps = List.copyOf(steps);
    }

    public static JsonPointer parse(String text) {
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("'" + text + "' is no pointer: it starts with /, for example /remarks");
        }
        var steps = new ArrayList<String>();
        for (var step : text.substring(1).split("/", -1)) {
            steps.add(step.replace("~1", "/").replace("~0", "~"));
        }
        return new JsonPointer(steps);
    }

    /// The value at this place of `body`, or empty where the body has no such place.
    public Optional<CborValue> find(CborMap body) {
        CborValue here = body;
        for (var step : steps) {
            var next = switch (here) {
                case CborMap(var entries) -> entries.get(step);
                case CborArray(var items) ->
                    index(step, items.size()) < 0 ? null : items.get(index(step, items.size()));
                default -> null;
            };
            if (next == null) {
                return Optional.empty();
            }
            here = next;
        }
        return Optional.of(here);
    }

    /// The body without this place. In an array the item becomes null, so that the places after it keep their names.
    public CborMap removeFrom(CborMap body) {
        return (CborMap) change(body, 0, value -> null);
    }

    /// The body with `change` applied to the value at this place; where it answers null the place is removed.
    public CborMap changeIn(CborMap body, Change change) {
        return (CborMap) change(body, 0, change);
    }

    /// What becomes of a value; null removes it.
    @FunctionalInterface
    public interface Change {
        @Nullable
        CborValue apply(CborValue value);
    }

    private CborValue change(CborValue here, int depth, Change change) {
        var step = steps.get(depth);
        return switch (here) {
            case CborMap(var entries) -> {
                var old = entries.get(step);
                if (old == null) {
                    yield here;
                }
                var copy = new LinkedHashMap<>(entries);
                var inner = changed(old, depth, change);
                if (inner == null) {
                    copy.remove(step);
                } else {
                    copy.put(step, inner);
                }
                yield new CborMap(copy);
            }
            case CborArray(var items)
            when index(step, items.size()) >= 0 -> {
                var copy = new ArrayList<>(items);
                var inner = changed(copy.get(index(step, items.size())), depth, change);
                copy.set(index(step, items.size()), inner == null ? new CborNull() : inner);
                yield new CborArray(copy);
            }
            default -> here;
        };
    }

    private @Nullable CborValue changed(CborValue value, int depth, Change change) {
        return depth == steps.size() - 1 ? change.apply(value) : change(value, depth + 1, change);
    }

    /// True for a field of the body itself.
    public boolean isTopLevel() {
        return steps.size() == 1;
    }

    /// True when `other` is this place or lies within it.
    public boolean contains(JsonPointer other) {
        return other.steps.size() >= steps.size()
                && other.steps.subList(0, steps.size()).equals(steps);
    }

    @Override
    public int compareTo(JsonPointer other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        UnaryOperator<String> escape = step -> step.replace("~", "~0").replace("/", "~1");
        steps.forEach(step -> text.append('/').append(escape.apply(step)));
        return text.toString();
    }

    private static int index(String step, int size) {
        if (!step.matches("0|[1-9][0-9]{0,5}")) {
            return -1;
        }
        var index = Integer.parseInt(step);
        return index < size ? index : -1;
    }
}
