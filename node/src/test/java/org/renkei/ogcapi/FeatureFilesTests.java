package org.renkei.ogcapi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;

/// Features as files: tables, globes and GeoPackages, each with its label, and what of that is put on record.
class FeatureFilesTests extends FeatureNode {
    @Test
    void writesTablesThatNoSpreadsheetTakesForFormulas() {
        var lines = officer.get(PLACES + "?limit=1000&f=csv").text().split("\r\n");
        assertThat(lines).hasSize(27);
        assertThat(lines[0]).startsWith("label,id,longitude,latitude,geometry,title,");
        assertThat(lines[1]).startsWith("SECRET").contains("POINT (132.25 34.5)", "\"'=Secret harbor, \"\"north\"\"\"");
    }

    @Test
    void writesKmlWithTheLabelOfEachAndOfAll() throws IOException, ParserConfigurationException, SAXException {
        var kml = officer.get(PLACES + "?limit=1000&f=kml").text();
        var read = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(kml.getBytes(UTF_8)));
        assertThat(read.getElementsByTagName("Placemark").getLength()).isEqualTo(26);
        assertThat(read.getElementsByTagName("name").item(0).getTextContent()).startsWith("SECRET");
        assertThat(kml).contains("<Data name=\"label\"><value>UNCLASSIFIED//REL TO AUS, JPN</value>");
    }

    @Test
    void putsOnRecordWhatLeavesAsAFileAndNotWhatIsLookedAt() {
        var before = exports().size();
        australian.get(PLACES + "?limit=20");
        assertThat(exports()).hasSize(before);
        australian.get(PLACES + "?limit=20&f=kml");
        var exports = exports();
        assertThat(exports).hasSize(before + 1);
        assertThat(exports.getFirst().path("actor").asString()).isEqualTo("australian");
        var details = exports.getFirst().path("details");
        assertThat(details.path("count").asInt()).isEqualTo(20);
        assertThat(details.path("collection").asString()).isEqualTo("place-status");
        assertThat(details.path("form").asString()).isEqualTo("kml");
        assertThat(details.path("asked").asString()).isEqualTo("limit=20");
        assertThat(details.path("label").asString()).isEqualTo("UNCLASSIFIED//REL TO AUS, JPN");
    }

    private static List<JsonNode> exports() {
        return node.get("/api/v1/audit?limit=100&event=features-exported")
                .json()
                .path("entries")
                .valueStream()
                .toList();
    }

    @Test
    void writesAGeoPackageWithTheLabelOfEachAndOfAll() throws SQLException, IOException {
        var answer = node.raw("GET", PLACES + "?limit=1000&f=gpkg", new byte[0]);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/geopackage+sqlite3");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("secret", ".gpkg");
        var file = Files.write(folder.resolve("places.gpkg"), answer.body());
        assertThat(new String(answer.body(), 0, 15, UTF_8)).isEqualTo("SQLite format 3");
        assertThat(ByteBuffer.wrap(answer.body()).getInt(68)).isEqualTo(0x47504B47);
        assertThat(ByteBuffer.wrap(answer.body()).getInt(60)).isEqualTo(10_300);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            assertThat(one(statement, "select description from gpkg_contents")).startsWith("SECRET");
            assertThat(one(statement, "select count(*) from \"place-status\"")).isEqualTo("26");
            assertThat(one(statement, "select label from \"place-status\" where title like '=Secret%'"))
                    .startsWith("SECRET");
            assertThat(one(statement, "select hex(geom) from \"place-status\" where title = 'Port 0'"))
                    .isEqualTo("47500001E6100000" + "0101000000" + "0000000000606040" + "0000000000804040");
            assertThat(one(statement, "pragma integrity_check")).isEqualTo("ok");
        }
    }

    private static String one(Statement statement, String sql) throws SQLException {
        try (var rows = statement.executeQuery(sql)) {
            return rows.getString(1);
        }
    }

    /// Whoever may not hold a record finds nothing of it in the bytes of the file, and of a coarse ship
    /// only its cell.
    @ParameterizedTest
    @CsvSource({"place-status, 25", "tracks, 1", "alert, 0"})
    void givesGdalAGeoPackageOfWhatTheReaderMaySee(String collection, int count)
            throws IOException, InterruptedException {
        var bytes = australian.bytes("/ogc/collections/" + collection + "/items?limit=1000&f=gpkg");
        assertThat(new String(bytes, ISO_8859_1)).doesNotContain("Secret harbor", "SECRET", "NANTO", "KUNISAKI");
        assumeTrue(runs("ogrinfo", "--version"), "skipped: no ogrinfo here (Debian: gdal-bin)");
        var file = Files.write(folder.resolve(collection + "-australia.gpkg"), bytes);
        var said = ogrinfo("-ro", "-al", file.toString(), collection);
        assertThat(said).contains("Feature Count: " + count).doesNotContain("Warning", "ERROR");
        assertThat(said.split("OGRFeature\\(", -1)).as(said).hasSize(count + 1);
        if (collection.equals("tracks")) {
            assertThat(said).contains("33.45)", "label (String) = UNCLASSIFIED//REL TO AUS, JPN");
        }
    }

    @ParameterizedTest
    @CsvSource({"place-status,26", "tracks,1", "alert,0"})
    void isReadByGdal(String collection, int count) throws IOException, InterruptedException {
        assumeTrue(runs("ogrinfo", "--version"), "skipped: no ogrinfo here (Debian: gdal-bin)");
        var said = ogrinfo(
                "-ro",
                "-al",
                "-geom=SUMMARY",
                "-oo",
                "PAGE_SIZE=10",
                "--config",
                "GDAL_HTTP_HEADERS",
                "Authorization: Bearer " + node.token(),
                "OAPIF:" + node.url() + "/ogc",
                collection);
        assertThat(said).contains("Feature Count: " + count);
        assertThat(said.split("OGRFeature\\(", -1)).as(said).hasSize(count + 1);
    }

    private static String ogrinfo(String... arguments) throws IOException, InterruptedException {
        var process = new ProcessBuilder(Stream.concat(Stream.of("ogrinfo"), Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
