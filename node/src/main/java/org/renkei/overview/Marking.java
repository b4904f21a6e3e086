package org.renkei.overview;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.label.Label;

/// The label of something made of parts: as high as the highest, for those alone who may have all of it.
final class Marking {
    private Marking() {}

    /// In its text form; null of nothing.
    static @Nullable String of(Collection<Label> parts) {
        return parts.stream().reduce(Label::combine).map(Label::text).orElse(null);
    }

    static Optional<Label> parse(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Label.parse(text));
    }
}
