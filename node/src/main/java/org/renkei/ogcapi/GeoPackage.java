package org.renkei.ogcapi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sqlite.SQLiteConnection;

/// Features as a GeoPackage (OGC 12-128r17, version 1.3): one table of features, each with its label, and
/// the label of all together in what the file says of itself. It is made in memory; nothing of it lies on
/// the disk of the node.
@Component
public class GeoPackage {
    private static final int APPLICATION = 0x47504B47;
    private static final int VERSION = 10_300;
    private static final int WGS_84 = 4326;
    private static final int HEADER = 8;
    private static final String DEFINITION = "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,"
            + "298.257223563,AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,"
            + "AUTHORITY[\"EPSG\",\"8901\"]],UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],"
            + "AUTHORITY[\"EPSG\",\"4326\"]]";

    /// What every GeoPackage has (§1.1.2, §1.1.3, §2.1.5).
    private static final List<String> TABLES = List.of("""
            create table gpkg_spatial_ref_sys (srs_name text not null, srs_id integer not null primary key,
              organization text not null, organization_coordsys_id integer not null, definition text not null,
              description text)""", """
            create table gpkg_contents (table_name text not null primary key, data_type text not null,
              identifier text unique, description text default '', last_change datetime not null,
              min_x double, min_y double, max_x double, max_y double,
              srs_id integer references gpkg_spatial_ref_sys (srs_id))""", """
            create table gpkg_geometry_columns (table_name text not null unique references gpkg_contents (table_name),
              column_name text not null, geometry_type_name text not null,
              srs_id integer not null references gpkg_spatial_ref_sys (srs_id), z tinyint not null, m tinyint not null,
              primary key (table_name, column_name))""");

    private final Clock clock;

    GeoPackage(Clock clock) {
        this.clock = clock;
    }

    /// @param collection the name of the table
    /// @throws IllegalStateException when the library fails
    public byte[] write(String collection, String title, List<Feature> features) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            connection.setAutoCommit(false);
            prepare(connection);
            var columns = columns(features);
            describe(connection, collection, title, features);
            fill(connection, collection, columns, features);
            connection.commit();
            return connection.unwrap(SQLiteConnection.class).serialize("main");
        } catch (SQLException e) {
            throw new IllegalStateException("a GeoPackage could not be written", e);
        }
    }

    private static void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("pragma application_id = " + APPLICATION);
            statement.execute("pragma user_version = " + VERSION);
            for (var table : TABLES) {
                statement.execute(table);
            }
        }
        var system = "insert into gpkg_spatial_ref_sys values (?, ?, ?, ?, ?, ?)";
        run(connection, system, "Undefined cartesian SRS", -1, "NONE", -1, "undefined", "");
        run(connection, system, "Undefined geographic SRS", 0, "NONE", 0, "undefined", "");
        run(
                connection,
                system,
                "WGS 84 geodetic",
                WGS_84,
                "EPSG",
                WGS_84,
                DEFINITION,
                "longitude, latitude in degrees");
    }

    /// Says before everything else how the file is to be handled.
    private void describe(Connection connection, String collection, String title, List<Feature> features)
            throws SQLException {
        var longitudes = features.stream().mapToDouble(Feature::longitude).summaryStatistics();
        var latitudes = features.stream().mapToDouble(Feature::latitude).summaryStatistics();
        var banner = FeatureText.banner(features);
        var some = !features.isEmpty();
        run(
                connection,
                "insert into gpkg_contents values (?, 'features', ?, ?, ?, ?, ?, ?, ?, ?)",
                collection,
                banner + " — " + title,
                banner,
                clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
                some ? longitudes.getMin() : null,
                some ? latitudes.getMin() : null,
                some ? longitudes.getMax() : null,
                some ? latitudes.getMax() : null,
                WGS_84);
        run(
                connection,
                "insert into gpkg_geometry_columns values (?, 'geom', 'GEOMETRY', ?, 0, 0)",
                collection,
                WGS_84);
    }

    /// @param type one of SQLite in a GeoPackage (Table 1)
    private record Column(String name, String type) {
        String declaration() {
            return quoted(name) + " " + type;
        }

        Object value(Object value) {
            return switch (type) {
                case "INTEGER" -> ((Number) value).longValue();
                case "DOUBLE" -> ((Number) value).doubleValue();
                case "BOOLEAN" -> (Boolean) value ? 1 : 0;
                default -> value.toString();
            };
        }
    }

    /// By the names of the properties. SQLite does not tell small letters from capital ones.
    private static Map<String, Column> columns(List<Feature> features) {
        var values = new LinkedHashMap<String, List<Object>>();
        for (var feature : features) {
            feature.properties()
                    .forEach((name, value) -> values.computeIfAbsent(name, any -> new ArrayList<>())
                            .add(value));
        }
        var taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        taken.addAll(Set.of("fid", "geom", "label", "id"));
        var columns = new LinkedHashMap<String, Column>();
        values.forEach((name, all) -> {
            var free = name;
            for (var number = 2; !taken.add(free); number++) {
                free = name + "_" + number;
            }
            columns.put(name, new Column(free, type(all)));
        });
        return columns;
    }

    private static String type(Collection<Object> values) {
        if (values.stream().allMatch(value -> value instanceof Integer || value instanceof Long)) {
            return "INTEGER";
        }
        if (values.stream().allMatch(Number.class::isInstance)) {
            return "DOUBLE";
        }
        return values.stream().allMatch(Boolean.class::isInstance) ? "BOOLEAN" : "TEXT";
    }

    private static void fill(
            Connection connection, String collection, Map<String, Column> columns, List<Feature> features)
            throws SQLException {
        var declared = columns.values().stream()
                .map(column -> ", " + column.declaration())
                .collect(Collectors.joining());
        run(
                connection,
                "create table " + quoted(collection)
                        + " (fid integer primary key autoincrement not null, geom GEOMETRY not null,"
                        + " label TEXT not null, id TEXT not null" + declared + ")");
        var insert =
                "insert into " + quoted(collection) + " values (null, ?, ?, ?" + ", ?".repeat(columns.size()) + ")";
        for (var feature : features) {
            var row = new ArrayList<@Nullable Object>();
            row.add(geometry(feature));
            row.add(feature.label());
            row.add(feature.id().toString());
            columns.forEach((name, column) -> {
                var value = feature.properties().get(name);
                row.add(value == null ? null : column.value(value));
            });
            run(connection, insert, row.toArray());
        }
    }

    /// §2.1.3: little-endian, no envelope.
    private static byte[] geometry(Feature feature) {
        var body = WellKnownBinary.of(feature.geometry());
        return ByteBuffer.allocate(HEADER + body.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 'G')
                .put((byte) 'P')
                .put((byte) 0)
                .put((byte) 1)
                .putInt(WGS_84)
                .put(body)
                .array();
    }

    private static void run(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            statement.execute();
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
