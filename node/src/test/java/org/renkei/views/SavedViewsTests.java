package org.renkei.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import org.renkei.testing.Visitor;
import tools.jackson.databind.JsonNode;

/// Two officers of one office, one of them cleared for less, an officer of another office, and a liaison of
/// another nation whose office has the same name.
class SavedViewsTests {
    private static final String VIEWS = "/api/v1/account/views";

    @TempDir
    static Path folder;

    static MovableClock clock = new MovableClock();
    static TestFederation federation;
    static RunningNode node;
    static Visitor officer;
    static Visitor colleague;
    static Visitor clerk;
    static Visitor sailor;
    static Visitor american;

    @BeforeAll
    static void start() throws IOException {
        federation = new TestFederation(folder, clock, "JPN", "USA");
        node = federation.node("JPN");
        var residents = new Residents(node, clock);
        officer = residents.settle("officer", "watch-officer").signedIn();
        colleague = residents.settle("colleague", "desk-officer").signedIn();
        clerk = residents
                .settleAs(
                        "clerk", Residents.draft("clerk", "JPN", "desk-officer").replace("SECRET", "CONFIDENTIAL"))
                .signedIn();
        sailor = residents
                .settleAs(
                        "sailor",
                        Residents.draft("sailor", "JPN", "watch-officer").replace("Joint Staff", "Maritime Staff"))
                .signedIn();
        american = residents
                .settleAs("american", Residents.draft("american", "USA", "liaison"))
                .signedIn();
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    @AfterEach
    void removeAll() {
        node.database().sql("delete from views.view").update();
    }

    @Test
    void belongToThePersonAndComeBackAsTheyWereSaved() {
        var saved = officer.send("POST", VIEWS, draft("Bungo channel", ""));
        assertThat(saved.status()).as(saved.text()).isEqualTo(201);
        var view = views(officer).getFirst();
        assertThat(view).isEqualTo(saved.json());
        assertThat(view.path("content"))
                .isEqualTo(new RunningNode.Answer(200, draft("Bungo channel", ""))
                        .json()
                        .path("content"));
        assertThat(view.path("first").asBoolean()).isTrue();
        assertThat(views(colleague)).isEmpty();
        assertThat(views(sailor)).isEmpty();
    }

    @Test
    void areRenamedAndReplacedAndRemovedByTheirOwnerAlone() {
        var id = saved(officer, draft("Bungo", ""));
        var renamed = officer.send("PUT", VIEWS + "/" + id, draft("豊後水道", "").replace("7.5", "9"));
        assertThat(renamed.json().path("name").asString()).isEqualTo("豊後水道");
        assertThat(renamed.json().path("content").path("zoom").asDouble()).isEqualTo(9);
        for (var other : List.of(colleague, sailor, american)) {
            assertThat(other.send("PUT", VIEWS + "/" + id, draft("mine", "")).status())
                    .isEqualTo(404);
            assertThat(other.send("DELETE", VIEWS + "/" + id, "").status()).isEqualTo(404);
        }
        assertThat(names(officer)).containsExactly("豊後水道");
        assertThat(officer.send("DELETE", VIEWS + "/" + id, "").status()).isEqualTo(204);
        assertThat(officer.send("DELETE", VIEWS + "/" + id, "").status()).isEqualTo(404);
        assertThat(views(officer)).isEmpty();
    }

    @Test
    void areSharedWithOnesOwnOfficeAndNobodyElse() {
        var id = saved(officer, draft("Sasebo approaches", "\"shared\":true,"));
        var seen = views(colleague).getFirst();
        assertThat(seen.path("name").asString()).isEqualTo("Sasebo approaches");
        assertThat(seen.path("owner").path("ja").asString()).isEqualTo("山田太郎");
        assertThat(seen.path("first").asBoolean())
                .as("whose map begins with it is the owner's own affair")
                .isFalse();
        for (var stranger : List.of(clerk, sailor, american)) {
            assertThat(stranger.get(VIEWS).text()).doesNotContain("Sasebo", id);
        }
        assertThat(colleague.send("DELETE", VIEWS + "/" + id, "").status()).isEqualTo(404);
        officer.send("PUT", VIEWS + "/" + id, draft("Sasebo approaches", ""));
        assertThat(views(colleague)).isEmpty();
    }

    @Test
    void areSeenByWhoeverIsClearedForWhatTheirOwnerIs() {
        saved(clerk, draft("Open waters", "\"shared\":true,"));
        assertThat(names(officer)).as("cleared for more").containsExactly("Open waters");
        assertThat(names(colleague)).containsExactly("Open waters");
        node.database()
                .sql("update identity.person set active = false where sign_in_name = 'clerk'")
                .update();
        try {
            assertThat(views(officer)).as("who has left shares nothing").isEmpty();
        } finally {
            node.database()
                    .sql("update identity.person set active = true where sign_in_name = 'clerk'")
                    .update();
        }
    }

    @Test
    void haveOneNameEachAndOneOfThemIsTheFirst() {
        saved(officer, draft("Kyushu", ""));
        assertThat(officer.send("POST", VIEWS, draft("Kyushu", "")).status()).isEqualTo(409);
        saved(colleague, draft("Kyushu", ""));
        saved(officer, draft("Honshu", ""));
        assertThat(views(officer))
                .filteredOn(view -> view.path("first").asBoolean())
                .singleElement()
                .satisfies(view -> assertThat(view.path("name").asString()).isEqualTo("Honshu"));
        assertThat(views(colleague).getFirst().path("first").asBoolean()).isTrue();
    }

    @Test
    void areFiftyAtMost() {
        for (var number = 0; number < SavedViewDesk.MOST; number++) {
            saved(officer, draft("View " + number, ""));
        }
        var refused = officer.send("POST", VIEWS, draft("One more", ""));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asString()).contains("50");
        assertThat(views(officer)).hasSize(50);
    }

    @ParameterizedTest(name = "{0} becomes {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"name\":\"Bungo\"   | \"name\":\" \"             | /name",
                "\"name\":\"Bungo\"   | \"name\":\"a\\u0000b\"     | /name",
                "\"lon\":131.5        | \"lon\":181                | /content/lon",
                "\"lat\":33.25        | \"lat\":\"north\"          | /content/lat",
                "\"zoom\":7.5         | \"zoom\":99                | /content/zoom",
                "\"minutes\":90       | \"minutes\":0              | /content/time/minutes",
                "\"mode\":\"ago\"     | \"mode\":\"tomorrow\"      | /content/time/mode",
                "\"mode\":\"ago\"     | \"mode\":\"at\"            | /content/time/at",
                "\"upTo\":\"SECRET\"  | \"upTo\":\"COSMIC\"        | /content/choice/filter/upTo",
                "\"domain\":\"sea\"   | \"domain\":\"moon\"        | /content/choice/filter/domain"
            })
    void nameWhatIsWrong(String right, String wrong, String at) {
        var refused = officer.send("POST", VIEWS, draft("Bungo", "").replace(right, wrong));
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.json().path("errors").get(0).path("at").asString()).isEqualTo(at);
        assertThat(views(officer)).isEmpty();
    }

    @Test
    void areBoundedInSize() {
        var words = "\"ports\",".repeat(101);
        assertThat(officer.send("POST", VIEWS, draft("Long", "").replace("\"ports\"", words + "\"ports\""))
                        .status())
                .isEqualTo(422);
        assertThat(officer.send("POST", VIEWS, draft("Long", "").replace("JPN/ichigaya", "x".repeat(101)))
                        .status())
                .isEqualTo(422);
        assertThat(officer.send("POST", VIEWS, draft("x".repeat(61), "")).status())
                .isEqualTo(422);
    }

    @Test
    void areOnRecordWithoutTheirNames() {
        var id = saved(officer, draft("Near the secret cable", "\"shared\":true,"));
        officer.send("PUT", VIEWS + "/" + id, draft("Near the secret cable", ""));
        officer.send("DELETE", VIEWS + "/" + id, "");
        var entries = node.get("/api/v1/audit?limit=20");
        assertThat(entries.text()).doesNotContain("secret cable");
        assertThat(entries.json()
                        .path("entries")
                        .valueStream()
                        .filter(one ->
                                one.path("details").path("view").asString("").equals(id))
                        .map(one -> one.path("event").asString()))
                .containsExactly("view-removed", "view-unshared", "view-changed", "view-shared", "view-saved");
    }

    @Test
    void areNotForTheServiceAccount() {
        assertThat(node.get(VIEWS).status()).isEqualTo(403);
    }

    private static String saved(Visitor who, String draft) {
        var answer = who.send("POST", VIEWS, draft);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private static List<JsonNode> views(Visitor who) {
        return who.get(VIEWS).json().path("views").valueStream().toList();
    }

    private static List<String> names(Visitor who) {
        return views(who).stream().map(view -> view.path("name").asString()).toList();
    }

    /// @param more members with a comma behind each
    private static String draft(String name, String more) {
        return """
                {"name":"%s",%s"first":true,"content":{"lon":131.5,"lat":33.25,"zoom":7.5,"time":{"mode":"ago","minutes":90},\
                "choice":{"hidden":["airfields","ports"],"grouped":false,"trails":true,"filter":{"source":"JPN/ichigaya",\
                "nation":"","minutes":60,"upTo":"SECRET","releasableTo":"","domain":"sea"}}}}""".formatted(name, more);
    }
}
