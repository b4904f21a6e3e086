package org.renkei.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.acsa.AcsaTalk;
import org.renkei.door.Access;
import org.renkei.door.AuthorizationTable;
import org.renkei.federation.Ships;
import org.renkei.picture.Picture;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import tools.jackson.databind.JsonNode;

/// Everything that may be read of records is either on record with who read it, or stands here with the reason why it
/// is not: every row of the table by which something of records comes to light.
class NotedReadingsTests {
    /// A path, what is asked of it, and the list or, behind a `!`, the event under which it is on record.
    private static final String NOTED = """
            /api/v1/search|?text=Asahi|search
            /api/v1/tracks||!tracks-listed
            /api/v1/tracks/stream||!tracks-followed
            /api/v1/tracks/{track}||!track-read
            /ogc/collections/place-status/items||records
            /ogc/collections/place-status/items/{from}||!record-read
            /calendar/en/all.ics||!calendar-given
            /api/v1/records||records
            /api/v1/records/{record}||!record-read
            /api/v1/records/{record}/revisions||revisions
            /api/v1/records/{record}/rulings||rulings
            /api/v1/attachments/{file}||!attachment-read
            /api/v1/acsa/orders||orders
            /api/v1/acsa/orders/{order}||order
            /api/v1/acsa/accounts/USA|PERIOD|!acsa-account-made
            /api/v1/acsa/accounts/USA/comparison|PERIOD|!figures-read comparison
            /api/v1/acsa/books||!figures-read books
            /api/v1/acsa/ceilings||!figures-read ceilings
            /api/v1/acsa/dashboard||!figures-read dashboard
            /api/v1/acsa/documents/accounts/USA|PERIOD|!acsa-document-made
            /api/v1/acsa/documents/orders/{order}||order
            /api/v1/acsa/orders/{order}/drafts||letters
            /api/v1/acsa/sheets/accounts/USA|PERIOD&form=csv|!acsa-sheet-made
            /api/v1/acsa/sheets/orders/{order}|?form=csv|order
            /api/v1/acsa/sheets/past-orders|?form=csv|!acsa-sheet-made
            /api/v1/acsa/sheets/queue|?form=csv|!acsa-sheet-made
            /api/v1/acsa/stock||stock
            /api/v1/acsa/unreconciled/csv|?on=TODAY|!acsa-list-made
            /api/v1/relief/board||board
            /api/v1/cases||cases
            /api/v1/cases/inbox||cases
            /api/v1/cases/{case}||case
            /api/v1/cases/{case}/told|?to=USA&until=NOW|case-told
            /api/v1/cases/{case}/replay||case-replay
            /api/v1/cases/{case}/replay/pdf||!after-action-report-made
            /api/v1/commitments||commitments
            /api/v1/commitments/{commitment}||commitment
            /api/v1/meetings||meetings
            /api/v1/meetings/{meeting}||meeting
            /api/v1/meetings/{meeting}/agenda||agenda
            /api/v1/bodies||directory
            /api/v1/glossary||glossary
            /api/v1/differences/USA||difference
            /api/v1/overview||cases
            /api/v1/handover-brief||!handover-brief-read
            /api/v1/handover-brief/pdf||!handover-brief-made
            /api/v1/watch-log/pdf||!watch-log-made
            /api/v1/relief/places/{from}||place
            /api/v1/relief/hxl||board
            /api/v1/relief/moves/{move}||move
            /api/v1/relief/moves|?at=NOW|moves
            """;

    /// Rows that are not asked here, and why.
    private static final String OTHERS = """
            /api/v1/stream|ids and kinds of what changed; what they say is read at its own route
            /api/v1/records/{id}/release|who was given a record and why, not what it says
            /api/v1/attachments/{sha256}/state|how much of a file is here, not what it says
            /cap|what everybody may see
            /cap/{id}|what everybody may see
            /api/v1/reviews|noted as reviews, and nothing of it stands here
            /api/v1/reviews/waiting|counts
            /api/v1/reviews/{id}|noted as review, and nothing of it stands here
            /api/v1/consents|noted as consents, and nothing of it stands here
            /api/v1/emergencies|noted as emergencies, and nothing of it stands here
            /api/v1/watching|the plan and counts; what is found are records
            /api/v1/acsa/options|agreements and forms
            /api/v1/acsa/conversion|published rates
            /api/v1/acsa/measures|what a quantity comes to in another unit
            /api/v1/acsa/rates|published rates
            /api/v1/acsa/nettings|noted as nettings, and nothing of it stands here
            /api/v1/acsa/past-orders|noted as past-orders, and nothing of it stands here
            /api/v1/acsa/stock/offers|noted as offers, and nothing of it stands here
            /api/v1/acsa/stock/orders/{id}|noted as stock, and nothing of it stands here
            /api/v1/cases/options|nations, bodies and forms
            /api/v1/cases/deadline|a calculation with holidays
            /api/v1/commitments/options|nations, bodies and forms
            /api/v1/meetings/options|nations, bodies and forms
            /api/v1/translation|whether there is a service
            /api/v1/watch-log|noted as watch-log, and nothing of it stands here
            /api/v1/relief/moves/options|nations and forms
            """;

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();

    private record Row(String path, String query, String as) {
        static List<Row> all() {
            return NOTED.lines()
                    .map(line -> line.split("\\|", -1))
                    .map(parts -> new Row(parts[0], parts[1], parts[2]))
                    .toList();
        }

        /// As the table names it.
        String pattern() {
            return path.replaceAll("/attachments/\\{file}", "/attachments/{sha256}")
                    .replaceAll("\\{(track|from|record|order|case|commitment|meeting|move)}", "{id}")
                    .replace("/collections/place-status/", "/collections/{collection}/")
                    .replace("/en/all.ics", "/{language}/{name}")
                    .replaceAll("/(accounts|differences)/USA", "/$1/{party}");
        }
    }

    @Test
    void everyRouteByWhichRecordsComeToLightIsNotedOrSaysWhyNot() {
        var shows = AuthorizationTable.ROWS.stream()
                .filter(row -> row.method().name().equals("GET"))
                .filter(row -> row.access() instanceof Access.Having having && having.records())
                .map(AuthorizationTable.Row::path)
                .toList();
        var said = new ArrayList<>(Row.all().stream().map(Row::pattern).toList());
        said.addAll(OTHERS.lines().map(line -> line.split("\\|")[0]).toList());
        assertThat(said).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(said)).isEqualTo(new TreeSet<>(shows));
    }

    @Test
    void whoReadsStandsInTheLogOfEachRoute() throws IOException {
        try (var federation = new TestFederation(folder, clock, "JPN", "USA")) {
            var node = federation.node("JPN");
            var planted = new Planted(node, clock, "Asahi", "JPN", "USA").everywhere("USA", "jpn-usa-acsa-2016");
            new Ships(node.bean(Picture.class), clock);
            new Planted(node, clock, "Kuroshio", "JPN").atHome();
            federation.node("USA");
            federation.confirmed("JPN", "USA");
            var residents = new Residents(node, clock);
            var ids = new TreeMap<>(planted.ids);
            var missing = new ArrayList<String>();
            var number = 0;
            var seen = new TreeSet<String>();
            Reader reader = null;
            for (var row : Row.all()) {
                if (reader == null || !seen.add(row.as())) {
                    // Somebody who has read nothing of it this hour.
                    var name = "reader" + number++;
                    reader = Reader.of(
                            node,
                            residents
                                    .settle(name, "watch-officer", "release-officer")
                                    .signedIn(),
                            clock);
                    seen.clear();
                    seen.add(row.as());
                }
                if (row.path().contains("{track}")) {
                    ids.put("track", track(reader));
                }
                var path = spelledOut(row, ids);
                var asking = path.startsWith("/calendar/") ? reader.calendar() : reader.browser();
                var before = size(node);
                var status = asking.status("GET", path, "");
                if (status != 200 || !isNoted(node, before, row.as())) {
                    missing.add(status + " " + path + ": " + row.as());
                }
            }
            assertThat(missing).isEmpty();
        }
    }

    /// Under the id by which this reader sees it.
    private static String track(Reader reader) {
        TestFederation.eventually("the ship is seen", () -> !reader.tracks().isEmpty());
        return reader.tracks().getFirst();
    }

    private String spelledOut(Row row, Map<String, String> ids) {
        var path = row.path() + row.query();
        for (var id : ids.entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue());
        }
        return path.replace("PERIOD", "?" + Planted.PERIOD)
                .replace("TODAY", AcsaTalk.today().plusDays(400).toString())
                .replace("NOW", clock.instant().toString());
    }

    private static long size(RunningNode node) {
        return node.get("/api/v1/audit?limit=1").json().path("size").asLong();
    }

    private static boolean isNoted(RunningNode node, long before, String as) {
        return node.get("/api/v1/audit?limit=20")
                .json()
                .path("entries")
                .valueStream()
                .filter(one -> one.path("position").asLong() > before)
                .flatMap(one -> Stream.of(name(one), name(one) + " " + list(one), list(one)))
                .collect(Collectors.toSet())
                .contains(as);
    }

    private static String name(JsonNode entry) {
        return "!" + entry.path("event").asString();
    }

    private static String list(JsonNode entry) {
        return entry.path("event").asString().equals("list-read")
                        || entry.path("event").asString().equals("figures-read")
                ? entry.path("details").path("list").asString()
                : "";
    }
}
