package org.renkei.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.RunningNode.Answer;
import org.renkei.testing.TestFederation;
import org.renkei.testing.Visitor;
import tools.jackson.databind.JsonNode;

/// Search at a node of Japan by an officer who sees all of these records, a clerk who is cleared for
/// less, and a liaison of the United States; and at a node of the United States by what has arrived
/// there.
class SearchTests {
    @TempDir
    static Path folder;

    static final MovableClock CLOCK = new MovableClock();
    static TestFederation federation;
    static RunningNode japan;
    static RunningNode states;
    static Visitor officer;
    static Visitor clerk;
    static Visitor liaison;

    static String water;
    static String hidden;
    static String cut;

    @BeforeAll
    static void start() throws IOException {
        federation = new TestFederation(folder, CLOCK, "JPN", "USA");
        japan = federation.node("JPN");
        states = federation.node("USA");
        var residents = new Residents(japan, CLOCK);
        officer = residents.settle("officer", "watch-officer").signedIn();
        clerk = residents
                .settleAs(
                        "clerk",
                        Residents.draft("clerk", "JPN", "desk-officer").replace("\"SECRET\"", "\"CONFIDENTIAL\""))
                .signedIn();
        liaison = residents
                .settleAs("liaison", Residents.draft("liaison", "USA", "liaison"))
                .signedIn();
        water = write("""
                {"kind":"note","label":"UNCLASSIFIED//REL TO JPN, USA",
                 "body":{"title":{"en":"Water was carried to the shelters in Nanao","ja":"七尾市の避難所に水を輸送した"}}}""");
        hidden = write("""
                {"kind":"note","label":"SECRET","body":{"title":"word KUROSHIO of the shelters"}}""");
        cut = write("""
                {"kind":"note","label":"CONFIDENTIAL//REL TO JPN, USA","portions":[{"at":"/remarks","label":"SECRET"}],
                 "body":{"title":"word AKEBONO","remarks":"word SHIRANUI, and AKEBONO AKEBONO AKEBONO"}}""");
        eventually(
                "the index is complete",
                () -> search(officer, "word").path("index").path("complete").asBoolean());
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "避難所",
                "輸送",
                "七尾",
                "尾市の",
                "七尾市 水",
                "七尾市　避難所",
                "shelter",
                "carrying shelter",
                "WATER",
                "Ｎａｎａｏ",
                "nan*",
                "\"shelters in nanao\"",
                "nanao -kumamoto",
                "熊本 | 七尾",
                "(kumamoto | nanao) water"
            })
    void findsInEitherLanguage(String text) {
        assertThat(ids(search(officer, text))).contains(water);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"避難民", "\"nanao in shelters\"", "nanao -water", "nanao kumamoto", "市七", "nano*", "watery", "-"})
    void findsNothingElse(String text) {
        assertThat(ids(search(officer, text))).doesNotContain(water);
    }

    @Test
    void whatACallerDoesNotSeeIsNotFoundNotCountedAndLeavesNoTrace() {
        assertThat(ids(search(officer, "kuroshio"))).containsExactly(hidden);
        assertThat(ids(search(officer, "shelters"))).containsExactly(hidden, water);
        for (var reader : List.of(clerk, liaison)) {
            var nothing = search(reader, "kuroshio");
            assertThat(nothing).isEqualTo(search(reader, "nobodysaidthis"));
            var found = search(reader, "shelters");
            assertThat(ids(found)).containsExactly(water);
            assertThat(found.path("total").asInt()).isEqualTo(1);
            assertThat(found.path("kinds").path(0).path("count").asInt()).isEqualTo(1);
        }
    }

    @Test
    void whatIsCutOutOfARecordDoesNotFindIt() {
        assertThat(ids(search(officer, "shiranui"))).containsExactly(cut);
        for (var reader : List.of(clerk, liaison)) {
            assertThat(ids(search(reader, "shiranui"))).isEmpty();
            assertThat(ids(search(reader, "akebono -shiranui"))).containsExactly(cut);
            var found = search(reader, "akebono");
            assertThat(ids(found)).containsExactly(cut);
            assertThat(found.path("hits").path(0).path("passages").toString())
                    .contains("AKEBONO")
                    .doesNotContain("SHIRANUI");
        }
    }

    /// The hidden words would make it the better match.
    @Test
    void theOrderIsOfWhatIsSeen() {
        var twice = write("""
                {"kind":"note","label":"UNCLASSIFIED","body":{"title":"AKEBONO and AKEBONO again"}}""");
        assertThat(ids(search(officer, "akebono", "order=best"))).containsExactly(cut, twice);
        assertThat(ids(search(clerk, "akebono", "order=best"))).containsExactly(twice, cut);
        assertThat(ids(search(clerk, "akebono"))).as("newest first").containsExactly(twice, cut);
        recall(twice);
    }

    @Test
    void marksTheWords() {
        var passage = search(officer, "避難所 shelter")
                .path("hits")
                .valueStream()
                .filter(one -> one.path("record").path("id").asString().equals(water))
                .flatMap(one -> one.path("passages").valueStream())
                .toList();
        assertThat(passage.stream().flatMap(SearchTests::marked).toList()).contains("shelters", "避難所");
    }

    private static java.util.stream.Stream<String> marked(JsonNode passage) {
        var text = passage.path("text").asString();
        return passage.path("marks")
                .valueStream()
                .map(mark -> text.substring(mark.path(0).asInt(), mark.path(1).asInt()));
    }

    @Test
    void aRevisionIsFoundByWhatItSaysNowAndARecalledOneNoLongerAtThePartner() {
        var id = write("""
                {"kind":"note","label":"UNCLASSIFIED//REL TO JPN, USA","body":{"title":"word HAYABUSA"}}""");
        eventually("USA finds it", () -> ids(atStates("hayabusa")).contains(id));
        var revised = japan.put("/api/v1/records/" + id, """
                {"kind":"note","label":"UNCLASSIFIED//REL TO JPN, USA","body":{"title":"word TSUBAME"}}""");
        assertThat(revised.status()).as(revised.text()).isEqualTo(200);
        assertThat(ids(search(officer, "hayabusa"))).isEmpty();
        assertThat(ids(search(officer, "tsubame"))).containsExactly(id);
        eventually("USA finds the new words", () -> ids(atStates("tsubame")).contains(id));
        assertThat(ids(atStates("hayabusa"))).isEmpty();
        recall(id);
        eventually("USA finds it no more", () -> ids(atStates("tsubame")).isEmpty());
        assertThat(ids(search(liaison, "tsubame"))).isEmpty();
    }

    /// Random records and words: each reader finds what a plain look through all that this reader may
    /// read finds.
    @Test
    void findsExactlyWhatALookThroughEverythingFinds() {
        var words = List.of("alpha", "bravo", "charlie", "delta", "港", "橋", "道路");
        var random = new Random(7);
        for (var number = 0; number < 60; number++) {
            var body = new ArrayList<String>();
            var secret = new ArrayList<String>();
            for (var word : words) {
                switch (random.nextInt(5)) {
                    case 0 -> body.add(word);
                    case 1 -> secret.add(word);
                    default -> {}
                }
            }
            write("""
                    {"kind":"note","label":"%s","portions":[{"at":"/remarks","label":"SECRET"}],
                     "body":{"title":"seeded %d %s","remarks":"%s"}}""".formatted(
                            random.nextInt(4) == 0 ? "SECRET" : "CONFIDENTIAL//REL TO JPN, USA",
                            number,
                            String.join(" ", body),
                            String.join(" ", secret)));
        }
        // a search waits for what was just stored half a second at most
        eventually(
                "all of them in the index",
                () -> all(officer, "seeded").size()
                        == lookedThrough(officer, "seeded").size());
        for (var reader : List.of(officer, clerk, liaison)) {
            for (var first : words) {
                for (var second : words) {
                    assertThat(new TreeSet<>(all(reader, "seeded " + first + " " + second)))
                            .as("%s %s", first, second)
                            .isEqualTo(lookedThrough(reader, "seeded", first, second));
                }
            }
        }
    }

    private static Set<String> lookedThrough(Visitor reader, String... words) {
        var found = new TreeSet<String>();
        reader.get("/api/v1/records?limit=500").json().path("records").forEach(one -> {
            var text = one.path("body").toString();
            if (List.of(words).stream().allMatch(text::contains)) {
                found.add(one.path("id").asString());
            }
        });
        return found;
    }

    private static List<String> all(Visitor reader, String text) {
        var found = new ArrayList<String>();
        while (true) {
            var page = search(reader, text, "offset=" + found.size());
            found.addAll(ids(page));
            if (found.size() >= page.path("total").asInt()) {
                return found;
            }
        }
    }

    @Test
    void narrowsToAKindAndANation() {
        var theirs = states.post("/api/v1/records", """
                {"kind":"situation-report","label":"UNCLASSIFIED//REL TO JPN, USA","body":{"title":{"en":"word MISAGO","ja":"ミサゴ"},
                 "situation":{"en":"calm","ja":"平穏"}}}""");
        assertThat(theirs.status()).as(theirs.text()).isEqualTo(201);
        var ours = write("""
                {"kind":"note","label":"UNCLASSIFIED","body":{"title":"word MISAGO"}}""");
        eventually("both are found", () -> ids(search(officer, "misago")).size() == 2);
        assertThat(ids(search(officer, "misago", "party=USA"))).containsExactly(theirs.id());
        assertThat(ids(search(officer, "misago", "kind=note"))).containsExactly(ours);
        assertThat(ids(search(officer, "misago", "kind=note&party=USA"))).isEmpty();
        assertThat(search(officer, "misago").path("parties").toString()).contains("JPN", "USA");
    }

    @ParameterizedTest
    @CsvSource({"text=, /text", "text=a&order=age, /order", "text=a&offset=-1, /offset", "text=a&offset=5000, /offset"})
    void saysWhatIsWrongWithAWish(String query, String place) {
        var refused = officer.get("/api/v1/search?" + query);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains(place);
        var everything = officer.get("/api/v1/search?text=" + "x".repeat(201) + "&order=x&offset=-1");
        assertThat(everything.text()).contains("/text", "/order", "/offset");
    }

    @Test
    void nobodyUnknownSearches() {
        assertThat(new Visitor(japan).get("/api/v1/search?text=a").status()).isEqualTo(401);
    }

    @Test
    void anIndexThatIsGoneOrBrokenComesBackFromTheRecords() throws IOException {
        try (var own = new TestFederation(Files.createTempDirectory(folder, "own"), CLOCK, "AUS")) {
            var node = own.node("AUS");
            var written = node.post("/api/v1/records", """
                    {"kind":"note","label":"UNCLASSIFIED","body":{"title":"word KOOKABURRA"}}""");
            var place = own.data("AUS").resolve("search");
            eventually(
                    "it is found",
                    () -> node.get("/api/v1/search?text=kookaburra").text().contains(written.id()));
            own.stop("AUS");
            try (var files = Files.list(place)) {
                for (var file : files.filter(one -> one.getFileName().toString().startsWith("segments"))
                        .toList()) {
                    Files.writeString(file, "nonsense");
                }
            }
            eventually("it is found again", () -> found(own, written));
            own.stop("AUS");
            try (var files = Files.list(place)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
            eventually("and once more", () -> found(own, written));
        }
    }

    private static boolean found(TestFederation own, Answer written) {
        return own.node("AUS").get("/api/v1/search?text=kookaburra").text().contains(written.id());
    }

    private static JsonNode atStates(String text) {
        return states.get("/api/v1/search?text=" + text).json();
    }

    private static JsonNode search(Visitor reader, String text, String... more) {
        var answer = reader.get("/api/v1/search?text=" + URLEncoder.encode(text, UTF_8) + "&" + String.join("&", more));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> ids(JsonNode result) {
        return result.path("hits")
                .valueStream()
                .map(one -> one.path("record").path("id").asString())
                .toList();
    }

    private static String write(String draft) {
        var answer = japan.post("/api/v1/records", draft);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.id();
    }

    private static void recall(String id) {
        var answer = japan.post("/api/v1/records/" + id + "/recall", "{\"reason\":\"over\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
}
