package org.renkei.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import tools.jackson.databind.JsonNode;

/// Two nations write what they call things, and each sees what both say, as far as it was released.
class GlossaryTests {
    @TempDir
    Path folder;

    private TestFederation federation;

    @BeforeEach
    void start() throws IOException {
        federation = new TestFederation(folder, "JPN", "USA");
        states();
    }

    @AfterEach
    void stop() {
        federation.close();
    }

    @Test
    void bothSeeWhereTheyUseOtherWords() {
        write(japan(), "Evacuation shelter", "避難所", "REL TO USA");
        write(japan(), "Airport", "空港", "REL TO USA");
        write(states(), "Emergency shelter", "避難所", "REL TO JPN");
        write(states(), "airport", "空港", "REL TO JPN");
        write(japan(), "Alternate command post", "予備指揮所", "EYES ONLY");
        federation.confirmed("JPN", "USA");
        federation.confirmed("USA", "JPN");

        var ours = entries(japan());
        assertThat(ours.valueStream().map(one -> one.path("ja").asString()))
                .containsExactly("空港", "予備指揮所", "避難所", "避難所");
        assertThat(ours.path(0)
                        .path("terms")
                        .valueStream()
                        .map(one -> one.path("party").asString()))
                .containsExactly("JPN", "USA");
        assertThat(ours.path(0).path("differing")).isEmpty();
        assertThat(ours.path(2).path("differing").path(0))
                .isEqualTo(ours.path(3).path("id"));

        var theirs = states().get("/api/v1/glossary");
        assertThat(theirs.text()).doesNotContain("Alternate", "予備指揮所");
        assertThat(theirs.json().path("entries")).hasSize(3);
        assertThat(theirs.json().path("entries").path(1).path("differing")).hasSize(1);
    }

    @Test
    void aTermThatIsRevisedOrRecalledChangesWhatBothSee() {
        var id = write(japan(), "Shelter", "避難場所", "REL TO USA");
        federation.confirmed("JPN", "USA");
        assertThat(japan().put("/api/v1/records/" + id, draft("Evacuation area", "避難場所", "REL TO USA"))
                        .status())
                .isEqualTo(200);
        federation.confirmed("JPN", "USA");
        assertThat(entries(states()).path(0).path("en").asString()).isEqualTo("Evacuation area");
        japan().post("/api/v1/records/" + id + "/recall", "{\"reason\":\"a mistake\"}");
        federation.confirmed("JPN", "USA");
        assertThat(entries(states())).isEmpty();
        assertThat(entries(japan())).isEmpty();
    }

    @Test
    void aWordIsNeededInBothLanguages() {
        var refused = japan().post("/api/v1/records", """
                {"kind":"term","label":"UNCLASSIFIED//REL TO USA","body":{"title":{"en":"Airport"},"reading":""}}""");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors")).hasSize(2);
    }

    private static JsonNode entries(RunningNode node) {
        return node.get("/api/v1/glossary").json().path("entries");
    }

    private static String draft(String en, String ja, String to) {
        return """
                {"kind":"term","label":"UNCLASSIFIED//%s",
                 "body":{"title":{"en":"%s","ja":"%s"},"definition":{"en":"What it is.","ja":"定義。"}}}""".formatted(to, en, ja);
    }

    private static String write(RunningNode node, String en, String ja, String to) {
        return node.post("/api/v1/records", draft(en, ja, to)).id();
    }

    private RunningNode japan() {
        return federation.node("JPN");
    }

    private RunningNode states() {
        return federation.node("USA");
    }
}
