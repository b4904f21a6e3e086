package org.renkei.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Nations;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// People of one nation subscribe to their calendars while another nation says and takes back what stands in
/// them. Each calendar is read by a library that did not write it.
class CalendarTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @RegisterExtension
    static final Nations NATIONS = Nations.apart("JPN", "USA", "AUS");

    static final MovableClock CLOCK = NATIONS.clock();
    static Residents residents;

    @BeforeAll
    static void settle() {
        residents = new Residents(japan(), CLOCK);
    }

    private static RunningNode japan() {
        return NATIONS.node("JPN");
    }

    @Test
    void whatIsAskedStandsInTheCalendarUntilItIsAnswered() throws Exception {
        var password = password("cal.one", "JPN", "watch-officer");
        var theCase = opened();
        var asked = say("USA", theCase, "ask", Map.of("text", "Is route 57 open?", "due", in(6), "body", "bocc"));
        arrives(theCase, asked);
        var entry = only(events(fetch("en/all.ics", password)), "Is route 57 open?");
        assertThat(entry.get("SUMMARY")).isEqualTo("[UNCLASSIFIED//REL TO JPN, USA] Due: answer – Earthquake");
        assertThat(entry).containsEntry("STATUS", "CONFIRMED").containsEntry("SEQUENCE", "0");
        assertThat(entry.get("CLASS")).isEqualTo("CONFIDENTIAL");
        var unchanged = fetch("en/all.ics", password);
        assertThat(only(events(unchanged), "Is route 57 open?")).isEqualTo(entry);
        var tag = unchanged.headers().firstValue("ETag").orElseThrow();
        assertThat(get("en/all.ics", password, "If-None-Match", tag).statusCode())
                .as("nothing is new")
                .isEqualTo(304);
        say("JPN", theCase, "answer", Map.of("on", asked, "text", "Yes"));
        var over = byUid(events(fetch("en/all.ics", password)), entry);
        assertThat(over)
                .containsEntry("STATUS", "CANCELLED")
                .containsEntry("SEQUENCE", "1")
                .containsEntry("SUMMARY", "Cancelled");
        assertThat(over.toString()).doesNotContain("route 57");
        assertThat(byUid(events(fetch("en/all.ics", password)), entry))
                .as("whoever fetches late gets it, too")
                .isEqualTo(over);
        assertThat(given("cal.one"))
                .as("each time that something was given out is on record, and no other")
                .hasSize(2);
    }

    @Test
    void whatWasRecalledIsCancelledForWhoeverGotItAndNeverWasForOthers() throws Exception {
        var early = password("cal.early", "JPN", "watch-officer");
        var late = password("cal.late", "JPN", "watch-officer");
        var theCase = opened();
        var called = say("USA", theCase, "call", Map.of("body", "bocc", "at", in(20), "text", "KAGERO"));
        arrives(theCase, called);
        var entry = only(events(fetch("ja/bocc.ics", early)), "協議：地震");
        assertThat(entry.get("DESCRIPTION")).contains("KAGERO");
        assertThat(events(fetch("ja/scc.ics", early)))
                .as("a calendar that holds nothing is a calendar")
                .isEmpty();
        var recalled = NATIONS.node("USA").post("/api/v1/records/" + called + "/recall", "{\"reason\":\"wrong\"}");
        assertThat(recalled.status()).as(recalled.text()).isEqualTo(200);
        eventually("it is gone", () -> !page("JPN", theCase).toString().contains(called));
        var after = fetch("ja/bocc.ics", early);
        assertThat(byUid(events(after), entry))
                .containsEntry("STATUS", "CANCELLED")
                .containsEntry("SEQUENCE", "1")
                .containsEntry("SUMMARY", "取消");
        assertThat(text(after)).doesNotContain("KAGERO");
        assertThat(text(fetch("ja/bocc.ics", late)))
                .as("who never got it is told nothing")
                .doesNotContain(entry.get("UID"));
    }

    @Test
    void aMeetingIsMovedAndCancelledInTheCalendarOfItsBody() throws Exception {
        var password = password("cal.meets", "JPN", "watch-officer");
        var schedule = Map.of("starts", in(30), "minutes", 60, "zone", "Asia/Tokyo", "place", "Ichigaya");
        var fields = new HashMap<String, Object>(schedule);
        fields.putAll(Map.of("titleEn", "Supplies", "titleJa", "物資", "body", "bocc"));
        var called = japan().post("/api/v1/meetings", said("call", fields));
        assertThat(called.status()).as(called.text()).isEqualTo(201);
        var entry = only(events(fetch("en/bocc.ics", password)), "Ichigaya (Asia/Tokyo)");
        assertThat(entry.get("SUMMARY")).isEqualTo("[UNCLASSIFIED//REL TO JPN, USA] Meeting (proposed): Supplies");
        var at = "/api/v1/meetings/" + called.id();
        var theirs = NATIONS.node("USA");
        eventually("USA has it", () -> theirs.get(at).status() == 200);
        var later = new HashMap<String, Object>(schedule);
        later.putAll(Map.of("starts", in(33), "text", "A flight is late"));
        var moved = japan().post(at + "/statements", said("move", later));
        assertThat(moved.status()).as(moved.text()).isEqualTo(201);
        var on = moved.json().path("schedules").path(0).path("on").asString();
        eventually("USA has that, too", () -> theirs.get(at).text().contains(on));
        theirs.post(at + "/statements", said("agree", Map.of("on", on)));
        eventually(
                "both agree",
                () -> japan().get(at).json().path("state").asString().equals("agreed"));
        var raised = byUid(events(fetch("en/bocc.ics", password)), entry);
        assertThat(raised).containsEntry("SEQUENCE", "1").containsEntry("STATUS", "CONFIRMED");
        assertThat(raised.get("DTSTART")).isNotEqualTo(entry.get("DTSTART"));
        theirs.post(at + "/statements", said("cancel", Map.of("text", "KAGERO")));
        eventually(
                "it is cancelled",
                () -> japan().get(at).json().path("state").asString().equals("cancelled"));
        var over = fetch("en/bocc.ics", password);
        assertThat(byUid(events(over), entry)).containsEntry("SEQUENCE", "2").containsEntry("STATUS", "CANCELLED");
        assertThat(text(over)).doesNotContain("KAGERO");
    }

    @Test
    void whatMovesIsRaisedAndWhatIsOverIsNotCancelled() throws Exception {
        var password = password("cal.moves", "JPN", "watch-officer");
        var ports = List.of(place("RJFT"), place("SH-1"));
        var id = planned(ports.getFirst(), ports.getLast());
        var entry = only(events(fetch("en/all.ics", password)), "Convoy: 40 t water → JPN");
        var plan = move(id).path("statements").path(0).path("record").asString();
        var delay = Map.of("on", plan, "arrival", in(9), "text", "Fog");
        var said = japan().post("/api/v1/relief/moves/" + id + "/statements", said("delay", delay));
        assertThat(said.status()).as(said.text()).isEqualTo(201);
        var later = byUid(events(fetch("en/all.ics", password)), entry);
        assertThat(later).containsEntry("SEQUENCE", "1").containsEntry("DTSTART", entry.get("DTSTART"));
        assertThat(later.get("DTEND")).isNotEqualTo(entry.get("DTEND"));
        CLOCK.advance(Duration.ofDays(40));
        assertThat(events(fetch("en/all.ics", password)).toString())
                .as("what is long over is not cancelled: it was")
                .doesNotContain(entry.get("UID"));
    }

    @Test
    void eachPersonSeesWhatTheyMaySeeAndNothingTellsOfTheRest() throws Exception {
        var theCase = opened();
        var kept = say("JPN", theCase, "task", Map.of("text", "TSUBAME", "due", in(8)), "JPN");
        var mine = fetch("en/all.ics", password("cal.mine", "JPN", "watch-officer"));
        assertThat(text(mine)).contains("TSUBAME").doesNotContain(kept);
        var american = password("cal.usa", "USA", "liaison");
        assertThat(text(fetch("en/all.ics", american))).doesNotContain("TSUBAME");
        var australian = password("cal.aus", "AUS", "liaison");
        assertThat(events(fetch("en/all.ics", australian))).isEmpty();
        assertThat(text(fetch("en/all.ics", australian))).contains("BEGIN:VCALENDAR");
    }

    @Test
    void itsPasswordOpensNothingElseAndNothingElseOpensIt() throws Exception {
        var browser = residents.settle("cal.door", "watch-officer").signedIn();
        var password = token(browser, "calendar");
        assertThat(get("en/all.ics", password).statusCode()).isEqualTo(200);
        assertThat(japan().send("GET", "/api/v1/records", "", "Bearer " + password, "en")
                        .status())
                .isEqualTo(403);
        assertThat(get("en/all.ics", token(browser, "read")).statusCode()).isEqualTo(403);
        assertThat(japan().send("GET", "/api/v1/records", "", basic(token(browser, "read")), "en")
                        .status())
                .as("a name and a password open calendars alone")
                .isEqualTo(401);
        var refused = get("en/all.ics", "rk_wrong");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic ");
        assertThat(get("en/nobody.ics", password).statusCode()).isEqualTo(404);
        assertThat(get("fr/all.ics", password).statusCode()).isEqualTo(404);
    }

    private static String password(String name, String nation, String role) {
        return token(
                residents.settleAs(name, Residents.draft(name, nation, role)).signedIn(), "calendar");
    }

    private static String token(Visitor browser, String scope) {
        var made = browser.send(
                "POST", "/api/v1/account/tokens", "{\"name\":\"c\",\"scopes\":[\"%s\"],\"days\":90}".formatted(scope));
        return made.json().path("secret").asString();
    }

    private static String basic(String password) {
        return "Basic " + Base64.getEncoder().encodeToString(("calendar:" + password).getBytes(UTF_8));
    }

    private static HttpResponse<byte[]> get(String path, String password, String... headers) {
        var all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Authorization";
        all[1] = basic(password);
        return japan().raw("GET", "/calendar/" + path, new byte[0], all);
    }

    private static HttpResponse<byte[]> fetch(String path, String password) {
        var answer = get(path, password);
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
        return answer;
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), UTF_8).replace("\r\n ", "");
    }

    private static List<Map<String, String>> events(HttpResponse<byte[]> answer) throws IOException, ParserException {
        var text = new String(answer.body(), UTF_8);
        assertThat(text.lines()).allMatch(line -> line.getBytes(UTF_8).length <= 75);
        return new CalendarBuilder()
                .build(new StringReader(text)).<CalendarComponent>getComponents("VEVENT").stream()
                        .map(CalendarTests::properties)
                        .toList();
    }

    private static Map<String, String> properties(CalendarComponent event) {
        var all = new LinkedHashMap<String, String>();
        for (Property one : event.getProperties()) {
            all.put(one.getName(), one.getValue());
        }
        return all;
    }

    private static Map<String, String> only(List<Map<String, String>> events, String says) {
        var found = events.stream().filter(one -> one.toString().contains(says)).toList();
        assertThat(found).as("of %s", events).hasSize(1);
        return found.getFirst();
    }

    private static Map<String, String> byUid(List<Map<String, String>> events, Map<String, String> like) {
        return events.stream()
                .filter(one -> one.get("UID").equals(like.get("UID")))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> given(String person) {
        return japan().get("/api/v1/audit?event=calendar-given")
                .json()
                .path("entries")
                .valueStream()
                .filter(one -> one.path("actor").asString().equals(person))
                .toList();
    }

    private static String in(int hours) {
        return CLOCK.instant()
                .truncatedTo(ChronoUnit.SECONDS)
                .plus(Duration.ofHours(hours))
                .toString();
    }

    private static String said(String act, Map<String, ?> fields, String... to) {
        var told = to.length == 0 ? List.of("JPN", "USA") : List.of(to);
        return JSON.writeValueAsString(Map.of(
                "act", act,
                "to", told,
                "label", "UNCLASSIFIED//REL TO " + String.join(", ", told),
                "fields", fields));
    }

    private static String opened() {
        var fields = Map.of(
                "nameEn", "Earthquake",
                "nameJa", "地震",
                "phase", "disaster",
                "body", "bocc",
                "text", "Intensity 7");
        var answer = japan().post("/api/v1/cases", said("open", fields));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        var id = answer.id();
        eventually(
                "USA has it",
                () -> NATIONS.node("USA").get("/api/v1/cases/" + id).status() == 200);
        return id;
    }

    private static JsonNode page(String party, String theCase) {
        return NATIONS.node(party).get("/api/v1/cases/" + theCase).json();
    }

    /// The record it was said in.
    private static String say(String party, String theCase, String act, Map<String, ?> fields, String... to) {
        var answer = NATIONS.node(party).post("/api/v1/cases/" + theCase + "/statements", said(act, fields, to));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json()
                .path("statements")
                .valueStream()
                .filter(one -> one.path("act").asString().equals(act))
                .reduce((a, b) -> b)
                .orElseThrow()
                .path("record")
                .asString();
    }

    private static void arrives(String theCase, String record) {
        eventually("JPN has it", () -> page("JPN", theCase).toString().contains(record));
    }

    private static String place(String code) {
        var answer = japan().post("/api/v1/records", """
                        {"kind":"place-status","label":"UNCLASSIFIED//REL TO JPN, USA",
                         "body":{"title":"%s","placeType":"other","placeCode":"%s","status":"open"}}
                        """.formatted(code, code));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.id();
    }

    private static String planned(String from, String to) {
        var leg = Map.of("from", from, "to", to, "departure", in(4), "arrival", in(6));
        var fields = Map.of(
                "means",
                "truck",
                "count",
                8,
                "item",
                "water",
                "quantity",
                40,
                "unit",
                "t",
                "receiver",
                "JPN",
                "legs",
                List.of(leg));
        var answer = japan().post("/api/v1/relief/moves", said("plan", fields));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("move").path("id").asString();
    }

    private static JsonNode move(String id) {
        return japan().get("/api/v1/relief/moves/" + id).json();
    }
}
