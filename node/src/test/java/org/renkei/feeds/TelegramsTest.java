package org.renkei.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.feeds.Feeds.sample;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class TelegramsTest {

    @Test
    void anIntensityTelegramIsAHazard() {
        FeedDraft draft = Feeds.only(sample("intensity.xml"));
        ObjectNode body = draft.body();
        assertThat(draft.kind()).isEqualTo("hazard");
        assertThat(draft.label()).isEqualTo("UNCLASSIFIED//PUBLIC");
        assertThat(draft.precedence()).isEqualTo("IMMEDIATE");
        assertThat(draft.source()).isEqualTo(new FeedSource("jma", "20160416012510/VXSE53/2"));
        assertThat(body.path("title").path("ja").asString()).isEqualTo("震源・震度情報 試験地方 M7.3, 最大震度6+");
        assertThat(body.path("time").asString()).isEqualTo("2016-04-15T16:25:00Z");
        assertThat(body.path("magnitude").asDouble()).isEqualTo(7.3);
        assertThat(body.path("maxIntensity").asString()).isEqualTo("6+");
        assertThat(body.path("areas")).hasToString("""
                [{"name":{"ja":"試験県北部"},"code":"740","intensity":"6+"},\
                {"name":{"ja":"試験県南部"},"code":"741","intensity":"5-"}]""");
        assertThat(body.path("status").asString()).isEqualTo("actual");
    }

    @Test
    void minutesArePreferredToRoundedDegrees() {
        ObjectNode body = Feeds.only(sample("intensity.xml")).body();
        assertThat(body.path("position")).hasToString("{\"lat\":32.75333,\"lon\":130.76167}");
        assertThat(body.path("depthKm").asDouble()).isEqualTo(12);
    }

    @Test
    void aDrillIsMarkedInLabelAndStatus() {
        FeedDraft draft = Feeds.only(sample("tsunami-drill.xml"));
        ObjectNode body = draft.body();
        assertThat(draft.kind()).isEqualTo("alert");
        assertThat(draft.label()).isEqualTo("UNCLASSIFIED//PUBLIC//EXERCISE");
        assertThat(draft.withLabel("SECRET//REL TO JPN, USA").label()).isEqualTo("SECRET//REL TO JPN, USA//EXERCISE");
        assertThat(draft.precedence()).isEqualTo("FLASH");
        assertThat(body.path("status").asString()).isEqualTo("Exercise");
        assertThat(body.path("severity").asString()).isEqualTo("Extreme");
        assertThat(body.path("areas").path(0).path("description").path("ja").asString())
                .isEqualTo("試験県沿岸（大津波警報：発表 巨大）");
        assertThat(body.path("instructions").path("ja").asString()).isEqualTo("ただちに避難してください。");
    }

    @Test
    void aTsunamiStandsAtTheGravestCoastAndNotAnOceanAway() {
        ObjectNode body = Feeds.only(sample("tsunami-drill.xml")).body();
        assertThat(body.path("position")).hasToString("{\"lat\":36.31,\"lon\":140.59,\"gridKm\":100}");
        assertThat(body.path("hypocenter")).hasToString("{\"lat\":-36.1,\"lon\":-72.6}");
        assertThat(body.path("areas").path(0).path("lines")).hasToString("""
                [[[36.84,140.78],[36.59,140.67],[36.31,140.59],[35.93,140.71],[35.76,140.84]]]""");
        assertThat(body.path("areas").path(0).path("grade").asString()).isEqualTo("major");
        assertThat(body.path("areas").path(1).has("lines"))
                .as("a code that is not known")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "大津波警報：発表, major",
        "津波警報, warning",
        "津波注意報, advisory",
        "津波予報（若干の海面変動）, forecast",
        "観測, forecast",
        "津波警報解除, lifted"
    })
    void aCoastHasAGrade(String kind, String grade) {
        assertThat(JmaCoasts.grade(kind)).isEqualTo(grade);
    }

    @Test
    void aWideRegionIsAllItsCoasts() {
        assertThat(JmaCoasts.lines("891")).hasSize(4).containsAll(JmaCoasts.lines("801"));
        assertThat(JmaCoasts.lines("301")).isEmpty();
    }

    @Test
    void aCancellationSaysSo() {
        FeedDraft draft = Feeds.only(sample("cancelled.xml"));
        assertThat(draft.body().path("status").asString()).isEqualTo("cancelled");
        assertThat(draft.body().path("title").path("ja").asString()).isEqualTo("取消: 震度速報");
        assertThat(draft.source().id()).isEqualTo("20160416012510/VXSE51/2016-04-15T16:31:07Z");
    }

    @Test
    void aTestTelegramIsMarkedToo() {
        FeedDraft draft = Feeds.only(sample("cancelled.xml").replace("通常", "試験"));
        assertThat(draft.label()).endsWith("//EXERCISE");
        assertThat(draft.precedence()).isEqualTo("ROUTINE");
    }

    @Test
    void anotherTelegramIsRefusedByName() {
        assertThat(Feeds.refusals(sample("cancelled.xml").replace("<Title>震度速報", "<Title>府県天気予報")))
                .singleElement()
                .asString()
                .contains("府県天気予報", "VXSE");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "+38.0+142.9-10000/ | 38.0 | 142.9 | 10.0",
                "-17.2+178.6-570000/ | -17.2 | 178.6 | 570.0",
                "-36.1-072.6/ | -36.1 | -72.6 |",
                "+32.8+130.8+0/ | 32.8 | 130.8 | 0.0",
                "+3447.1+13829.9-23000/ | 34.785 | 138.49833 | 23.0",
                "-3630.0-07236.0-60000/ | -36.5 | -72.6 | 60.0",
            })
    void readsCoordinates(String text, double lat, double lon, Double depthKm) throws FeedException {
        assertThat(FeedPosition.parseJma(text)).contains(new FeedPosition(lat, lon, depthKm));
    }
}
