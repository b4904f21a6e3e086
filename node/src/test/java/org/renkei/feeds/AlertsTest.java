package org.renkei.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.feeds.Feeds.sample;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class AlertsTest {
    private static final String ALERT = sample("alert.xml");

    @Test
    void languagesBecomeTheTwoTexts() {
        ObjectNode body = Feeds.only(ALERT).body();
        assertThat(body.path("title")).hasToString("{\"en\":\"Flood watch for Test River\",\"ja\":\"試験川の洪水\"}");
        assertThat(body.path("summary")).hasToString("{\"en\":\"Water & mud.\"}");
        assertThat(body.path("instructions")).hasToString("{\"ja\":\"高い所へ。\"}");
    }

    @Test
    void theGravestBlockCounts() {
        FeedDraft draft = Feeds.only(ALERT);
        assertThat(draft.precedence()).isEqualTo("FLASH");
        assertThat(draft.body().path("severity").asString()).isEqualTo("Extreme");
        assertThat(draft.body().path("expires").asString()).isEqualTo("2016-04-16T00:00:00Z");
    }

    @Test
    void areasOfAllBlocksAreKeptOnce() {
        assertThat(Feeds.only(ALERT).body().path("areas")).hasToString("""
                [{"description":"Test River","polygon":[[36.5,136.5],[36.6,136.5],[36.6,136.6],[36.5,136.5]]},\
                {"description":"Mouth","circle":"36.5,136.5 25.0"}]""");
    }

    @Test
    void anExerciseIsMarked() {
        assertThat(Feeds.only(ALERT).label()).isEqualTo("UNCLASSIFIED//PUBLIC//EXERCISE");
        assertThat(Feeds.only(ALERT.replace(">Exercise<", ">Actual<")).label()).isEqualTo("UNCLASSIFIED//PUBLIC");
    }

    @Test
    void sourceIsSenderAndIdentifier() {
        assertThat(Feeds.only(ALERT).source()).isEqualTo(new FeedSource("cap", "office@test.example TEST-1"));
        assertThat(Feeds.only(ALERT).body().path("references")).hasSize(2);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<cap:scope>Public</cap:scope> | | scope is missing",
                "<cap:identifier>TEST-1</cap:identifier> | | identifier is missing",
                ">Update< | >Greeting< | msgType \"Greeting\" is none of Alert, Update",
                "2016-04-16T01:30:00+09:00</cap:sent> | 2016-04-16T01:30:00</cap:sent> | sent is not a time with a zone",
                "36.6,136.5 | 96.6,136.5 | is not a position on the earth",
                "cap:1.2 | elsewhere:1.2 | XML <alert> is not read here",
                "</cap:alert> | | the XML is broken",
            })
    void refusesWhatIsWrong(String found, String put, String reason) {
        assertThat(ALERT).contains(found);
        assertThat(Feeds.refusals(ALERT.replace(found, put == null ? "" : put)))
                .singleElement()
                .asString()
                .contains(reason);
    }

    @Test
    void opensNoEntities() {
        String declared =
                ALERT.replace("<cap:alert", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><cap:alert");
        assertThat(Feeds.refusals(declared.replace("TEST-1", "&x;")))
                .singleElement()
                .asString()
                .contains("DOCTYPE");
        assertThat(Feeds.refusals(ALERT.replace("TEST-1", "&x;"))).hasSize(1);
    }
}
