package org.renkei.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.feeds.Feeds.sample;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesAndQuakesTest {

    @Test
    void readsQuakesAndGoesOnAfterABadOne() {
        List<FeedItem> items = Feeds.items(sample("quakes.geojson").getBytes(UTF_8));
        assertThat(Feeds.refusals(items))
                .containsExactly(
                        ":3 feature 2 has no position: null",
                        ":4 latitude, longitude is not a position on the earth: \"132.79, 130.77\"");
        FeedDraft great = Feeds.drafts(items).getFirst();
        assertThat(great.source()).isEqualTo(new FeedSource("usgs", "tt0001"));
        assertThat(great.precedence()).isEqualTo("IMMEDIATE");
        assertThat(great.body()).hasToString("""
                {"title":{"en":"Earthquake M7.0 - 1 km N of Testville","ja":"地震 M7.0 - 1 km N of Testville"},\
                "hazardType":"earthquake","time":"2016-04-15T16:25:06Z","position":{"lat":32.79,"lon":130.77},\
                "depthKm":10.0,"magnitude":7.0,"magnitudeType":"mww","status":"actual"}""");
        assertThat(Feeds.drafts(items).getLast().body()).hasToString("""
                {"title":{"en":"Quarry blast","ja":"採石発破"},"hazardType":"other","time":"2016-04-15T16:25:06Z",\
                "position":{"lat":32.7,"lon":130.7},"depthKm":-0.4,"status":"cancelled"}""");
    }

    @Test
    void readsRowsAndGoesOnAfterABadOne() {
        List<FeedItem> items = Feeds.items(sample("quakes.csv").getBytes(UTF_8));
        assertThat(Feeds.drafts(items)).extracting(draft -> draft.source().id()).containsExactly("tt0001", "tt0008");
        assertThat(Feeds.refusals(items))
                .containsExactly(
                        ":3 the row has 5 columns, the header 10: mend the row",
                        ":4 time is not a time with a zone: \"yesterday\"",
                        ":5 latitude is missing: ask the source for it",
                        ":6 depth is not a number: \"deep\"");
    }

    @Test
    void saysWhatIsWrongInJapanese() {
        List<FeedItem> items = Feeds.items(sample("quakes.csv").getBytes(UTF_8));
        assertThat(items.get(1))
                .isInstanceOfSatisfying(
                        FeedItem.Refused.class,
                        refused -> assertThat(refused.reason().text(Locale.JAPAN))
                                .isEqualTo("列の数が 5 で、見出しの 10 と合いません。行を直してください。"));
    }

    @Test
    void readsTheRegisterOfShelters() {
        List<FeedItem> items = Feeds.items(sample("shelters.geojson").getBytes(UTF_8));
        List<FeedDraft> drafts = Feeds.drafts(items);
        assertThat(drafts)
                .extracting(draft -> draft.source().id())
                .containsExactly("E0000000000001/emergency", "E0000000000002/evacuation");
        assertThat(drafts.getFirst().body().path("hazards")).hasToString("[\"earthquake\",\"landslide\",\"tsunami\"]");
        assertThat(drafts.getLast().body().path("remarks").path("ja").asString())
                .isEqualTo("受入対象者: 高齢者\n二階のみ");
        assertThat(Feeds.refusals(items)).containsExactly(":4 共通ID is missing: ask the source for it");
    }

    @Test
    void readsOpenSheltersWithFullWidthDigitsAndEra() {
        List<FeedItem> items = Feeds.items(sample("open-shelters.csv").getBytes(UTF_8));
        FeedDraft school = Feeds.drafts(items).getFirst();
        assertThat(school.source()).isEqualTo(new FeedSource("nanao-open-shelters", "T001"));
        assertThat(school.body().path("occupants").asInt()).isEqualTo(180);
        assertThat(school.body().path("capacity").asInt()).isEqualTo(1371);
        assertThat(school.body().path("observedAt").asString()).isEqualTo("2024-01-09T09:00:00Z");
        assertThat(school.body().path("hazards")).hasToString("[\"earthquake\",\"flood\"]");
        assertThat(Feeds.refusals(items)).containsExactly(":4 人数 is not a number: \"多数\"");
    }

    @Test
    void readsTablesOfOfficesInShiftJis() {
        byte[] table = sample("open-shelters.csv").getBytes(Charset.forName("windows-31j"));
        assertThat(Feeds.drafts(Feeds.items(table))).hasSize(2);
    }

    @Test
    void looksPastAByteOrderMark() {
        for (String sample : List.of("quakes.csv", "quakes.geojson", "alert.xml")) {
            assertThat(Feeds.items(("\uFEFF" + sample(sample)).getBytes(UTF_8)))
                    .isEqualTo(Feeds.items(sample(sample).getBytes(UTF_8)));
        }
    }

    @Test
    void keepsThePropertiesOfOtherFeatures() {
        FeedDraft draft = Feeds.only("""
                {"type":"Feature","id":7,"geometry":{"type":"Polygon","coordinates":[[[130,32],[131,32],[131,33],[130,32]]]},\
                "properties":{"name":"Bridge 3","lanes":2}}""");
        assertThat(draft.kind()).isEqualTo("place-status");
        assertThat(draft.source()).isEqualTo(new FeedSource("geojson", "7"));
        assertThat(draft.body()).hasToString("""
                {"title":{"en":"Bridge 3"},"placeType":"other","status":"unknown","position":{"lat":32.0,"lon":130.0},\
                "properties":{"name":"Bridge 3","lanes":2}}""");
    }

    @Test
    void aFeatureWithoutIdKeepsItsSource() {
        String feature =
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]},\"properties\":{}}";
        assertThat(Feeds.only(feature).source()).isEqualTo(Feeds.only(feature).source());
        assertThat(Feeds.only(feature).source())
                .isNotEqualTo(Feeds.only(feature.replace("1,2", "1,3")).source());
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "令和6年1月9日午後6時時点, 2024-01-09T09:00:00Z",
        "令和6年2月28日午前6時, 2024-02-27T21:00:00Z",
        "令和元年１０月１２日１９時３０分, 2019-10-12T10:30:00Z",
        "平成28年4月16日午前1時半, 2016-04-15T16:30:00Z",
        "令和6年1月9日午後12時, 2024-01-09T03:00:00Z",
    })
    void readsTimesOfEras(String text, Instant time) throws FeedException {
        assertThat(FeedValues.eraTime("時点", text)).isEqualTo(time);
    }
}
