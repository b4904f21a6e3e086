package org.renkei.feeds;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.renkei.kernel.label.Label;
import org.renkei.settings.FeedSettings;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Component;

/// The label of what each feed yields, by its id.
@Component
public final class FeedLabels {
    private final Map<String, Label> labels;

    FeedLabels(NodeSettings settings) {
        labels = settings.feeds().stream().collect(Collectors.toMap(FeedSettings::id, FeedSettings::label));
    }

    /// Of every feed.
    public Stream<Label> all() {
        return labels.values().stream();
    }

    /// Empty for a feed that the settings do not know: what it yields must not leave.
    public Optional<Label> find(String feed) {
        return Optional.ofNullable(labels.get(feed));
    }
}
