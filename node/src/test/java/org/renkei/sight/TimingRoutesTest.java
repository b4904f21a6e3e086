package org.renkei.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.renkei.door.Access;
import org.renkei.door.AuthorizationTable;

/// The list of routes whose time is measured and the table of endpoints do not drift apart.
class TimingRoutesTest {
    /// Rows that name something, and why their time tells nothing.
    private static final String OTHERS = """
            /api/v1/tracks/{id}|an id is made for each who sees the track: of a hidden one nobody has any
            /ogc/collections/{collection}/items|kinds of records, which are no secret
            /calendar/{language}/{name}|names of calendars are those of bodies, which are no secret
            /api/v1/reviews/{id}|only officers of release ask, and an id is given to nobody else
            """;

    @Test
    void everyRouteThatNamesOneThingOfRecordsIsMeasuredOrSaysWhyNot() {
        var rows = AuthorizationTable.ROWS.stream()
                .filter(row -> row.method().name().equals("GET"))
                .toList();
        var naming = rows.stream()
                .filter(row -> row.path().contains("{"))
                .filter(row -> row.access() instanceof Access.Having having && having.records())
                .map(AuthorizationTable.Row::path)
                .collect(Collectors.toCollection(TreeSet::new));
        var measured = Stream.concat(TimingRoutes.OF_A_CLERK.stream(), TimingRoutes.OF_A_LIAISON.stream())
                .map(TimingRoutes.Kind::path)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rows.stream().map(AuthorizationTable.Row::path)).containsAll(measured);
        OTHERS.lines()
                .map(line -> line.split("\\|")[0])
                .forEach(path -> assertThat(measured.add(path)).as(path).isTrue());
        assertThat(measured).containsAll(naming);
    }
}
