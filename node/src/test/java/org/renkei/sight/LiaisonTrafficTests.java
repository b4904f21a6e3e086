package org.renkei.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.federation.Ships;
import org.renkei.picture.Picture;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;

/// All that a liaison of the United States is ever answered at a node of Japan, before and after what is not for
/// them is written at every desk: the same bytes. An officer of Japan asks the same and gets all of it.
class LiaisonTrafficTests {
    private static final String GHOST = "431777004";
    /// Name, number and place of a ship that is seen coarsely.
    private static final List<String> COARSENED = List.of("TANKER NANTO", "431777002", "33.42123");

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();
    private RunningNode node;
    private Reader officer;
    private Reader liaison;

    @Test
    void whatIsNotForTheLiaisonChangesNoByteOfAnyAnswer() throws IOException {
        try (var federation = new TestFederation(folder, clock, "JPN", "USA", "AUS")) {
            node = federation.node("JPN");
            var residents = new Residents(node, clock);
            officer =
                    Reader.of(node, residents.settle("officer", "watch-officer").signedIn(), clock);
            var seated = residents.settleAs("liaison", Residents.draft("liaison", "USA", "liaison"));
            liaison = Reader.of(node, seated.signedIn(), clock);
            clock.stand();
            var shared = new Planted(node, clock, "Asahi", "JPN", "USA").everywhere("USA", "jpn-usa-acsa-2016");
            var cut = node.post("/api/v1/records", withRemarks("Akebono")).id();
            var ships = new Ships(node.bean(Picture.class), clock);
            for (var minute = 0; minute <= 12; minute++) {
                ships.sail(0);
                clock.advance(Duration.ofMinutes(1));
            }
            eventually("the ships are seen", () -> officer.tracks().size() == 4);
            eventually("one of them coarsely", () -> liaison.tracks().size() == 3);
            var known = new ArrayList<>(shared.ids.values());
            known.add(cut);
            known.addAll(liaison.tracks());
            assertThat(known).hasSize(shared.ids.size() + 4);
            // Asking leaves a trace of one's own, such as when a token was used first.
            liaison.askedEverything(known);
            var before = liaison.askedEverything(known);
            assertThat(String.join("", before.values()))
                    .contains(shared.words.values())
                    .doesNotContain(COARSENED)
                    .doesNotContain("Akebono", GHOST);
            try (var records = Heard.of(liaison.browser(), "/api/v1/stream");
                    var map = Heard.of(liaison.browser(), "/api/v1/tracks/stream");
                    var officersRecords = Heard.of(officer.browser(), "/api/v1/stream");
                    var officersMap = Heard.of(officer.browser(), "/api/v1/tracks/stream")) {
                var hidden = plantHidden(shared, cut);
                liaison.askedEverything(known)
                        .forEach((path, answer) -> assertThat(answer).as(path).isEqualTo(before.get(path)));
                isAsIfItWereNotThere(hidden.ids());
                isNotFound(hidden.words());
                var told = new Planted(node, clock, "Hinode", "JPN", "USA").record("note", Map.of("title", "Hinode"));
                eventually("the liaison hears what is for them", () -> records.has(told));
                assertThat(records.text() + map.text().toString())
                        .doesNotContain(hidden.words())
                        .doesNotContain(hidden.ids())
                        .doesNotContain(COARSENED)
                        .doesNotContain(cut, GHOST, "Shiranui");
                assertThat(officersRecords.text()).contains(cut, hidden.ids().getFirst());
                eventually("the officer's map has the ship", () -> officersMap.has(Planted.MMSI));
                hidden.areAllGivenTo(officer);
            }
        }
    }

    private record Hidden(List<String> words, List<String> ids) {
        /// The test can fail: whoever may see it gets each word and each id.
        void areAllGivenTo(Reader reader) {
            var answers = String.join("", reader.askedEverything(ids).values());
            assertThat(answers)
                    .contains(words)
                    .contains(ids)
                    .contains(COARSENED)
                    .contains("Shiranui", GHOST);
        }
    }

    private Hidden plantHidden(Planted shared, String cut) {
        var atHome = new Planted(node, clock, "Kuroshio", "JPN").atHome();
        atHome.inCase(shared.ids.get("case")).inCommitment(shared.ids.get("commitment"));
        var forAustralia = new Planted(node, clock, "Nanto", "AUS", "JPN").everywhere("AUS", "jpn-aus-acsa-2017");
        assertThat(node.put("/api/v1/records/" + cut, withRemarks("Shiranui")).status())
                .isEqualTo(200);
        eventually("the ship is seen", () -> officer.tracks().size() == 5);
        var words = new ArrayList<>(atHome.words.values());
        words.addAll(forAustralia.words.values());
        var ids = new ArrayList<>(forAustralia.ids.values());
        officer.tracks().stream().filter(id -> !liaison.tracks().contains(id)).forEach(ids::add);
        return new Hidden(words, ids);
    }

    private void isAsIfItWereNotThere(Collection<String> hidden) {
        var absent = liaison.askedEverything(List.of(Reader.NOBODYS, Reader.NO_CONTENT));
        for (var id : hidden) {
            var nobodys = id.length() == Reader.NO_CONTENT.length() ? Reader.NO_CONTENT : Reader.NOBODYS;
            var asked = liaison.askedOf(id);
            assertThat(asked).isNotEmpty();
            asked.forEach((path, answer) ->
                    assertThat(answer.replace(id, nobodys)).as(path).isEqualTo(absent.get(path.replace(id, nobodys))));
        }
    }

    private void isNotFound(Collection<String> words) {
        var absent = liaison.searched("Absence");
        for (var word : words) {
            assertThat(liaison.searched(word).replace(word, "Absence")).as(word).isEqualTo(absent);
        }
    }

    private static String withRemarks(String remarks) {
        return """
                {"kind":"note","label":"CONFIDENTIAL//REL TO JPN, USA","portions":[{"at":"/remarks","label":"SECRET"}],
                 "body":{"title":"cut","remarks":"%s"}}""".formatted(remarks);
    }
}
