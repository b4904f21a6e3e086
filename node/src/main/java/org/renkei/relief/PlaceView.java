package org.renkei.relief;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.relief.PlaceReport;
import org.renkei.kernel.relief.ReliefRecord;

/// One place, and what each nation has said of it over time.
public record PlaceView(BoardView.PlaceRow place, List<Series> series) {
    /// What one nation said, in the order of time.
    public record Series(String party, List<Point> points) {}

    public record Point(
            UUID record,
            Instant at,
            String status,
            @Nullable Long occupants) {}

    /// @param forms of all records that report the place; what was said of one time more than once counts
    /// once
    static List<Series> series(List<ReliefRecord> forms) {
        var byParty = new TreeMap<String, Map<Instant, Point>>();
        for (var form : forms) {
            var report = PlaceReport.of(form);
            byParty.computeIfAbsent(report.party(), any -> new TreeMap<>())
                    .put(report.at(), new Point(report.record(), report.at(), report.status(), report.occupants()));
        }
        var series = new ArrayList<Series>();
        byParty.forEach((party, points) -> series.add(new Series(party, List.copyOf(points.values()))));
        return series;
    }
}
