package org.renkei.feeds;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The tables that are known, by the columns they must have.
enum TableKind {
    USGS_QUAKES(Set.of("time", "latitude", "longitude", "depth", "mag", "id")) {
        @Override
        FeedDraft draft(TableRow row) throws FeedException {
            return usgs(row);
        }
    },
    NANAO_SHELTERS(Set.of("ID", "名称", "緯度", "経度")) {
        @Override
        FeedDraft draft(TableRow row) throws FeedException {
            return NanaoShelter.draft(row);
        }
    };

    private final Set<String> columns;

    TableKind(Set<String> columns) {
        this.columns = columns;
    }

    static Optional<TableKind> of(List<String> header) {
        for (TableKind kind : values()) {
            if (header.containsAll(kind.columns)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    abstract FeedDraft draft(TableRow row) throws FeedException;

    private static FeedDraft usgs(TableRow row) throws FeedException {
        String type = row.text("type");
        return new UsgsQuake(
                        row.required("id"),
                        FeedValues.time("time", row.text("time")),
                        row.position("latitude", "longitude", "depth"),
                        row.number("mag"),
                        row.text("magType"),
                        row.text("place"),
                        type.isEmpty() ? UsgsQuake.EARTHQUAKE : type,
                        row.text("status").equals("deleted"))
                .draft();
    }
}
