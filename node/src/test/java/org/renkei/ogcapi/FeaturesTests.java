package org.renkei.ogcapi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.track.Coarsening;
import org.renkei.kernel.track.FeedRule;
import org.renkei.kernel.track.Fix;
import org.renkei.kernel.track.Motion;
import org.renkei.kernel.track.Particulars;
import org.renkei.kernel.track.Sighting;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.kernel.track.TrackGrid;
import org.renkei.kernel.track.TrackIdentity;
import org.renkei.picture.Picture;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import org.renkei.testing.Visitor;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;

/// OGC API - Features as maps of others ask for it: an officer of the own nation, a liaison who sees one ship coarsely
/// and one record not at all, and the programs of GDAL where they are installed.
class FeaturesTests {
    private static final String PLACES = "/ogc/collections/place-status/items";
    private static final String TRACKS = "/ogc/collections/tracks/items";
    private static final String MERCATOR = "http://www.opengis.net/def/crs/EPSG/0/3857";
    private static final String LATITUDE_FIRST = "http://www.opengis.net/def/crs/EPSG/0/4326";

    @TempDir
    static Path folder;

    static MovableClock clock = new MovableClock();
    static TestFederation federation;
    static RunningNode node;
    static Visitor officer;
    static Visitor australian;

    @BeforeAll
    static void start() throws IOException {
        federation = new TestFederation(folder, clock, "JPN", "AUS");
        node = federation.node("JPN");
        var residents = new Residents(node, clock);
        officer = residents.settle("officer", "watch-officer").signedIn();
        australian = residents
                .settleAs("australian", Residents.draft("australian", "AUS", "liaison"))
                .signedIn();
        for (var number = 0; number < 25; number++) {
            place("Port " + number, "UNCLASSIFIED//REL TO AUS, JPN", 33 + number / 100.0, 131);
        }
        place("=Secret harbor, \"north\"", "SECRET", 34.5, 132.25);
        node.bean(Picture.class)
                .govern(Map.of(
                        "radar",
                        new FeedRule(
                                Label.parse("UNCLASSIFIED//REL TO JPN"),
                                new Coarsening(
                                        Label.parse("UNCLASSIFIED//REL TO AUS, JPN"),
                                        new TrackGrid(10),
                                        Duration.ofMinutes(5)))));
        for (var minute = 0; minute < 20; minute++) {
            sail(minute);
            clock.advance(Duration.ofSeconds(60));
        }
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    @Test
    void leadsFromTheLandingPageToEveryFeature() {
        var landing = officer.get("/ogc").json();
        var relations =
                landing.path("links").valueStream().map(one -> one.path("rel").asString());
        assertThat(relations).contains("self", "service-desc", "conformance", "data");
        assertThat(follow(landing, "conformance").path("conformsTo").toString())
                .contains(
                        "ogcapi-features-1/1.0/conf/core",
                        "conf/geojson",
                        "conf/oas30",
                        "ogcapi-features-2/1.0/conf/crs");
        var collections = follow(landing, "data").path("collections");
        assertThat(collections.valueStream().map(one -> one.path("id").asString()))
                .contains("tracks", "place-status", "alert", "hazard", "finding");
        collections.forEach(
                one -> assertThat(follow(one, "items").path("type").asString()).isEqualTo("FeatureCollection"));
        var first = officer.get(PLACES + "?limit=1").json().path("features").get(0);
        assertThat(officer.get(PLACES + "/" + first.path("id").asString())
                        .json()
                        .path("properties"))
                .isEqualTo(first.path("properties"));
    }

    @Test
    void describesItselfInAnOpenApiDocumentOfItsOwn() {
        var document = officer.get("/ogc/api").json();
        assertThat(document.path("openapi").asString()).isEqualTo("3.0.3");
        assertThat(document.path("servers").get(0).path("url").asString()).isEqualTo(node.url() + "/ogc");
        assertThat(document.path("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/",
                        "/api",
                        "/conformance",
                        "/collections",
                        "/collections/{collectionId}",
                        "/collections/{collectionId}/items",
                        "/collections/{collectionId}/items/{featureId}");
    }

    @Test
    void pagesWithoutLosingOrRepeatingAnything() {
        var ids = new ArrayList<String>();
        var page = officer.get(PLACES + "?limit=7").json();
        assertThat(page.path("numberMatched").asInt()).isEqualTo(26);
        for (; ; page = follow(page, "next")) {
            assertThat(page.path("numberReturned").asInt())
                    .isEqualTo(page.path("features").size());
            page.path("features").forEach(one -> ids.add(one.path("id").asString()));
            if (page.path("links")
                    .valueStream()
                    .noneMatch(one -> one.path("rel").asString().equals("next"))) {
                break;
            }
        }
        assertThat(ids).hasSize(26).doesNotHaveDuplicates();
    }

    @Test
    void findsWhatLiesInABoxInEverySystem() {
        assertThat(titles(officer, "?bbox=130.9,33.095,131.1,33.125"))
                .containsExactlyInAnyOrder("Port 10", "Port 11", "Port 12");
        assertThat(titles(officer, "?bbox=33.095,130.9,33.125,131.1&bbox-crs=" + LATITUDE_FIRST))
                .containsExactlyInAnyOrder("Port 10", "Port 11", "Port 12");
        var mercator = officer.get(PLACES + "?limit=1&crs=" + MERCATOR + "&bbox=132,34,133,35")
                .json();
        var coordinates = mercator.path("features").get(0).path("geometry").path("coordinates");
        assertThat(coordinates.get(0).asDouble()).isEqualTo(14_722_002.62, within(0.1));
        assertThat(coordinates.get(1).asDouble()).isEqualTo(4_096_251.06, within(50_000.0));
        var raw = node.raw("GET", PLACES + "?limit=1&crs=" + LATITUDE_FIRST, new byte[0]);
        assertThat(raw.headers().firstValue("Content-Crs")).contains("<" + LATITUDE_FIRST + ">");
    }

    @Test
    void findsWhatWasSoAtATime() {
        assertThat(officer.get(PLACES + "?datetime=2020-01-01T00:00:00Z/..&limit=1")
                        .json()
                        .path("features"))
                .hasSize(1);
        assertThat(officer.get(PLACES + "?datetime=../2020-01-01T00:00:00Z")
                        .json()
                        .path("features"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?colour=red",
                "?limit=0",
                "?limit=many",
                "?bbox=1,2,3",
                "?bbox=1,2,3,NaN",
                "?bbox=10,50,20,40",
                "?crs=http://www.opengis.net/def/crs/EPSG/0/4258",
                "?datetime=yesterday",
                "?datetime=2026-02-01T00:00:00Z/2026-01-01T00:00:00Z",
                "?after=nothing",
                "?f=shapefile"
            })
    void refusesWhatItDoesNotUnderstand(String query) {
        var answer = officer.get(PLACES + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().path("detail").asString()).isNotBlank();
    }

    @Test
    void knowsNoOtherCollectionsAndFeatures() {
        assertThat(officer.get("/ogc/collections/secrets").status()).isEqualTo(404);
        assertThat(officer.get(TRACKS + "/01900000-0000-7000-8000-000000000000").status())
                .isEqualTo(404);
        var place = officer.get(PLACES + "?limit=1")
                .json()
                .path("features")
                .get(0)
                .path("id")
                .asString();
        assertThat(officer.get("/ogc/collections/alert/items/" + place).status())
                .isEqualTo(404);
    }

    @Test
    void givesEachWhatEachMaySeeAndCountsNothingElse() {
        var all = australian.get(PLACES + "?limit=1000");
        assertThat(all.json().path("numberMatched").asInt()).isEqualTo(25);
        assertThat(all.json().path("banner").asString()).isEqualTo("UNCLASSIFIED//REL TO AUS, JPN");
        for (var form : List.of("json", "csv", "kml", "gpkg")) {
            assertThat(australian.get(PLACES + "?limit=1000&f=" + form).text())
                    .contains("Port 24")
                    .doesNotContain("Secret harbor", "SECRET");
        }
        assertThat(officer.get(PLACES + "?limit=1000").json().path("banner").asString())
                .startsWith("SECRET");
    }

    @Test
    void showsACoarsenedShipInItsCellAndNowhereFiner() {
        var fine = officer.get(TRACKS).json().path("features").get(0);
        assertThat(fine.path("properties").path("name").asString()).isEqualTo("TANKER NANTO");
        var coarse = australian.get(TRACKS);
        var ship = coarse.json().path("features");
        assertThat(ship).hasSize(1);
        assertThat(ship.get(0).path("properties").path("coarse").asBoolean()).isTrue();
        assertThat(ship.get(0).path("geometry").path("coordinates").get(1).asDouble())
                .isEqualTo(33.45);
        assertThat(coarse.text())
                .doesNotContain("NANTO", "KUNISAKI", fine.path("id").asString());
        assertThat(australian.get(TRACKS + "/" + fine.path("id").asString()).status())
                .isEqualTo(404);
        assertThat(australian
                        .get(TRACKS + "?bbox=131.42,33.419,131.7,33.421")
                        .json()
                        .path("numberMatched")
                        .asInt())
                .as("a finer box does not find it")
                .isZero();
    }

    @Test
    void tellsThePictureOfATimeThatIsKept() {
        var then = clock.instant().plus(Duration.ofDays(1));
        assertThat(officer.get(TRACKS + "?at=" + then).status()).isEqualTo(400);
    }

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

    private static JsonNode follow(JsonNode page, String relation) {
        var address = page.path("links")
                .valueStream()
                .filter(one -> one.path("rel").asString().equals(relation))
                .map(one -> one.path("href").asString())
                .findFirst()
                .orElseThrow();
        assertThat(address).startsWith(node.url() + "/ogc");
        var uri = URI.create(address);
        var answer = officer.get(uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> titles(Visitor reader, String query) {
        return reader.get(PLACES + query)
                .json()
                .path("features")
                .valueStream()
                .map(one -> one.path("properties").path("title").asString())
                .toList();
    }

    private static void place(String name, String label, double latitude, double longitude) {
        var stored =
                node.post("/api/v1/records", """
                {"kind":"place-status","label":"%s","precedence":"ROUTINE",
                 "body":{"title":{"en":"%s"},"placeType":"port","status":"open",
                         "position":{"lat":%s,"lon":%s}}}""".formatted(label, name.replace("\"", "\\\""), latitude, longitude));
        assertThat(stored.status()).as(stored.text()).isEqualTo(201);
    }

    private static void sail(int minute) {
        var now = clock.millis();
        node.bean(Picture.class)
                .take(new Sighting(
                        "radar",
                        TrackIdentity.parse("radar:KUNISAKI/7"),
                        TrackDomain.SEA,
                        now,
                        now,
                        Optional.of(new Fix(33.42, 131.43 + minute * 0.005, 40)),
                        Motion.of(90, 8),
                        Particulars.named("TANKER NANTO")));
    }
}
