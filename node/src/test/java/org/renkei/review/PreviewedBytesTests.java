package org.renkei.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.RecordCodec;
import tools.jackson.databind.JsonNode;

/// What an officer is shown before a release is, to the byte, what the partner's node then receives.
class PreviewedBytesTests extends OfficersAtWork {
    private static final String ALWAYS = """
            {"id":"always","act":"review","cause":"always","parties":["USA"],"kinds":[],"persons":1,"hours":4}""";

    @Test
    void theFirstReleaseIsTheBytesThatWereShown() {
        enact(ALWAYS);
        var id = note("The bridge", "open");
        receivedIs(id, 1, ruled("[]"));
    }

    @Test
    void whatIsReleasedAgainCarriesTheNumberThatWasShown() {
        enact(ALWAYS);
        var id = note("The bridge", "open");
        receivedIs(id, 1, ruled("[]"));

        revise(id, "The bridge", "closed", "UNCLASSIFIED//REL TO AUS, USA");
        receivedIs(id, 2, ruled("[]"));

        revise(id, "The bridge", "open once more", "UNCLASSIFIED//REL TO USA");
        receivedIs(id, 3, ruled("[]"));
    }

    @Test
    void whatWentOutBeforeAnybodyWasAskedCountsAsWell() {
        var id = note("The bridge", "open");
        federation.confirmed("JPN", "USA");
        enact(ALWAYS);
        revise(id, "The bridge", "open", "UNCLASSIFIED//REL TO AUS, USA");
        receivedIs(id, 2, ruled("[]"));
    }

    @Test
    void aFormWithoutAPortionAndWithoutWhatTheOfficerCutIsTheBytesThatWereShown() {
        enact(ALWAYS);
        var id = japan().post("/api/v1/records", """
                {"kind":"note","label":"UNCLASSIFIED//REL TO USA",
                "portions":[{"at":"/remarks","label":"UNCLASSIFIED//REL TO AUS"}],
                "body":{"title":"The bridge","remarks":"word HAYABUSA-7","pier":"the third"}}""").id();
        var shown = ruled("[\"/pier\"]");
        assertThat(shown.path("form").propertyNames()).containsExactly("title");
        receivedIs(id, 1, shown);
    }

    /// Previews the one release that waits, releases it so, and answers what was shown.
    private JsonNode ruled(String cuts) {
        var review = queue().path(0);
        var shown = officer.send(
                        "POST",
                        "/api/v1/reviews/" + review.path("id").asString() + "/preview",
                        "{\"cuts\":" + cuts + "}")
                .json();
        assertThat(rule(officer, review, "release", cuts).json().path("state").asString())
                .isEqualTo("released");
        federation.confirmed("JPN", "USA");
        return shown;
    }

    private void receivedIs(String id, int revision, JsonNode shown) {
        var received = states().database()
                .sql("select content from records.revision where record = ? order by revision desc limit 1")
                .param(UUID.fromString(id))
                .query(byte[].class)
                .single();
        assertThat(RecordCodec.decode(received).revision()).isEqualTo(revision);
        assertThat(shown.path("bytes").asInt()).isEqualTo(received.length);
        assertThat(shown.path("digest").asString())
                .isEqualTo(Hash.ofContent(received).hex());
    }
}
