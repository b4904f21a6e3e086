package org.renkei.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.testing.Visitor;
import tools.jackson.databind.JsonNode;

/// OGC API - Features as maps of others ask for it: an officer of the own nation, a liaison who sees one ship coarsely
/// and one record not at all, and the programs of GDAL where they are installed.
class FeaturesTests extends FeatureNode {
    private static final String MERCATOR = "http://www.opengis.net/def/crs/EPSG/0/3857";
    private static final String LATITUDE_FIRST = "http://www.opengis.net/def/crs/EPSG/0/4326";

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
}
