package org.renkei.sight;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.renkei.acsa.AcsaTalk;
import org.renkei.door.Access;
import org.renkei.door.AuthorizationTable;
import org.renkei.identity.Role;
import org.renkei.testing.RunningNode;
import org.renkei.testing.Visitor;

/// Somebody who asks a node everything that a liaison may ask. A row of the table whose path or query has a parameter
/// that is not known here ends the test, so that no endpoint is left out.
///
/// @param calendar the same person by a token for calendars, which opens nothing else
record Reader(Visitor browser, Visitor calendar, Clock clock) {
    static final String NOBODYS = "01900000-0000-7000-8000-00000000feed";
    static final String NO_CONTENT = "0".repeat(64);

    private static final String ID = "{id}";
    private static final String DIGEST = "{sha256}";

    /// What has to follow a path, besides the path alone.
    private static final Map<String, List<String>> QUERIES = Map.ofEntries(
            Map.entry("/api/v1/search", List.of("?text=Asahi", "?text=", "?text=a")),
            Map.entry(
                    "/api/v1/records", List.of("", "?limit=500", "?located=true&limit=500", "?kind=situation-report")),
            Map.entry("/api/v1/tracks", List.of("", "?bbox=120,20,150,50", "?domain=sea", "?text=4317770")),
            Map.entry("/api/v1/cases/deadline", List.of("?body=bocc&hours=4")),
            Map.entry("/api/v1/cases/{id}/told", List.of("?to=USA&until=now")),
            Map.entry("/api/v1/overview", List.of("", "?exercise=true")),
            Map.entry("/api/v1/relief/board", List.of("", "?exercise=true")),
            Map.entry("/api/v1/relief/moves", List.of("", "?exercise=true", "?at=now", "?exercise=true&at=now")),
            Map.entry("/api/v1/relief/hxl", List.of("", "?exercise=true")),
            Map.entry("/api/v1/acsa/accounts/{party}", List.of("?" + Planted.PERIOD)),
            Map.entry("/api/v1/acsa/accounts/{party}/comparison", List.of("?" + Planted.PERIOD)),
            Map.entry("/api/v1/acsa/documents/accounts/{party}", List.of("?" + Planted.PERIOD)),
            Map.entry("/api/v1/acsa/conversion", List.of("?amount=1&from=JPY&to=USD&on=" + AcsaTalk.today())),
            Map.entry(
                    "/api/v1/acsa/sheets/accounts/{party}",
                    List.of("?form=csv&" + Planted.PERIOD, "?form=xlsx&" + Planted.PERIOD)),
            Map.entry("/api/v1/acsa/measures", List.of("?quantity=1&in=USG&unit=L")),
            Map.entry("/api/v1/acsa/sheets/orders/{id}", List.of("?form=csv", "?form=xlsx")),
            Map.entry("/api/v1/acsa/sheets/past-orders", List.of("?form=csv")),
            Map.entry("/api/v1/acsa/sheets/queue", List.of("?form=csv", "?form=xlsx")),
            Map.entry("/api/v1/acsa/stock/offers", List.of("", "?point=depotKuroshio")),
            Map.entry(
                    "/api/v1/acsa/unreconciled/csv",
                    List.of("?on=" + AcsaTalk.today().plusDays(400))),
            Map.entry("/api/v1/ledger-places", List.of("?code=RENKEI:LEDGER:AUS:0:" + NO_CONTENT)));

    static Reader of(RunningNode node, Visitor browser, Clock clock) {
        return new Reader(browser, calendarOf(node, browser), clock);
    }

    private static Visitor calendarOf(RunningNode node, Visitor browser) {
        var made = browser.send(
                "POST", "/api/v1/account/tokens", "{\"name\":\"c\",\"scopes\":[\"calendar\"],\"days\":90}");
        var password = "calendar:" + made.json().path("secret").asString();
        return new Visitor(node).bearing("Basic " + Base64.getEncoder().encodeToString(password.getBytes(UTF_8)));
    }

    List<String> tracks() {
        return browser.get("/api/v1/tracks")
                .json()
                .path("tracks")
                .valueStream()
                .map(one -> one.path("id").asString())
                .toList();
    }

    /// Both searches, and what the palette asks for while somebody types.
    String searched(String word) {
        var encoded = URLEncoder.encode(word, UTF_8);
        return browser.get("/api/v1/search?text=" + encoded).text()
                + browser.get("/api/v1/records?limit=8&text=" + encoded).text()
                + browser.get("/api/v1/tracks?text=" + encoded).text();
    }

    /// The answer to every GET that a liaison may send, by its path; where one thing is named, to each of these.
    Map<String, String> askedEverything(Collection<String> ids) {
        var answers = new TreeMap<String, String>();
        rows().filter(pattern -> !pattern.contains(ID) && !pattern.contains(DIGEST))
                .forEach(pattern -> ask(pattern, "", answers));
        ids.forEach(id -> answers.putAll(askedOf(id)));
        return answers;
    }

    /// The answers to what asks for one thing by its id, or for a file by its digest.
    Map<String, String> askedOf(String id) {
        var answers = new LinkedHashMap<String, String>();
        var named = id.length() == NO_CONTENT.length() ? DIGEST : ID;
        rows().filter(pattern -> pattern.contains(named)).forEach(pattern -> ask(pattern, id, answers));
        return answers;
    }

    private void ask(String pattern, String id, Map<String, String> answers) {
        for (var query : QUERIES.getOrDefault(pattern, List.of(""))) {
            spelledOut(pattern.replace(ID, id).replace(DIGEST, id)).forEach(path -> {
                var asking = path.startsWith("/calendar/") ? calendar : browser;
                var asked = path + query.replace("now", clock.instant().toString());
                answers.put(asked, text(asking.bytes(asked)));
            });
        }
    }

    /// Of a spreadsheet what stands in it: as an archive it bears the time at which it was made.
    private static String text(byte[] answer) {
        if (answer.length < 2 || answer[0] != 'P' || answer[1] != 'K') {
            return new String(answer, UTF_8);
        }
        try {
            var file = Files.write(Files.createTempFile("answer", ".xlsx"), answer);
            try (var archive = new ZipFile(file.toFile())) {
                var text = new StringBuilder();
                for (var part : Collections.list(archive.entries())) {
                    if (!part.getName().startsWith("docProps/")) {
                        text.append(part.getName())
                                .append(new String(archive.getInputStream(part).readAllBytes(), UTF_8));
                    }
                }
                return text.toString();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// Paths of the table, without the streams, which never end, and the files of the client.
    private static Stream<String> rows() {
        return AuthorizationTable.ROWS.stream()
                .filter(row -> row.method().name().equals("GET") && isOpen(row.access()))
                .map(AuthorizationTable.Row::path)
                .filter(path -> !path.endsWith("/stream") && !path.contains("**"));
    }

    private static Stream<String> spelledOut(String path) {
        var whole = Stream.of(path)
                .flatMap(one -> each(one, "{collection}", "tracks", "place-status", "alert", "finding"))
                .flatMap(one -> each(one, "{party}", "USA", "AUS"))
                .flatMap(one -> each(one, "{language}", "en", "ja"))
                .flatMap(one -> each(one, "{name}", "all.ics", "bocc.ics"))
                .toList();
        if (whole.stream().anyMatch(one -> one.contains("{"))) {
            throw new AssertionError("nobody knows what to ask at " + path);
        }
        return whole.stream();
    }

    private static Stream<String> each(String path, String name, String... values) {
        return path.contains(name) ? Stream.of(values).map(value -> path.replace(name, value)) : Stream.of(path);
    }

    private static boolean isOpen(Access access) {
        return switch (access) {
            case Access.Everybody everybody -> true;
            case Access.WhilePublic whilePublic -> true;
            case Access.Recognized recognized -> true;
            case Access.SignedIn signedIn -> true;
            case Access.Having having -> having.roles().contains(Role.LIAISON);
        };
    }
}
