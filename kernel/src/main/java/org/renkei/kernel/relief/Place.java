package org.renkei.kernel.relief;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A place with each nation's newest report beside the others'.
///
/// @param key what makes it one place: follows from each report alone
/// @param reports one for each nation, in the order of their codes; at least one
public record Place(String key, List<PlaceReport> reports) {
    public Place {
        reports = List.copyOf(reports);
        if (reports.isEmpty()) {
            throw new IllegalArgumentException("nobody reports " + key);
        }
    }

    /// About what reports can contradict each other.
    public enum Subject {
        STATUS,
        HEADCOUNT
    }

    public PlaceReport newest() {
        return reports.stream().min(PlaceReport.NEWEST_FIRST).orElseThrow();
    }

    public String type() {
        return newest().type();
    }

    /// Whether goods may be brought there or by way of it: somebody says that it is open, in whole or in
    /// part, and nobody that it is closed.
    public boolean isUsable() {
        return reports.stream().anyMatch(one -> one.isDefinite() && !one.isClosed()) && !isClosed();
    }

    /// Whether somebody says so.
    public boolean isClosed() {
        return reports.stream().anyMatch(PlaceReport::isClosed);
    }

    public Optional<Spot> position() {
        return newestSaid(PlaceReport::position);
    }

    /// The least that anybody says it takes in a day.
    public Optional<Long> movements() {
        return reports.stream()
                .map(PlaceReport::movements)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }

    /// What the nations say differently: whether it can be used, or how many people are there.
    public List<Subject> differences() {
        var statuses = reports.stream()
                .filter(PlaceReport::isDefinite)
                .map(PlaceReport::status)
                .collect(Collectors.toSet());
        var counts = reports.stream()
                .map(PlaceReport::occupants)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return List.of(Subject.values()).stream()
                .filter(one -> (one == Subject.STATUS ? statuses.size() : counts.size()) > 1)
                .toList();
    }

    private <T> Optional<T> newestSaid(Function<PlaceReport, @Nullable T> of) {
        return reports.stream()
                .sorted(PlaceReport.NEWEST_FIRST)
                .flatMap(one -> Optional.ofNullable(of.apply(one)).stream())
                .findFirst();
    }
}
