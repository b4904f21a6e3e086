package org.renkei.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.door.Access.Everybody;
import org.renkei.door.Access.Having;
import org.renkei.door.Access.Recognized;
import org.renkei.door.Access.SignedIn;
import org.renkei.door.Access.WhilePublic;
import org.renkei.door.AuthorizationTable.Row;
import org.renkei.identity.Role;
import org.renkei.identity.Scope;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Residents;
import org.renkei.testing.Residents.Resident;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import org.renkei.testing.Visitor;

/// Every cell of the table, tried at a running node by people with one role each.
class AuthorizationTests {
    @TempDir
    static Path folder;

    static MovableClock clock = new MovableClock();
    static TestFederation federation;
    static RunningNode node;
    static Residents residents;
    static final Map<Role, Resident> PEOPLE = new EnumMap<>(Role.class);
    static final Map<Role, Visitor> BROWSERS = new EnumMap<>(Role.class);
    /// With every role but the liaison's: of another nation, and with a clearance that has ended.
    static final List<Visitor> UNCLEARED = new ArrayList<>();
    static final Map<Scope, String> TOKENS = new EnumMap<>(Scope.class);

    @BeforeAll
    static void start() throws IOException {
        federation = new TestFederation(folder, clock, "JPN");
        node = federation.node("JPN");
        residents = new Residents(node, clock);
        for (var role : Role.values()) {
            PEOPLE.put(role, residents.settle("one-" + role.text(), role.text()));
            BROWSERS.put(role, PEOPLE.get(role).signedIn());
        }
        var all = Stream.of(Role.values()).map(Role::text).toArray(String[]::new);
        var owner = residents.settle("everything", all).signedIn();
        for (var scope : Scope.values()) {
            var made = owner.send(
                    "POST",
                    "/api/v1/account/tokens",
                    "{\"name\":\"t\",\"scopes\":[\"%s\"],\"days\":1}".formatted(scope.text()));
            TOKENS.put(scope, "Bearer " + made.json().path("secret").asString());
        }
        var roles = Stream.of(Role.values())
                .filter(role -> role != Role.LIAISON)
                .map(Role::text)
                .toArray(String[]::new);
        settleUncleared("foreign", roles, "\"nation\": \"JPN\"", "\"nation\": \"USA\"");
        settleUncleared("ended", roles, "\"clearance\"", "\"clearedUntil\": \"2020-01-01\", \"clearance\"");
    }

    private static void settleUncleared(String name, String[] roles, String from, String to) {
        var resident = residents.settle(name, roles);
        var changed = Residents.draft(name, "JPN", roles).replace(from, to);
        assertThat(node.put("/api/v1/people/" + resident.id(), changed).status())
                .isEqualTo(200);
        UNCLEARED.add(resident.signedIn());
    }

    /// Everybody has just proven who they are, as far as the clock has gone on meanwhile.
    @BeforeEach
    void prove() {
        node.database()
                .sql("update identity.session set proven_at = ?")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    static Stream<Arguments> cells() {
        return AuthorizationTable.ROWS.stream()
                .flatMap(row -> Stream.of(Role.values()).map(role -> Arguments.of(row, role)));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("cells")
    void opensToARoleWhatTheTableSaysAndNothingElse(Row row, Role role) {
        var browser = BROWSERS.get(role);
        var status = browser.status(row.method().name(), Example.path(row), "{}");
        var open = switch (row.access()) {
            case Everybody everybody -> true;
            case WhilePublic whilePublic -> true;
            case Recognized recognized -> true;
            case SignedIn signedIn -> true;
            case Having having -> having.roles().contains(role);
        };
        if (!open) {
            assertThat(status).isEqualTo(403);
        } else if (row.access() instanceof WhilePublic) {
            assertThat(status).as("it is closed").isEqualTo(404);
        } else if (row.access() instanceof Everybody) {
            assertThat(status).isNotIn(403, 405, 500);
        } else {
            assertThat(status).isNotIn(401, 403, 405, 500);
        }
        if (row.name().equals("DELETE /api/v1/session")) {
            PEOPLE.get(role).signIn(browser);
        }
    }

    static Stream<Row> rowsWhilePublic() {
        return AuthorizationTable.ROWS.stream().filter(row -> row.access() instanceof WhilePublic);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rowsWhilePublic")
    void opensToEverybodyWhileThePublicViewIsOpenAndToNobodyAfterwards(Row row) {
        var everybody = new ArrayList<>(BROWSERS.values());
        everybody.addAll(UNCLEARED);
        everybody.add(new Visitor(node));
        TOKENS.values().forEach(token -> everybody.add(new Visitor(node).bearing(token)));
        // An address may ask only so often in ten seconds.
        clock.advance(Duration.ofSeconds(11));
        turnPublicView(true);
        try {
            for (var one : everybody) {
                assertThat(one.status(row.method().name(), Example.path(row), ""))
                        .as("open: there, or elsewhere, or nothing of that name")
                        .isIn(row.path().contains("{id}") ? List.of(404) : List.of(200, 302));
            }
        } finally {
            turnPublicView(false);
        }
        for (var one : everybody) {
            assertThat(one.status(row.method().name(), Example.path(row), "")).isEqualTo(404);
        }
    }

    private static void turnPublicView(boolean open) {
        var turned = node.put("/api/v1/public-view", "{\"open\":%s,\"reason\":\"earthquake\"}".formatted(open));
        assertThat(turned.status()).as(turned.text()).isEqualTo(200);
    }

    static Stream<Arguments> tokenCells() {
        return AuthorizationTable.ROWS.stream()
                .filter(row -> !(row.access() instanceof Everybody))
                .flatMap(row -> Stream.of(Scope.values()).map(scope -> Arguments.of(row, scope)));
    }

    @ParameterizedTest(name = "{0} by a token for {1}")
    @MethodSource("tokenCells")
    void opensToATokenOfAPersonWithEveryRoleOnlyItsScope(Row row, Scope scope) {
        var status =
                new Visitor(node).bearing(TOKENS.get(scope)).status(row.method().name(), Example.path(row), "{}");
        var open = switch (row.access()) {
            case Everybody everybody -> true;
            case WhilePublic whilePublic -> true;
            case Recognized recognized -> true;
            case SignedIn signedIn -> false;
            case Having having -> having.scopes().contains(scope);
        };
        if (open) {
            assertThat(status).isNotIn(401, 403, 405, 500);
        } else {
            assertThat(status).isEqualTo(403);
        }
    }

    static Stream<Row> rowsOfRecords() {
        return AuthorizationTable.ROWS.stream()
                .filter(row -> row.access() instanceof Having having && having.records());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rowsOfRecords")
    void isClosedToThoseWhoseClearanceEndedOrWhoAreForeignWhateverTheirRoles(Row row) {
        for (var browser : UNCLEARED) {
            assertThat(browser.status(row.method().name(), Example.path(row), "{}"))
                    .isEqualTo(403);
        }
    }

    static Stream<Arguments> statementCells() {
        return StatementTable.ROWS.stream()
                .flatMap(row -> Stream.of(Role.values()).map(role -> Arguments.of(row, role)));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("statementCells")
    void whatADeskSaysIsWrittenOnlyByThoseWhoSpeakThereByWhateverWay(StatementTable.Row row, Role role) {
        var browser = BROWSERS.get(role);
        var draft = statement(row.kind());
        var open = row.writing().roles().contains(role);
        var written = browser.send("POST", "/api/v1/records", draft);
        assertThat(written.status() != 403).as(written.text()).isEqualTo(open);
        assertThat(browser.status("POST", "/api/v1/release/preview", draft) != 403)
                .isEqualTo(open);
        assertThat(browser.status("PUT", "/api/v1/records/" + UUID.randomUUID(), draft) != 403)
                .isEqualTo(open);
        var many = browser.send("POST", "/api/v1/records/batch", "{\"drafts\":[" + draft + "]}");
        if (many.status() == 200) {
            assertThat(many.text().contains("is a statement of a desk")).isEqualTo(!open);
        }
        var closed = browser.get("/api/v1/session").json().path("closedKinds").toString();
        assertThat(closed.contains("\"" + row.kind() + "\"")).isEqualTo(!open);
    }

    static Stream<Arguments> statementTokens() {
        return StatementTable.ROWS.stream()
                .flatMap(row -> Stream.of(Scope.values()).map(scope -> Arguments.of(row, scope)));
    }

    @ParameterizedTest(name = "{0} by a token for {1}")
    @MethodSource("statementTokens")
    void whatADeskSaysIsWrittenByATokenOnlyWithTheScopeOfTheDesk(StatementTable.Row row, Scope scope) {
        var status =
                new Visitor(node).bearing(TOKENS.get(scope)).status("POST", "/api/v1/records", statement(row.kind()));
        assertThat(status != 403).isEqualTo(row.writing().scopes().contains(scope));
    }

    @Test
    void aStatementStaysOneAndIsRevisedOrTakenBackOnlyByItsDeskOrByRelease() {
        var acsa = BROWSERS.get(Role.ACSA_OFFICER);
        var id = acsa.send("POST", "/api/v1/records", point("Depot")).id();
        var relief = BROWSERS.get(Role.RELIEF_OFFICER);
        assertThat(relief.send("PUT", "/api/v1/records/" + id, point("Mine")).status())
                .isEqualTo(403);
        var note = "{\"kind\":\"note\",\"label\":\"UNCLASSIFIED\",\"body\":{\"title\":\"not a point\"}}";
        var changed = relief.send("PUT", "/api/v1/records/" + id, note);
        assertThat(changed.status()).isEqualTo(422);
        assertThat(changed.text()).contains("/kind", "kind acsa-stock-point stays one");
        var recall = "/api/v1/records/" + id + "/recall";
        var refused = relief.send("POST", recall, "{\"reason\":\"not ours\"}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("acsa-officer", "release-officer");
        assertThat(relief.get("/api/v1/records/" + id).json().path("revision").asInt())
                .isEqualTo(1);
        assertThat(acsa.send("PUT", "/api/v1/records/" + id, point("Pier")).status())
                .isEqualTo(200);
        assertThat(BROWSERS.get(Role.RELEASE_OFFICER)
                        .send("POST", recall, "{\"reason\":\"wrong label\"}")
                        .status())
                .isEqualTo(200);
        var tried = node.get("/api/v1/audit?event=writing-refused").json().path("entries");
        assertThat(tried.valueStream()
                        .filter(one -> one.path("actor").asString().equals("one-relief-officer"))
                        .filter(one ->
                                one.path("details").path("kind").asString().equals("acsa-stock-point")))
                .as("once an hour")
                .hasSize(1);
    }

    @Test
    void whatASourceBroughtAsAStatementIsNotReplacedByAnotherKind() {
        var source = ",\"source\":{\"system\":\"store\",\"id\":\"7\"}}";
        var point = point("Depot");
        var brought = point.substring(0, point.length() - 1) + source;
        assertThat(BROWSERS.get(Role.ACSA_OFFICER)
                        .send("POST", "/api/v1/records", brought)
                        .status())
                .isEqualTo(201);
        var note = "{\"kind\":\"note\",\"label\":\"UNCLASSIFIED\",\"body\":{\"title\":\"not a point\"}" + source;
        for (var role : List.of(Role.FEED, Role.RELIEF_OFFICER, Role.ACSA_OFFICER)) {
            assertThat(BROWSERS.get(role).send("POST", "/api/v1/records", note).status())
                    .isEqualTo(422);
        }
    }

    private static String statement(String kind) {
        return "{\"kind\":\"%s\",\"label\":\"UNCLASSIFIED\",\"body\":{}}".formatted(kind);
    }

    private static String point(String name) {
        return """
                {"kind":"acsa-stock-point","label":"UNCLASSIFIED","body":{"fields":{"name":"%s","holder":"JPN"}}}""".formatted(name);
    }

    @Test
    void writesDownWhoTriedWhat() {
        BROWSERS.get(Role.OBSERVER).send("POST", "/api/v1/people", "{}");
        var entry = node.get("/api/v1/audit?event=access-refused")
                .json()
                .path("entries")
                .path(0);
        assertThat(entry.path("actor").asString()).isEqualTo("one-observer");
        assertThat(entry.path("details").path("endpoint").asString()).isEqualTo("POST /api/v1/people");
    }

    @Test
    void leavesToThoseWhoAreNotClearedWhatIsNoRecord() {
        for (var browser : UNCLEARED) {
            assertThat(browser.get("/api/v1/people").status()).isEqualTo(200);
        }
    }
}
