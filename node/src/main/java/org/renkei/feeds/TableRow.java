package org.renkei.feeds;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A row by the names of its columns.
record TableRow(List<String> columns, List<String> fields) {
    private static final char UNDECODABLE = '\uFFFD';

    static TableRow of(List<String> columns, List<String> fields) throws FeedException {
        if (fields.size() != columns.size()) {
            throw new FeedException(
                    FeedProblem.COLUMNS, Integer.toString(fields.size()), Integer.toString(columns.size()));
        }
        if (fields.stream().anyMatch(field -> field.indexOf(UNDECODABLE) >= 0)) {
            throw new FeedException(FeedProblem.NOT_UTF8);
        }
        return new TableRow(columns, fields);
    }

    /// Empty where the table has no such column.
    String text(String column) {
        int index = columns.indexOf(column);
        return index < 0 ? "" : fields.get(index).strip();
    }

    String required(String column) throws FeedException {
        String value = text(column);
        if (value.isEmpty()) {
            throw new FeedException(FeedProblem.MISSING, column);
        }
        return value;
    }

    @Nullable
    Double number(String column) throws FeedException {
        return FeedValues.number(column, text(column));
    }

    FeedPosition position(String latColumn, String lonColumn, String depthColumn) throws FeedException {
        @Nullable Double lat = FeedValues.number(latColumn, required(latColumn));
        @Nullable Double lon = FeedValues.number(lonColumn, required(lonColumn));
        if (lat == null || lon == null) {
            throw new FeedException(FeedProblem.MISSING, latColumn + ", " + lonColumn);
        }
        return FeedPosition.of(lat, lon, number(depthColumn));
    }

    Optional<String> columnStarting(String prefix) {
        return columns.stream().filter(column -> column.startsWith(prefix)).findFirst();
    }
}
