package org.renkei.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.door.Access.Everybody;
import org.renkei.door.Access.Having;
import org.renkei.door.Access.SignedIn;
import org.renkei.door.Access.WhilePublic;
import org.renkei.door.AuthorizationTable.Row;
import org.renkei.identity.Role;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class DoorTests {
    @TempDir
    static Path folder;

    static TestFederation federation;
    static RunningNode node;

    @BeforeAll
    static void start() throws IOException {
        federation = new TestFederation(folder, "JPN");
        node = federation.node("JPN");
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    private static final Set<Role> OF_THE_SERVICE =
            Set.of(Role.ADMINISTRATOR, Role.WATCH_OFFICER, Role.RELEASE_OFFICER, Role.AUDITOR);

    static Stream<Row> guarded() {
        return AuthorizationTable.ROWS.stream()
                .filter(row -> !(row.access() instanceof Everybody || row.access() instanceof WhilePublic));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guarded")
    void refusesEverybodyWithoutATokenAndLetsTheServiceAccountIn(Row row) {
        var path = Example.path(row);
        var method = row.method().name();
        for (var authorization : new String[] {"", "Bearer wrong", "Basic YTpi", node.token()}) {
            var refused = node.send(method, path, "{}", authorization, "en");
            assertThat(refused.status())
                    .as("%s %s with '%s'", method, path, authorization)
                    .isEqualTo(401);
            assertThat(refused.json().path("type").asString()).isEqualTo("urn:renkei:problem:unauthorized");
        }
        if (row.access() instanceof SignedIn) {
            assertThat(node.send(method, path, "{}", "Bearer " + node.token(), "en")
                            .status())
                    .isEqualTo(403);
        } else if (row.access() instanceof Having having && Collections.disjoint(having.roles(), OF_THE_SERVICE)) {
            assertThat(node.send(method, path, "{}", "Bearer " + node.token(), "en")
                            .status())
                    .isEqualTo(403);
        } else if (!path.endsWith("/stream")) {
            assertThat(node.send(method, path, "{}", "Bearer " + node.token(), "en")
                            .status())
                    .as("%s %s", method, path)
                    .isNotIn(401, 403, 405, 500);
        }
    }

    @Test
    void everyMappingStandsInTheTable() {
        var mapped = new HashSet<String>();
        node.beans(RequestMappingHandlerMapping.class)
                .forEach(mapping -> mapping.getHandlerMethods().forEach((info, method) -> {
                    var verbs = info.getMethodsCondition().getMethods();
                    var paths = info.getPathPatternsCondition().getPatternValues();
                    if (!paths.equals(Set.of("/error"))) {
                        assertThat(verbs).as("verbs of %s at %s", method, paths).isNotEmpty();
                    }
                    paths.forEach(path -> verbs.forEach(verb -> mapped.add(verb + " " + path)));
                }));
        var rows = AuthorizationTable.ROWS.stream()
                .map(row -> row.method() + " " + row.path())
                .toList();
        assertThat(mapped).isNotEmpty().allMatch(rows::contains);
    }

    @Test
    void everyMappingStandsInTheContractAndTheOtherWayRound() {
        var contract = node.get("/openapi.json").json();
        assertThat(contract.path("openapi").asString()).startsWith("3.1");
        var promised = new HashSet<String>();
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue().propertyNames().stream()
                        .filter(key -> !key.equals("parameters"))
                        .forEach(verb -> promised.add(verb.toUpperCase() + " " + path.getKey())));
        var offered = new HashSet<String>();
        AuthorizationTable.ROWS.stream()
                .filter(row -> row.path().startsWith("/api/")
                        || row.path().startsWith("/health")
                        || row.path().equals("/metrics")
                        || row.path().equals("/openapi.json"))
                .forEach(row -> offered.add(row.method() + " " + row.path()));
        assertThat(offered).isEqualTo(promised);
    }

    @ParameterizedTest
    @MethodSource("unknownPlaces")
    void refusesWhatIsInNoTable(String method, String path) {
        assertThat(node.send(method, path, "{}", "Bearer " + node.token(), "en").status())
                .isEqualTo(404);
        assertThat(node.send(method, path, "{}", "", "en").status()).isEqualTo(401);
    }

    static Stream<Arguments> unknownPlaces() {
        return Stream.of(
                        "GET /actuator",
                        "GET /actuator/env",
                        "DELETE /api/v1/records",
                        "GET /api/v2/records",
                        "PUT /api/v1/node",
                        "GET /application.yaml",
                        "GET /error")
                .map(line -> Arguments.of((Object[]) line.split(" ")));
    }

    @Test
    void theTokenIsForItsOwnerOnlyAndStandsNowhereElse() throws IOException {
        var file = node.settings().data().resolve("admin.token");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var keys = Files.list(node.settings().data().resolve("keys"))) {
            assertThat(keys.filter(key -> key.toString().endsWith(".key")))
                    .hasSize(4)
                    .allMatch(key -> permissions(key).equals("rw-------"));
        }
    }

    @Test
    void saysWhatIsWrongInTheCallersLanguage() {
        var japanese = node.send("GET", "/api/v1/node", "", "", "ja");
        assertThat(japanese.json().path("title").asString()).isEqualTo("有効なトークンがありません");
        var english = node.send("GET", "/api/v1/node", "", "", "fr, en;q=0.5");
        assertThat(english.json().path("title").asString()).isEqualTo("No valid token");
    }

    @Test
    void refusesBodiesThatAreTooLarge() {
        var large = "{\"kind\":\"x\",\"body\":{\"text\":\"" + "x".repeat(9 * 1024 * 1024) + "\"}}";
        assertThat(node.post("/api/v1/records", large).status()).isEqualTo(413);
    }

    @Test
    void healthNeedsNoToken() {
        assertThat(node.send("GET", "/health", "", "", "en")
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("up");
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
