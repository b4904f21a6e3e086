package org.renkei.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.cases.RegisterTalk.codes;
import static org.renkei.cases.RegisterTalk.contact;
import static org.renkei.cases.RegisterTalk.example;
import static org.renkei.cases.RegisterTalk.levels;
import static org.renkei.cases.RegisterTalk.office;
import static org.renkei.cases.RegisterTalk.take;
import static org.renkei.cases.RegisterTalk.telephones;
import static org.renkei.cases.RegisterTalk.version;
import static org.renkei.cases.RegisterTalk.yaml;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.renkei.kernel.cases.Coded;
import org.renkei.kernel.cases.Level;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Nations;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.RunningNode.Answer;
import tools.jackson.databind.JsonNode;

/// Bodies, their offices and the phone book at two nations: each has its own register, and sees of how the
/// other's offices are reached what was released to it.
class BodiesTests {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @RegisterExtension
    static final Nations NATIONS = Nations.shared("JPN", "USA");

    static final MovableClock CLOCK = NATIONS.clock();

    @Test
    void centresForSpaceAndCyberAreAddedByTheExampleOfTheGuide() throws IOException {
        var example = example();
        var effect = japan().post("/api/v1/bodies/register/check", yaml(example, 0));
        assertThat(effect.status()).as(effect.text()).isEqualTo(200);
        assertThat(effect.json().path("changes").valueStream().map(BodiesTests::change))
                .contains(
                        "added body ccc-space", "added body ccc-cyber", "added office jpn-space", "changed body bocc");
        assertThat(codes(japan())).as("nothing is kept").doesNotContain("ccc-space");

        var version = version(japan());
        assertThat(take(japan(), example).path("version").asInt()).isEqualTo(version + 1);
        assertThat(codes(japan())).contains("ccc-space", "ccc-cyber", "summit");
        assertThat(codes(states())).as("each nation has its own").doesNotContain("ccc-space");
        assertThat(levels(japan())).isSortedAccordingTo((a, b) -> Integer.compare(ordinal(a), ordinal(b)));
        assertThat(japan().get("/api/v1/audit?event=register-taken").text()).contains("\"version\":" + (version + 1));
        var late = japan().put("/api/v1/bodies/register", yaml("", version));
        assertThat(late.status()).as("who had the version before it in hand").isEqualTo(409);

        var talk = new CaseTalk(NATIONS.federation()).opened("disaster", "JPN", "USA");
        var due = in(Duration.ofHours(9));
        var down = Map.of("from", "bocc", "body", "ccc-space", "text", "Imagery", "due", due);
        var said = talk.say("JPN", "delegate", down, "JPN", "USA");
        talk.arrives("USA", said);
        assertThat(talk.page("USA").path("body").asString())
                .as("also where that body is not known")
                .isEqualTo("ccc-space");
        var rows = japan().get("/api/v1/cases").json().path("cases");
        var row = rows.valueStream()
                .filter(one -> one.path("id").asString().equals(talk.id))
                .findFirst()
                .orElseThrow();
        assertThat(texts(row.path("bodies"))).containsExactly("bocc", "ccc-space");

        take(japan(), "");
        assertThat(codes(japan())).doesNotContain("ccc-space");
    }

    @Test
    void everyMistakeIsNamedWithItsLine() {
        var wrong = """
                hours:
                  day: { zone: Mars/Olympus, from: "09:00" }
                offices:
                  jpn-space: { party: XXX, en: Space Operations, hours: night }
                bodies:
                  - { code: A, level: high, en: Space, ja: 宇宙, offices: [jpn-space, nobody] }
                policies:
                  - { party: JPN, phase: disaster, from: "2026-01-01", allows: [fuel], en: An act, ja: 法律, source: Gazette }
                  - { party: USA, phase: disaster, from: "2026-01-01", until: "2025-01-01", allows: [], en: A, ja: あ, source: s }
                more: {}
                """;
        for (var refused : List.of(
                japan().post("/api/v1/bodies/register/check", yaml(wrong, 0)),
                japan().put("/api/v1/bodies/register", yaml(wrong, version(japan()))))) {
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json()
                            .path("errors")
                            .valueStream()
                            .map(one -> one.path("message").asString()))
                    .anyMatch(one -> one.startsWith("line 10: there is no field 'more'"))
                    .anyMatch(one -> one.startsWith("line 2: a time zone is expected"))
                    .anyMatch(one -> one.startsWith("line 2: from and until belong together"))
                    .anyMatch(one -> one.startsWith("line 4: 'XXX' is no party"))
                    .anyMatch(one -> one.startsWith("line 4: 'ja' is needed"))
                    .anyMatch(one -> one.startsWith("line 4: there are no hours 'night'"))
                    .anyMatch(one -> one.startsWith("line 6: a code has small letters"))
                    .anyMatch(one -> one.startsWith("line 6: one of these is expected: summit"))
                    .anyMatch(one -> one.startsWith("line 6: there is no office 'nobody'"))
                    .anyMatch(one -> one.startsWith("line 8: one of these is expected: transport"))
                    .anyMatch(one -> one.startsWith("line 9: it ends before it begins"));
        }
    }

    @Test
    void whatCannotBeReadAnyMoreHoldsNothingUpAndIsTold() {
        take(
                japan(),
                "bodies:\n  - { code: jpn-cell, level: component, en: Cell, ja: 班, offices: [jpn-operations] }\n");
        assertThat(codes(japan())).contains("jpn-cell");
        take(japan(), "");
        japan().database()
                .sql("insert into party.coordination values (?, 'offices: { x-y: { party: JPN } }', now(), 'older')")
                .param(version(japan()) + 1)
                .update();
        eventually("it is told", () -> register().path("level").asString().equals("critical"));
        assertThat(register().path("text").path("en").asString()).contains("line 1: 'hours' is needed");
        assertThat(codes(japan())).contains("bocc").doesNotContain("jpn-cell");
        take(japan(), "");
        assertThat(register().path("level").asString()).isEqualTo("ok");
    }

    private static JsonNode register() {
        return japan().get("/api/v1/operation")
                .json()
                .path("checks")
                .valueStream()
                .filter(one -> one.path("name").asString().equals("register"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPartnerSeesOfThePhoneBookWhatWasReleasedToIt() {
        contact(japan(), "jpn-operations", "Operations watch", "+81 3 0000 0001", "REL TO USA", """
                , "zone": "Asia/Tokyo", "opens": "00:00", "closes": "00:01",
                "duty": {"en": "Watch section", "ja": "当直班"}""");
        contact(japan(), "jpn-operations", "KAGERO line", "+81 3 0000 0002", "EYES ONLY", "");
        contact(states(), "usa-watch", "Operations watch", "+81 42 000 0003", "REL TO JPN", "");
        contact(states(), "", "Relief cell", "+1 808 000 0004", "REL TO JPN", "");
        NATIONS.confirmed("JPN", "USA");
        NATIONS.confirmed("USA", "JPN");

        var ours = office(japan(), "bocc", "jpn-operations");
        assertThat(telephones(ours)).containsExactlyInAnyOrder("+81 3 0000 0001", "+81 3 0000 0002");
        assertThat(ours.path("hours").asString()).isEqualTo("00:00–00:01");
        assertThat(ours.path("said").asBoolean()).isTrue();
        assertThat(Instant.parse(ours.path("changes").asString())).isAfter(CLOCK.instant());
        var theirs = office(states(), "bocc", "jpn-operations");
        assertThat(telephones(theirs)).containsExactly("+81 3 0000 0001");
        assertThat(theirs.path("contacts").path(0).path("duty").path("ja").asString())
                .isEqualTo("当直班");
        assertThat(states().get("/api/v1/bodies").text()).doesNotContain("KAGERO");
        assertThat(telephones(office(japan(), "bocc", "usa-watch"))).containsExactly("+81 42 000 0003");
        assertThat(japan().get("/api/v1/bodies")
                        .json()
                        .path("others")
                        .path(0)
                        .path("party")
                        .asString())
                .isEqualTo("USA");
        var always = office(japan(), "bocc", "usa-watch");
        assertThat(always.path("open").asBoolean()).isTrue();
        assertThat(always.path("changes").isNull()).isTrue();

        var record = ours.path("contacts")
                .valueStream()
                .filter(one -> one.path("telephone").asString().endsWith("0001"))
                .findFirst()
                .orElseThrow()
                .path("record")
                .asString();
        japan().post("/api/v1/records/" + record + "/recall", "{\"reason\":\"a new number\"}");
        NATIONS.confirmed("JPN", "USA");
        assertThat(telephones(office(states(), "bocc", "jpn-operations"))).isEmpty();
    }

    @Test
    void aLiaisonLearnsNothingOfBodiesInWhichTheirNationHasNoOffice() {
        take(japan(), """
                bodies:
                  - { code: jpn-inner, level: operations, en: Inner coordination, ja: 国内調整, offices: [jpn-operations] }
                  - { code: jpn-usa-fuel, level: component, en: Fuel cell, ja: 燃料調整, offices: [jpn-operations, usa-watch] }
                  - { code: nato-jpn, level: director, en: KAGERO, ja: 変更後, offices: [jpn-policy, nato-staff] }
                """);
        var liaison = new Residents(japan(), CLOCK)
                .settleAs("usa.bodies", Residents.draft("usa.bodies", "USA", "liaison"))
                .signedIn();
        for (var path : List.of(
                "/api/v1/bodies", "/api/v1/cases/options", "/api/v1/meetings/options", "/api/v1/commitments/options")) {
            assertThat(liaison.get(path).text())
                    .as(path)
                    .contains("jpn-usa-fuel", "NATO–Japan consultation")
                    .doesNotContain("jpn-inner")
                    .doesNotContain("KAGERO");
            assertThat(japan().get(path).text()).contains("jpn-inner", "KAGERO");
        }
        var deadline = "/api/v1/cases/deadline?hours=4&body=";
        assertThat(liaison.get(deadline + "jpn-usa-fuel").status()).isEqualTo(200);
        assertThat(liaison.get(deadline + "jpn-inner").text())
                .isEqualTo(liaison.get(deadline + "nowhere").text());
        assertThat(liaison.get("/api/v1/bodies/register").status()).isEqualTo(403);
        take(japan(), "");
    }

    @Test
    void aMatterGoesUpByAnEscalationAndDownByADelegation() {
        var talk = new CaseTalk(NATIONS.federation()).opened("disaster", "JPN", "USA");
        var due = in(Duration.ofHours(9));
        var up = Map.of("from", "bocc", "body", "ccc-air", "text", "Who decides?", "due", due);
        var refused = talk.trying("JPN", "escalate", up, "JPN", "USA");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("/fields/body", "an escalation goes to a higher level", "at the level “operations”");
        var down = Map.of("from", "bocc", "body", "bocc", "text", "Who decides?", "due", due);
        assertThat(talk.trying("JPN", "delegate", down, "JPN", "USA").text())
                .contains("a delegation goes to a lower level");
        var fits = Map.of("from", "bocc", "body", "acg-dg", "text", "Who decides?", "due", due);
        talk.say("JPN", "escalate", fits, "JPN", "USA");
        assertThat(talk.page("JPN")
                        .path("next")
                        .valueStream()
                        .filter(one -> one.path("act").asString().equals("delegate"))
                        .flatMap(one -> one.path("fields").valueStream())
                        .filter(one -> one.path("name").asString().equals("from"))
                        .map(one -> one.path("value").asString()))
                .containsExactly("acg-dg");
    }

    @Test
    void aVersionOfTheLawHoldsFromMidnightOfItsNation() {
        var today = LocalDate.ofInstant(CLOCK.instant(), TOKYO);
        take(japan(), """
                policies:
                  - { party: JPN, phase: disaster, zone: Asia/Tokyo, from: "2016-03-29", until: "%s", allows: [supplies],
                      en: The act until today, ja: 今日までの法律, source: Gazette }
                  - { party: JPN, phase: disaster, zone: Asia/Tokyo, from: "%s", allows: [transport],
                      en: The act from tomorrow, ja: 明日からの法律, source: Gazette }
                """.formatted(today, today.plusDays(1)));
        var talk = new CaseTalk(NATIONS.federation()).opened("disaster", "USA", "JPN");
        var supplies = request(talk, "supplies");
        var transport = request(talk, "transport");
        assertThat(policies(talk, "JPN"))
                .containsExactly(
                        "JPN disaster [supplies]",
                        "USA disaster [transport, search-rescue, medical, engineering, supplies]");
        assertThat(policies(talk, "USA"))
                .as("at the other nation what everybody's node ships")
                .anyMatch(one -> one.startsWith("JPN disaster [transport, search-rescue"));
        assertThat(offer(talk, transport).text()).contains("has no basis to give", "The act until today");
        assertThat(offer(talk, supplies).status()).isEqualTo(201);
        CLOCK.advance(Duration.between(
                CLOCK.instant(), today.plusDays(1).atStartOfDay(TOKYO).toInstant()));
        assertThat(policies(talk, "JPN")).first().isEqualTo("JPN disaster [transport]");
        assertThat(offer(talk, supplies).text()).contains("The act from tomorrow");
        assertThat(offer(talk, transport).status()).isEqualTo(201);
        talk.say("USA", "phase", Map.of("phase", "grey-zone", "text", "Assessed anew"), "JPN", "USA");
        assertThat(talk.page("USA")
                        .path("policies")
                        .path(1)
                        .path("allowed")
                        .path("stated")
                        .asBoolean())
                .as("the United States have stated none for that phase")
                .isFalse();
        take(japan(), "");
    }

    private static String request(CaseTalk talk, String category) {
        var fields = Map.of("category", category, "text", "For Mashiki", "due", in(Duration.ofDays(2)));
        var said = talk.say("USA", "request", fields, "JPN", "USA");
        talk.arrives("JPN", said);
        return said;
    }

    private static Answer offer(CaseTalk talk, String request) {
        return talk.trying("JPN", "offer", Map.of("on", request, "text", "What there is"), "JPN", "USA");
    }

    private static List<String> policies(CaseTalk talk, String party) {
        return talk.page(party)
                .path("policies")
                .valueStream()
                .map(one -> one.path("party").asString() + " "
                        + one.path("allowed").path("code").asString() + " "
                        + texts(one.path("allowed").path("allows")))
                .toList();
    }

    private static String change(JsonNode one) {
        return Stream.of("change", "what", "code")
                .map(name -> one.path(name).asString())
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
    }

    private static int ordinal(String level) {
        return Coded.find(Level.class, level).orElseThrow().ordinal();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(one -> one.asString()).toList();
    }

    private static String in(Duration time) {
        return CLOCK.instant().plus(time).toString();
    }

    private static RunningNode japan() {
        return NATIONS.node("JPN");
    }

    private static RunningNode states() {
        return NATIONS.node("USA");
    }
}
