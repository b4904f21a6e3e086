package org.renkei.kernel.track;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.label.Label;

/// What may be kept of something that was told on some grounds.
public sealed interface Remainder {
    /// All of it, as it was told.
    record Everything() implements Remainder {}

    /// On other grounds, under another label, and coarser.
    ///
    /// @param coarsening null where the places stay as they are
    record Other(Set<String> grounds, Label label, @Nullable Coarsening coarsening) implements Remainder {}

    record Nothing() implements Remainder {}

    /// What rests on several grounds is kept as the strictest of them allows.
    ///
    /// @param grounds on which it was told
    /// @param label under which it was told
    /// @param allowed all grounds on which anything may be kept, by their words
    static Remainder of(Set<String> grounds, Label label, Map<String, Ground> allowed) {
        var held = grounds.stream()
                .flatMap(word -> Stream.ofNullable(allowed.get(word)))
                .toList();
        if (held.size() < grounds.size() || held.isEmpty()) {
            return new Nothing();
        }
        if (held.stream().allMatch(Ground::stands)) {
            return new Everything();
        }
        var coarsening = held.stream()
                .flatMap(ground -> Stream.ofNullable(ground.coarsening()))
                .reduce(Coarsening::with);
        return new Other(
                held.stream().map(Ground::now).collect(Collectors.toUnmodifiableSet()),
                held.stream()
                        .map(ground -> Objects.requireNonNullElse(ground.label(), label))
                        .reduce(Label::combine)
                        .orElse(label),
                coarsening.orElse(null));
    }
}
