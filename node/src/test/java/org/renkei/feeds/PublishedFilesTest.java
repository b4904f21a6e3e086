package org.renkei.feeds;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renkei.testing.Recordings;

/// The files as their sources published them; see [Recordings].
class PublishedFilesTest {
    private static Path disaster;

    @BeforeAll
    static void needsThePublishedFiles() {
        disaster = Recordings.need("disaster");
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "quake/kumamoto2016_usgs.geojson.gz, 64, hazard",
        "quake/noto2024_usgs_m6.geojson, 3, hazard",
        "quake/usgs_all_month_20160410_20160510_japan.geojson.gz, 119, hazard",
        "quake/usgs_all_month_20250623_20250723_japan.geojson.gz, 148, hazard",
        "quake/usgs_all_month_20160410_20160510.csv.gz, 8552, hazard",
        "quake/usgs_all_month_20250623_20250723.csv.gz, 11146, hazard",
        "shelter/gsi_kumamoto_emergency.geojson.gz, 1761, place-status",
        "shelter/gsi_kumamoto_evacuation.geojson.gz, 1338, place-status",
        "shelter/gsi_ishikawa_emergency.geojson.gz, 1536, place-status",
        "shelter/gsi_ishikawa_evacuation.geojson.gz, 941, place-status",
        "shelter/noto_nanao_designated_shelters.csv.gz, 112, place-status",
        "shelter/noto2024_nanao_open_shelters_dev.zip, 857, place-status",
        "places/ne_10m_airports.geojson.gz, 891, place-status",
        "alert/cap/australia.cap, 1, alert",
        "alert/cap/canada_signed.cap, 1, alert",
        "alert/cap/earthquake.cap, 1, alert",
        "alert/cap/no_optional_fields.cap, 1, alert",
        "alert/cap/weather.cap, 1, alert",
    })
    void everyRowIsRead(String file, int count, String kind) {
        List<FeedItem> items = Feeds.items(disaster.resolve(file));
        assertThat(Feeds.refusals(items)).isEmpty();
        assertThat(items).hasSize(count);
        assertThat(Feeds.drafts(items))
                .allSatisfy(draft -> assertThat(draft.kind()).isEqualTo(kind));
        assertSchemas(Feeds.drafts(items));
    }

    @Test
    void everyTelegramIsRead() {
        List<FeedItem> items = Feeds.items(disaster.resolve("jma_xml/jmaxml_dev.zip"));
        assertThat(Feeds.refusals(items)).isEmpty();
        List<FeedDraft> telegrams = Feeds.drafts(items);
        assertThat(telegrams).hasSize(79);
        assertThat(new TreeMap<>(telegrams.stream().collect(groupingBy(PublishedFilesTest::type, counting()))))
                .hasToString("{VTSE41=8, VXSE42=1, VXSE43=6, VXSE44=18, VXSE51=12, VXSE52=6, VXSE53=16, VXSE56=9,"
                        + " VXSE60=1, VXSE61=2}");
        assertThat(telegrams.stream().filter(draft -> draft.label().endsWith("//EXERCISE")))
                .hasSize(6);
        // Eight that take back another, and two that lift the last tsunami advisory (code 60 everywhere).
        assertThat(telegrams.stream().filter(PublishedFilesTest::cancels)).hasSize(10);
        assertSchemas(telegrams);
    }

    @Test
    void everyCoastOfATsunamiIsFoundAndHoldsItsTelegram() {
        var telegrams = Feeds.drafts(Feeds.items(disaster.resolve("jma_xml/jmaxml_dev.zip"))).stream()
                .filter(draft -> type(draft).startsWith("VTSE"))
                .toList();
        var coasts = telegrams.stream()
                .flatMap(draft -> draft.body().path("areas").valueStream())
                .toList();
        assertThat(telegrams).hasSize(8);
        assertThat(coasts)
                .hasSizeGreaterThan(200)
                .allSatisfy(
                        coast -> assertThat(coast.path("lines")).as("%s", coast).isNotEmpty());
        assertThat(telegrams)
                .filteredOn(draft -> !draft.body().path("areas").isEmpty())
                .allSatisfy(draft -> {
                    assertThat(draft.body().path("position").path("lat").asDouble())
                            .isBetween(24.0, 46.0);
                    assertThat(draft.body().path("position").path("lon").asDouble())
                            .isBetween(122.0, 146.0);
                });
    }

    @Test
    void anAlertWithoutScopeIsRefused() {
        assertThat(Feeds.refusals(Feeds.items(disaster.resolve("alert/cap/invalid.cap"))))
                .containsExactly(":2 scope is missing: ask the source for it");
    }

    @Test
    void whatIsNotKnownIsRefusedAsAWhole() {
        for (String file :
                List.of("alert/gdacs-rss.xml.gz", "alert/nws_atom_feed_example.xml.gz", "hxl/input-valid.csv")) {
            List<FeedItem> items = Feeds.items(disaster.resolve(file));
            assertThat(items).singleElement().isInstanceOf(FeedItem.Refused.class);
        }
    }

    @Test
    void aShelterIsOneRecordThroughAllObservations() {
        List<FeedDraft> drafts =
                Feeds.drafts(Feeds.items(disaster.resolve("shelter/noto2024_nanao_open_shelters_dev.zip")));
        var latest = new HashMap<FeedSource, String>();
        for (FeedDraft draft : drafts) {
            String time = draft.body().path("observedAt").asString();
            assertThat(time).isGreaterThan(latest.getOrDefault(draft.source(), ""));
            latest.put(draft.source(), time);
        }
        assertThat(latest).hasSize(31);
        assertThat(latest).containsEntry(new FeedSource("nanao-open-shelters", "CC0000000504"), "2024-02-27T21:00:00Z");
    }

    @Test
    void aQuakeIsTheSameInBothFormats() {
        Map<FeedSource, FeedDraft> rows = new HashMap<>();
        Feeds.drafts(Feeds.items(disaster.resolve("quake/usgs_all_month_20160410_20160510.csv.gz")))
                .forEach(draft -> rows.put(draft.source(), draft));
        assertThat(Feeds.drafts(Feeds.items(disaster.resolve("quake/kumamoto2016_usgs.geojson.gz"))))
                .allSatisfy(draft -> assertThat(rows).containsEntry(draft.source(), draft));
    }

    private static String type(FeedDraft telegram) {
        return telegram.source().id().split("/")[1];
    }

    private static boolean cancels(FeedDraft telegram) {
        return telegram.body().path("status").asString().equals("cancelled")
                || telegram.body().path("msgType").asString().equals("Cancel");
    }

    private static void assertSchemas(List<FeedDraft> drafts) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        Map<String, Schema> schemas = new HashMap<>();
        for (FeedDraft draft : drafts) {
            Schema schema =
                    schemas.computeIfAbsent(draft.kind(), kind -> registry.getSchema(schema(kind), InputFormat.JSON));
            assertThat(schema.validate(draft.body().toString(), InputFormat.JSON))
                    .as("%s", draft.source())
                    .isEmpty();
        }
    }

    private static InputStream schema(String kind) {
        InputStream schema = PublishedFilesTest.class.getResourceAsStream("/kinds/" + kind + ".json");
        assertThat(schema).as("schema of %s", kind).isNotNull();
        return schema;
    }
}
